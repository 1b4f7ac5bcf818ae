/* SPDX-License-Identifier: MIT */
/* The deadlines of a screen: one every period, none skipped unseen. */
#ifndef NFB_PACE_H
#define NFB_PACE_H

#include "clock.h"

struct nfb_pace {
	uint64_t period_ns;
	uint64_t deadline_ns; /* by which the frame in the making is wanted */
};

static inline void nfb_sleep_until(uint64_t ns)
{
	struct timespec at = { .tv_sec = (time_t)(ns / 1000000000),
		.tv_nsec = (long)(ns % 1000000000) };

	while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &at, NULL))
		;
}

/* The first frame is begun now. */
static inline struct nfb_pace nfb_pace_from_now(uint64_t hertz)
{
	uint64_t period_ns = 1000000000 / hertz;

	return (struct nfb_pace){ period_ns, nfb_now_ns() + period_ns };
}

/*
 * Ends a frame that was composited at DONE_NS: waits for its deadline, at which
 * the next is begun. Returns how many deadlines had passed by then; the next is
 * begun at the first that has not.
 */
static inline uint64_t nfb_pace_frame(struct nfb_pace *pace, uint64_t done_ns)
{
	uint64_t now_ns = nfb_now_ns(), passed = 0;

	if (done_ns > pace->deadline_ns)
		passed = (done_ns - pace->deadline_ns) / pace->period_ns + 1;
	pace->deadline_ns += passed * pace->period_ns;
	/* What else was done meanwhile is not the frame's. */
	while (now_ns > pace->deadline_ns)
		pace->deadline_ns += pace->period_ns;
	nfb_sleep_until(pace->deadline_ns);
	pace->deadline_ns += pace->period_ns;
	return passed;
}

#endif
