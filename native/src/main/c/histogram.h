/* SPDX-License-Identifier: MIT */
/*
 * Times in nanoseconds in log-linear buckets, as HdrHistogram keeps them:
 * exact below 128 ns, then 128 buckets to each power of two, up to 2^40 ns.
 * LatencyHistogram.java reads the same layout.
 */
#ifndef NFB_HISTOGRAM_H
#define NFB_HISTOGRAM_H

#include <stdint.h>

#include "nofault.h"

#define NFB_SUB_BUCKET_BITS 7

static inline int nfb_histogram_bucket(uint64_t ns)
{
	int octave;

	if (ns >> NFB_SUB_BUCKET_BITS == 0)
		return (int)ns;
	if (ns >> 40)
		return NFB_HISTOGRAM_BUCKETS - 1;
	octave = 63 - __builtin_clzll(ns) - NFB_SUB_BUCKET_BITS;
	/* The leading bit is the octave's and drops out of the index. */
	return ((octave + 1) << NFB_SUB_BUCKET_BITS)
		+ (int)(ns >> octave) - (1 << NFB_SUB_BUCKET_BITS);
}

#endif
