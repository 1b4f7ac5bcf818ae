/* SPDX-License-Identifier: MIT */
/* Which variants of a read loop a CPU runs. */
#ifndef NFB_CPU_H
#define NFB_CPU_H

#include <stdbool.h>

#ifdef __x86_64__
#define NFB_BASELINE "baseline"

#define NFB_TARGET_AVX2 __attribute__((target("avx2")))

/* With registers as wide as the vectors, which either compiler is loath to use:
 * they slowed early processors down. */
#ifdef __clang__
#define NFB_TARGET_AVX512 \
	__attribute__((target("avx512f,avx512bw"), min_vector_width(512)))
#else
#define NFB_TARGET_AVX512 \
	__attribute__((target("avx512f,avx512bw,prefer-vector-width=512")))
#endif

static inline bool nfb_has_avx2(const char **missing)
{
	*missing = "this CPU has no AVX2";
	return __builtin_cpu_supports("avx2");
}

/* Bytes and words too, which every CPU with the larger registers of its kind
 * has had since 2017 (Skylake-SP, Zen 4). */
static inline bool nfb_has_avx512(const char **missing)
{
	*missing = "this CPU has no AVX-512F and AVX-512BW";
	return __builtin_cpu_supports("avx512f")
		&& __builtin_cpu_supports("avx512bw");
}
#else
/* Vectors of 128 bits are NEON's own width, and aarch64 always has it. */
#define NFB_BASELINE "neon"
#endif

static inline bool nfb_always(const char **missing)
{
	(void)missing;
	return true;
}

#endif
