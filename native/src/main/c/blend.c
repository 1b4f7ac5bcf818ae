/* SPDX-License-Identifier: MIT */
/*
 * The `blend` read loop: premultiplied ARGB8888 OVER, in place, of the
 * client's rows onto the upload buffer (Porter and Duff 1984). To the last
 * bit as pixman rounds it (pixman-combine32.h): a product of two bytes is
 * t = a * b + 0x80, ((t >> 8) + t) >> 8; a sum that passes 255 stays there.
 */
#include "read_loop.h"

#include <string.h>

#include "cpu.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

#define NFB_AHEAD_BYTES 1024

NFB_READ_LOOP __attribute__((always_inline))
static inline unsigned blend_channel(unsigned source, unsigned below,
		unsigned clear)
{
	unsigned product = below * clear + 0x80;
	unsigned sum = source + ((product + (product >> 8)) >> 8);

	return sum > 255 ? 255 : sum;
}

/* The last pixels of a run, by scalar code: the compiler must not read past
 * it. */
NFB_READ_LOOP __attribute__((always_inline))
static inline void blend_pixel(unsigned char *to, const unsigned char *from)
{
	unsigned clear = 255u - from[3];

	for (int channel = 0; channel < 4; channel++)
		to[channel] = (unsigned char)blend_channel(from[channel],
				to[channel], clear);
}

/* A byte that has wrapped is smaller than what went in. */
#ifdef __x86_64__
#define ADD(vector, a, b) _mm_adds_epu8((__m128i)(a), (__m128i)(b))
#else
#define ADD(vector, a, b) (((a) + (b)) | (vector)((a) + (b) < (b)))
#endif

#define NFB_BYTES 16
#define NFB_TARGET
#define NFB_VARIANT(name) baseline_##name
#define NFB_ADD(a, b) ADD(baseline_bytes, a, b)
#include "blend_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_ADD

#ifdef __x86_64__

#define NFB_BYTES 32
#define NFB_TARGET NFB_TARGET_AVX2
#define NFB_VARIANT(name) avx2_##name
#define NFB_ADD(a, b) _mm256_adds_epu8((__m256i)(a), (__m256i)(b))
#include "blend_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_ADD

#define NFB_BYTES 64
#define NFB_TARGET NFB_TARGET_AVX512
#define NFB_VARIANT(name) avx512_##name
#define NFB_ADD(a, b) _mm512_adds_epu8((__m512i)(a), (__m512i)(b))
#include "blend_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_ADD

#endif

static uint64_t blended(const struct nfb_accumulator *acc)
{
	(void)acc;
	return 0;
}

const struct nfb_isa_variant nfb_blend_variants[] = {
#ifdef __x86_64__
	{ { .instruction_set = "avx512", .add = avx512_blend,
		.result = blended }, nfb_has_avx512 },
	{ { .instruction_set = "avx2", .add = avx2_blend,
		.result = blended }, nfb_has_avx2 },
#endif
	{ { .instruction_set = NFB_BASELINE, .add = baseline_blend,
		.result = blended }, nfb_always },
	{ { 0 }, NULL },
};
