/* SPDX-License-Identifier: MIT */
/* Measurement `placement`: which CPUs reader and client keep to. */
#define _GNU_SOURCE
#include "placement.h"

#include <stdio.h>

#include "measurement.h"

static int ask(const void *setting, void *result)
{
	const struct nfb_cpus *cpus = nfb_cpus();
	const char *warning = nfb_cpu_warning(cpus->relation);
	struct nfb_placement_info *info = result;

	(void)setting;
	info->reader_cpu = cpus->reader;
	info->client_cpu = cpus->client;
	snprintf(info->warning, sizeof(info->warning), "%s",
			warning ? warning : "");
	return 0;
}

const struct nfb_measurement nfb_placement_probe = {
	.name = "placement",
	.setting_bytes = sizeof(struct nfb_no_setting),
	.result_bytes = sizeof(struct nfb_placement_info),
	.run = ask,
};
