/* SPDX-License-Identifier: MIT */
#include "ticks.h"

#define TRIES 20

uint64_t nfb_ticks_of_nothing(void)
{
	uint64_t least = UINT64_MAX;

	for (int i = 0; i < TRIES; i++) {
		uint64_t start = nfb_ticks();
		uint64_t taken = nfb_ticks() - start;

		least = taken < least ? taken : least;
	}
	return least;
}

static uint64_t ticks_of_a_thousand(void)
{
	uint64_t start = nfb_ticks();

	__asm__ volatile(".rept 1000\n\tnop\n\t.endr");
	return nfb_ticks() - start;
}

/* Exactly so, again and again: a tick of the kernel may come between once, a
 * real processor does it by chance once. */
bool nfb_ticks_are_instructions(uint64_t *ticks)
{
	uint64_t nothing = nfb_ticks_of_nothing();
	int exact = 0;

	for (int i = 0; i < TRIES; i++) {
		*ticks = ticks_of_a_thousand() - nothing;
		exact += *ticks == 1000;
	}
	return exact > TRIES / 2;
}
