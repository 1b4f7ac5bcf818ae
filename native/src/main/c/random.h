/* SPDX-License-Identifier: MIT */
/* xorshift64* (Vigna 2016): which page comes next is all that it is for. */
#ifndef NFB_RANDOM_H
#define NFB_RANDOM_H

#include <stdint.h>

/* STATE must not be 0. */
static inline uint64_t nfb_next_random(uint64_t *state)
{
	*state ^= *state >> 12;
	*state ^= *state << 25;
	*state ^= *state >> 27;
	return *state * UINT64_C(2685821657736338717);
}

#endif
