/* SPDX-License-Identifier: MIT */
/* The processor's own counters of the calling thread, in user space alone. */
#ifndef NFB_COUNTERS_H
#define NFB_COUNTERS_H

#include <stddef.h>
#include <stdint.h>

enum { NFB_INSTRUCTIONS, NFB_CYCLES, NFB_DTLB_MISSES, NFB_COUNTERS };

struct nfb_counters {
	int fds[NFB_COUNTERS]; /* the first leads the group */
};

/* What read(2) gives of a group (perf_event_open(2), PERF_FORMAT_GROUP). */
struct nfb_counters_reading {
	uint64_t number;
	uint64_t enabled_ns;
	uint64_t running_ns;
	uint64_t values[NFB_COUNTERS];
};

/* Opens them, stopped; 0 or -errno and nothing open. */
int nfb_counters_open(struct nfb_counters *counters);

int nfb_counters_start(const struct nfb_counters *counters);

/* Stops them and gives what they counted since; 0 or -errno. */
int nfb_counters_stop(const struct nfb_counters *counters,
		uint64_t values[NFB_COUNTERS]);

void nfb_counters_close(struct nfb_counters *counters);

/* BYTES of a reading, scaled up where the group had to share the processor's
 * counters with others; -EIO where it is cut short or never ran. */
int nfb_counters_scale(const struct nfb_counters_reading *reading,
		size_t bytes, uint64_t values[NFB_COUNTERS]);

#endif
