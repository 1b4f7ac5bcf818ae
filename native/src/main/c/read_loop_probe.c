/* SPDX-License-Identifier: MIT */
/* Measurement `read-loop`: whether this machine has a read loop. */
#include <stdio.h>

#include "read_loop.h"
#include "measurement.h"

static int ask(const void *setting, void *result)
{
	const struct nfb_read_loop_setting *options = setting;
	struct nfb_text *answer = result;
	const char *missing = "";
	bool there = nfb_read_loop_of((int)options->loop, &missing);

	snprintf(answer->text, sizeof(answer->text), "%s",
			there ? "" : missing);
	return 0;
}

const struct nfb_measurement nfb_read_loop_probe = {
	.name = "read-loop",
	.setting_bytes = sizeof(struct nfb_read_loop_setting),
	.result_bytes = sizeof(struct nfb_text),
	.run = ask,
};
