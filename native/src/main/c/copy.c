/* SPDX-License-Identifier: MIT */
/*
 * The `copy` read loops: rows into an upload buffer, as a texture upload.
 * The streaming one stores past the caches, for a staging area that the CPU
 * does not read again; glibc's memcpy stands beside them as their peer.
 */
#include "read_loop.h"

#include <string.h>

#include "cpu.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

/* Near: beside a stream of stores that fetch their lines too, asking further
 * ahead loses a fifth of a 4K frame's rate (measured from 192 to 4096). */
#define NFB_AHEAD_BYTES 256

/* Fewer bytes than a vector. Not by memcpy: a call would read them outside of
 * the section of the read loops. */
NFB_READ_LOOP __attribute__((always_inline))
static inline void move_few(unsigned char *to, const unsigned char *from,
		size_t length)
{
	for (size_t i = 0; i < length; i++) {
		to[i] = from[i];
		__asm__ volatile("" ::: "memory");
	}
}

#ifdef __x86_64__

#define NFB_BYTES 16
#define NFB_TARGET
#define NFB_VARIANT(name) baseline_##name
#define NFB_STREAM(to, from) _mm_stream_si128((__m128i *)(to), (__m128i)(from))
#include "copy_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_STREAM

#define NFB_BYTES 32
#define NFB_TARGET NFB_TARGET_AVX2
#define NFB_VARIANT(name) avx2_##name
#define NFB_STREAM(to, from) \
	_mm256_stream_si256((__m256i *)(to), (__m256i)(from))
#include "copy_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_STREAM

#define NFB_BYTES 64
#define NFB_TARGET NFB_TARGET_AVX512
#define NFB_VARIANT(name) avx512_##name
#define NFB_STREAM(to, from) \
	_mm512_stream_si512((__m512i *)(to), (__m512i)(from))
#include "copy_variant.h"
#undef NFB_BYTES
#undef NFB_TARGET
#undef NFB_VARIANT
#undef NFB_STREAM

/* What was streamed is seen by others only behind a fence (Intel SDM vol. 1,
 * 10.4.6.2). */
static uint64_t streamed(const struct nfb_accumulator *acc)
{
	(void)acc;
	_mm_sfence();
	return 0;
}

#else

/* Two registers at once: LDP and STNP are aarch64's way past the caches, and
 * gcc has no builtin for the latter. */
#define NFB_BYTES 16
#define NFB_TARGET
#define NFB_VARIANT(name) baseline_##name
#define NFB_STREAM(to, from) (*(to) = (from))
#include "copy_variant.h"

static uint64_t streamed(const struct nfb_accumulator *acc)
{
	(void)acc;
	return 0;
}

#endif

static uint64_t copied(const struct nfb_accumulator *acc)
{
	(void)acc;
	return 0;
}

const struct nfb_isa_variant nfb_copy_variants[] = {
#ifdef __x86_64__
	{ { .instruction_set = "avx512", .add = avx512_copy,
		.result = copied, .is_copy = true }, nfb_has_avx512 },
	{ { .instruction_set = "avx2", .add = avx2_copy,
		.result = copied, .is_copy = true }, nfb_has_avx2 },
#endif
	{ { .instruction_set = NFB_BASELINE, .add = baseline_copy,
		.result = copied, .is_copy = true }, nfb_always },
	{ { 0 }, NULL },
};

#ifdef __x86_64__
const struct nfb_isa_variant nfb_copy_stream_variants[] = {
	{ { .instruction_set = "avx512", .add = avx512_stream,
		.result = streamed }, nfb_has_avx512 },
	{ { .instruction_set = "avx2", .add = avx2_stream,
		.result = streamed }, nfb_has_avx2 },
	{ { .instruction_set = NFB_BASELINE, .add = baseline_stream,
		.result = streamed }, nfb_always },
	{ { 0 }, NULL },
};
#else
static bool no_stream(const char **missing)
{
	*missing = "stores past the caches are written for x86-64";
	return false;
}

const struct nfb_isa_variant nfb_copy_stream_variants[] = {
	{ { .instruction_set = NFB_BASELINE, .add = baseline_stream,
		.result = streamed }, no_stream },
	{ { 0 }, NULL },
};
#endif

static void libc_copy(
		struct nfb_accumulator *acc, const void *bytes, size_t length)
{
	memcpy(acc->upload, bytes, length);
	acc->upload += length;
}

const struct nfb_isa_variant nfb_memcpy_variants[] = {
	{ { .instruction_set = "glibc",
			  .add = libc_copy,
			  .result = copied,
			  .is_copy = true,
			  .external_library = true },
			nfb_always },
	{ { 0 }, NULL },
};

const struct nfb_isa_variant nfb_fill_variants[] = {
#ifdef __x86_64__
	{ { .instruction_set = "avx512", .add = avx512_fill,
		.result = copied, .writes_pool = true }, nfb_has_avx512 },
	{ { .instruction_set = "avx2", .add = avx2_fill,
		.result = copied, .writes_pool = true }, nfb_has_avx2 },
#endif
	{ { .instruction_set = NFB_BASELINE, .add = baseline_fill,
		.result = copied, .writes_pool = true }, nfb_always },
	{ { 0 }, NULL },
};
