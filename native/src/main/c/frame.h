/* SPDX-License-Identifier: MIT */
/*
 * The bytes of a frame: word i, 64 bits, is SEED + i * NFB_FRAME_STEP. Every
 * word depends on its place, so a swapped, repeated or zeroed page shows.
 */
#ifndef NFB_FRAME_H
#define NFB_FRAME_H

#include <stddef.h>
#include <stdint.h>

/* The odd number nearest to 2^64 divided by the golden ratio. */
#define NFB_FRAME_STEP UINT64_C(0x9E3779B97F4A7C15)

void nfb_frame_fill(void *bytes, size_t length, uint64_t seed);

/* What `sum` (sum.h) returns of LENGTH bytes of that frame, whole chunks, by
 * arithmetic: no byte is read. */
uint64_t nfb_frame_sum(size_t length, uint64_t seed);

#endif
