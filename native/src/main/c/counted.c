/* SPDX-License-Identifier: MIT */
/* A batch of accesses under the kernel's and the processor's counters. */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/resource.h>

#include "counters.h"
#include "pool.h"
#include "measurement.h"

static int read_batch(const struct nfb_counted_setting *options,
		struct nfb_counted *counted)
{
	struct rusage before, after;
	int error;

	getrusage(RUSAGE_THREAD, &before);
	error = nfb_read(options->pool, &options->region, NULL,
			options->accesses, &counted->outcome);
	getrusage(RUSAGE_THREAD, &after);
	counted->minor_faults = (uint64_t)(after.ru_minflt - before.ru_minflt);
	counted->context_switches = (uint64_t)(after.ru_nvcsw - before.ru_nvcsw
			+ after.ru_nivcsw - before.ru_nivcsw);
	return error;
}

static void keep(const uint64_t values[NFB_COUNTERS],
		struct nfb_counted *counted)
{
	counted->instructions = values[NFB_INSTRUCTIONS];
	counted->cycles = values[NFB_CYCLES];
	counted->dtlb_misses = values[NFB_DTLB_MISSES];
}

/* Counters that fail take nothing from what the kernel counts. */
static int run(const void *setting, void *result)
{
	struct nfb_counted *counted = result;
	struct nfb_counters counters;
	uint64_t values[NFB_COUNTERS];
	int error, unavailable = nfb_counters_open(&counters);
	const int opened = !unavailable;

	if (opened)
		unavailable = nfb_counters_start(&counters);
	error = read_batch(setting, counted);
	if (!unavailable)
		unavailable = nfb_counters_stop(&counters, values);
	if (!unavailable)
		keep(values, counted);
	if (opened)
		nfb_counters_close(&counters);
	counted->hardware_error = -unavailable;
	return error;
}

const struct nfb_measurement nfb_counted_read = {
	.name = "counted-read",
	.setting_bytes = sizeof(struct nfb_counted_setting),
	.result_bytes = sizeof(struct nfb_counted),
	.run = run,
};
