/* SPDX-License-Identifier: MIT */
/*
 * A clock that counts instructions. QEMU's emulated processor has one under
 * `-icount shift=0,sleep=off`: each instruction takes a nanosecond, and the
 * time stamp counter counts nanoseconds; so does aarch64's virtual counter where
 * its frequency is said to be 1 GHz (`-cpu ...,cntfrq=1000000000`). No real
 * processor has.
 */
#ifndef NFB_COUNT_TICKS_H
#define NFB_COUNT_TICKS_H

#include <stdbool.h>
#include <stdint.h>

static inline uint64_t nfb_ticks(void)
{
#if defined(__x86_64__)
	uint32_t low, high;

	__asm__ volatile("rdtsc" : "=a"(low), "=d"(high) : : "memory");
	return (uint64_t)high << 32 | low;
#else
	uint64_t ticks;

	__asm__ volatile("isb\n\tmrs %0, cntvct_el0" : "=r"(ticks) : : "memory");
	return ticks;
#endif
}

/* Ticks from one reading to the next with nothing between. */
uint64_t nfb_ticks_of_nothing(void);

/* Whether a tick is an instruction here; if not, TICKS of a thousand. */
bool nfb_ticks_are_instructions(uint64_t *ticks);

#endif
