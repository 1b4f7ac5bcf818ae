/* SPDX-License-Identifier: MIT */
/* The clock of everything that is timed in C: monotonic, read by the vDSO. */
#ifndef NFB_CLOCK_H
#define NFB_CLOCK_H

#include <stdint.h>
#include <time.h>

static inline uint64_t nfb_now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

#endif
