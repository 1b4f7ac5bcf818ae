/* SPDX-License-Identifier: MIT */
#include "sum.h"

#include <string.h>

#include "cpu.h"

/* The last bytes of a run, fewer than a word. Not by memcpy: a call would read
 * them outside of the section of the read loops. */
NFB_READ_LOOP __attribute__((always_inline))
static inline uint64_t part_of_a_word(const unsigned char *bytes,
		size_t length)
{
	uint64_t word = 0;

	for (size_t i = 0; i < length; i++)
		word |= (uint64_t)bytes[i] << (8 * i);
	return word;
}

#define ROW_BYTES (NFB_COLUMNS * sizeof(uint64_t))

/* Part of a row of columns, by scalar code: the compiler must not read past
 * it. */
NFB_READ_LOOP
static void nfb_sum_add_tail(struct nfb_accumulator *acc,
		const unsigned char *bytes, size_t length)
{
	size_t i = 0;

	for (; (i + 1) * 8 <= length; i++) {
		uint64_t word;

		memcpy(&word, bytes + i * 8, sizeof(word));
		acc->columns[i] += word;
	}
	if (i * 8 < length)
		acc->columns[i] +=
			part_of_a_word(bytes + i * 8, length - i * 8);
}

#define NFB_LANES 2
#define NFB_TARGET
#define NFB_VARIANT(name) baseline_##name
#include "sum_variant.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_VARIANT

#ifdef __x86_64__

#define NFB_LANES 4
#define NFB_TARGET NFB_TARGET_AVX2
#define NFB_VARIANT(name) avx2_##name
#include "sum_variant.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_VARIANT

#define NFB_LANES 8
#define NFB_TARGET NFB_TARGET_AVX512
#define NFB_VARIANT(name) avx512_##name
#include "sum_variant.h"
#undef NFB_LANES
#undef NFB_TARGET
#undef NFB_VARIANT

#endif

const struct nfb_isa_variant nfb_sum_variants[] = {
#ifdef __x86_64__
	{ { .instruction_set = "avx512", .add = avx512_add,
		.result = avx512_result }, nfb_has_avx512 },
	{ { .instruction_set = "avx2", .add = avx2_add,
		.result = avx2_result }, nfb_has_avx2 },
#endif
	{ { .instruction_set = NFB_BASELINE, .add = baseline_add,
		.result = baseline_result }, nfb_always },
	{ { 0 }, NULL },
};
