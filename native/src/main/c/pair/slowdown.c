/* SPDX-License-Identifier: MIT */
#include "slowdown.h"

#include "clock.h"

#define TRY_TURNS UINT64_C(1000000)
#define TRIES 7

uint64_t nfb_slowdown_delay(uint64_t turns)
{
	uint64_t taken = 0;

	/* The compiler must count on, not work the sum out. */
	while (taken < turns) {
		taken++;
		__asm__ volatile("" : "+r"(taken));
	}
	return taken;
}

/* The fastest measurement: whatever else the machine did only made it
 * slower. */
static uint64_t measure(void)
{
	uint64_t fastest_ns = UINT64_MAX;

	for (int i = 0; i < TRIES; i++) {
		uint64_t start_ns = nfb_now_ns(), ns;

		nfb_slowdown_delay(TRY_TURNS);
		ns = nfb_now_ns() - start_ns;
		fastest_ns = ns < fastest_ns ? ns : fastest_ns;
	}
	return TRY_TURNS * 1000000000 / (fastest_ns ? fastest_ns : 1);
}

uint64_t nfb_slowdown_turns_a_second(void)
{
	static uint64_t turns_a_second;

	if (!turns_a_second)
		turns_a_second = measure();
	return turns_a_second;
}

uint64_t nfb_slowdown_turns(uint64_t ns, uint64_t ppm)
{
	return (uint64_t)((double)ns * (double)ppm / 1e6
		* (double)nfb_slowdown_turns_a_second() / 1e9);
}
