/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "counters.h"

#include <errno.h>
#include <linux/perf_event.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

#define DTLB_LOAD_MISSES (PERF_COUNT_HW_CACHE_DTLB \
	| PERF_COUNT_HW_CACHE_OP_READ << 8 \
	| PERF_COUNT_HW_CACHE_RESULT_MISS << 16)

static const struct event {
	uint32_t type;
	uint64_t config;
} events[NFB_COUNTERS] = {
	[NFB_INSTRUCTIONS] = { PERF_TYPE_HARDWARE,
		PERF_COUNT_HW_INSTRUCTIONS },
	[NFB_CYCLES] = { PERF_TYPE_HARDWARE, PERF_COUNT_HW_CPU_CYCLES },
	[NFB_DTLB_MISSES] = { PERF_TYPE_HW_CACHE, DTLB_LOAD_MISSES },
};

/* Of this thread on any CPU; LEADER is -1 for the group's first. */
static int open_event(const struct event *event, int leader)
{
	struct perf_event_attr options = {
		.type = event->type,
		.size = sizeof(options),
		.config = event->config,
		.read_format = PERF_FORMAT_GROUP
			| PERF_FORMAT_TOTAL_TIME_ENABLED
			| PERF_FORMAT_TOTAL_TIME_RUNNING,
		.disabled = leader < 0,
		.exclude_kernel = 1,
		.exclude_hv = 1,
	};
	long fd = syscall(SYS_perf_event_open, &options, 0, -1, leader,
			PERF_FLAG_FD_CLOEXEC);

	return fd < 0 ? -errno : (int)fd;
}

int nfb_counters_open(struct nfb_counters *counters)
{
	for (int i = 0; i < NFB_COUNTERS; i++)
		counters->fds[i] = -1;
	for (int i = 0; i < NFB_COUNTERS; i++) {
		int fd = open_event(&events[i], counters->fds[0]);

		if (fd < 0) {
			nfb_counters_close(counters);
			return fd;
		}
		counters->fds[i] = fd;
	}
	return 0;
}

static int whole_group(const struct nfb_counters *counters,
		unsigned long request)
{
	return ioctl(counters->fds[0], request, PERF_IOC_FLAG_GROUP)
		? -errno : 0;
}

int nfb_counters_start(const struct nfb_counters *counters)
{
	int error = whole_group(counters, PERF_EVENT_IOC_RESET);

	return error ? error : whole_group(counters, PERF_EVENT_IOC_ENABLE);
}

int nfb_counters_stop(const struct nfb_counters *counters,
		uint64_t values[NFB_COUNTERS])
{
	struct nfb_counters_reading reading;
	int error = whole_group(counters, PERF_EVENT_IOC_DISABLE);
	ssize_t bytes;

	if (error)
		return error;
	bytes = read(counters->fds[0], &reading, sizeof(reading));
	return bytes < 0 ? -errno
		: nfb_counters_scale(&reading, (size_t)bytes, values);
}

void nfb_counters_close(struct nfb_counters *counters)
{
	for (int i = 0; i < NFB_COUNTERS; i++)
		if (counters->fds[i] >= 0)
			close(counters->fds[i]);
}

int nfb_counters_scale(const struct nfb_counters_reading *reading,
		size_t bytes, uint64_t values[NFB_COUNTERS])
{
	double share;

	if (bytes != sizeof(*reading) || reading->number != NFB_COUNTERS
			|| reading->running_ns == 0)
		return -EIO;
	share = (double)reading->running_ns / (double)reading->enabled_ns;
	for (int i = 0; i < NFB_COUNTERS; i++)
		values[i] = reading->running_ns == reading->enabled_ns
			? reading->values[i]
			: (uint64_t)((double)reading->values[i] / share + 0.5);
	return 0;
}
