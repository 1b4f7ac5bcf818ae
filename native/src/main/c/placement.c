/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "placement.h"

/* The lowest CPU of ALLOWED, or the highest. */
static int outermost(const cpu_set_t *allowed, int highest)
{
	for (int i = 0; i < CPU_SETSIZE; i++) {
		int cpu = highest ? CPU_SETSIZE - 1 - i : i;

		if (CPU_ISSET(cpu, allowed))
			return cpu;
	}
	return 0;
}

static struct nfb_placement move(int highest)
{
	struct nfb_placement before;
	cpu_set_t one;

	CPU_ZERO(&before.allowed);
	if (sched_getaffinity(0, sizeof(before.allowed), &before.allowed)
			|| CPU_COUNT(&before.allowed) < 2)
		return before;
	CPU_ZERO(&one);
	CPU_SET(outermost(&before.allowed, highest), &one);
	sched_setaffinity(0, sizeof(one), &one);
	return before;
}

static struct nfb_placement at_first;

void nfb_keep_to_last_cpu(void)
{
	at_first = move(1);
}

void nfb_keep_off_first_cpu(void)
{
	if (CPU_COUNT(&at_first.allowed) < 2)
		return;
	CPU_CLR(outermost(&at_first.allowed, 0), &at_first.allowed);
	nfb_placement_restore(&at_first);
}

struct nfb_placement nfb_keep_to_first_cpu(void)
{
	return move(0);
}

void nfb_placement_restore(const struct nfb_placement *placement)
{
	if (CPU_COUNT(&placement->allowed) > 0)
		sched_setaffinity(0, sizeof(placement->allowed),
				&placement->allowed);
}
