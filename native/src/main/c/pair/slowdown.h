/* SPDX-License-Identifier: MIT */
/*
 * A slow-down that is planted, for tests of what finds it: turns of an empty
 * loop at the end of a block and within its time. So many that they take a
 * given share of the time that the block's own accesses have just taken:
 * where the machine slows those down, 1% of them is more.
 *
 * Once a block and not once an access, because a call to delay is itself a
 * slow-down: 5 ns are 0.2% of reading 256 KiB. The second reading of the clock
 * that a planted block takes is 0.02% of it and comes on top.
 */
#ifndef NFB_SLOWDOWN_H
#define NFB_SLOWDOWN_H

#include <stdint.h>

/* Turns of the loop in a second, measured at the first call and kept. */
uint64_t nfb_slowdown_turns_a_second(void);

/* How many take PPM millionths of NS. */
uint64_t nfb_slowdown_turns(uint64_t ns, uint64_t ppm);

/* Takes so many turns and returns how many it took. */
uint64_t nfb_slowdown_delay(uint64_t turns);

#endif
