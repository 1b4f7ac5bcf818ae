/* SPDX-License-Identifier: MIT */
#include "sum.h"

#include <stdlib.h>
#include <string.h>

/* The last bytes of a run, fewer than a word. Not by memcpy: a call would read
 * them outside of the section of the read kernels. */
NFB_READ_KERNEL __attribute__((always_inline))
static inline uint64_t part_of_a_word(const unsigned char *bytes,
		size_t length)
{
	uint64_t word = 0;

	for (size_t i = 0; i < length; i++)
		word |= (uint64_t)bytes[i] << (8 * i);
	return word;
}

/* Part of a chunk, by scalar code: the compiler must not read past it. */
NFB_READ_KERNEL
static void nfb_sum_add_tail(struct nfb_sum *sum, const unsigned char *bytes,
		size_t length)
{
	size_t i = 0;

	for (int j = 0; j < NFB_SUM_COLUMNS; j++)
		sum->columns[j] *= 31;
	for (; (i + 1) * 8 <= length; i++) {
		uint64_t word;

		memcpy(&word, bytes + i * 8, sizeof(word));
		sum->columns[i % NFB_SUM_COLUMNS] += word;
	}
	if (i * 8 < length)
		sum->columns[i % NFB_SUM_COLUMNS] +=
			part_of_a_word(bytes + i * 8, length - i * 8);
}

#define NFB_LANES 2
#define NFB_TARGET
#define NFB_CLONE(name) baseline_##name
#include "sum_clone.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_CLONE

#ifdef __x86_64__

#define NFB_LANES 4
#define NFB_TARGET __attribute__((target("avx2")))
#define NFB_CLONE(name) avx2_##name
#include "sum_clone.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_CLONE

#define NFB_LANES 8
#define NFB_TARGET __attribute__((target("avx512f,prefer-vector-width=512")))
#define NFB_CLONE(name) avx512_##name
#include "sum_clone.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_CLONE

#endif

static int always(void)
{
	return 1;
}

#ifdef __x86_64__
static int has_avx2(void)
{
	return __builtin_cpu_supports("avx2");
}

static int has_avx512(void)
{
	return __builtin_cpu_supports("avx512f");
}
#define NFB_BASELINE "baseline"
#else
/* Two 64-bit lanes are NEON's own width, and aarch64 always has it. */
#define NFB_BASELINE "neon"
#endif

/* Fastest first. */
static const struct {
	struct nfb_sum_kernel kernel;
	int (*runs_here)(void);
} clones[] = {
#ifdef __x86_64__
	{ { "avx512", avx512_add, avx512_result }, has_avx512 },
	{ { "avx2", avx2_add, avx2_result }, has_avx2 },
#endif
	{ { NFB_BASELINE, baseline_add, baseline_result }, always },
};

static const struct nfb_sum_kernel *chosen;

const struct nfb_sum_kernel *nfb_sum_kernel_at(int index)
{
	for (size_t i = 0; i < sizeof(clones) / sizeof(clones[0]); i++)
		if (clones[i].runs_here() && index-- == 0)
			return &clones[i].kernel;
	return NULL;
}

const struct nfb_sum_kernel *nfb_sum_kernel(void)
{
	return chosen;
}

__attribute__((constructor))
static void choose(void)
{
	const char *wanted = getenv("NFB_INSTRUCTION_SET");
	const struct nfb_sum_kernel *kernel;

	chosen = nfb_sum_kernel_at(0);
	for (int i = 0; wanted && (kernel = nfb_sum_kernel_at(i)); i++)
		if (strcmp(kernel->instruction_set, wanted) == 0)
			chosen = kernel;
}
