/* SPDX-License-Identifier: MIT */
/*
 * Prints the rate of this machine's time stamp counter in kHz, for the kernel's
 * tsc_early_khz (Documentation/admin-guide/kernel-parameters.txt). Of several
 * spans the median: a span that was interrupted at one end is longer or shorter.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <x86intrin.h>

#define SPANS 15
#define SPAN_NS 10000000

static long long now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC_RAW, &now);
	return now.tv_sec * 1000000000LL + now.tv_nsec;
}

static long long khz(void)
{
	long long begin_ns = now_ns();
	unsigned long long begin = __rdtsc();
	long long spent_ns;

	while ((spent_ns = now_ns() - begin_ns) < SPAN_NS)
		;
	return (__rdtsc() - begin) * 1000000 / spent_ns;
}

static int ascending(const void *a, const void *b)
{
	long long first = *(const long long *)a, second = *(const long long *)b;

	return (first > second) - (first < second);
}

int main(void)
{
	long long rates[SPANS];

	for (int i = 0; i < SPANS; i++)
		rates[i] = khz();
	qsort(rates, SPANS, sizeof(rates[0]), ascending);
	printf("%lld\n", rates[SPANS / 2]);
	return 0;
}
