/* SPDX-License-Identifier: MIT */
#include "checking.h"

#include "frame.h"

/* What this read kernel keeps in place of columns. It starts with zeros. */
enum { BYTES_BEFORE, NOT_THE_FRAME, FOREIGN };

/* Where the run begins; an access has no place for it. */
static _Thread_local uint64_t first_byte;

/* The eight bytes of the frame from byte AT on. */
NFB_READ_KERNEL __attribute__((always_inline))
static inline uint64_t frame_at(uint64_t at)
{
	uint64_t word = NFB_STAGE_SEED + at / 8 * NFB_FRAME_STEP;
	unsigned shift = at % 8 * 8;

	return shift ? word >> shift | (word + NFB_FRAME_STEP) << (64 - shift)
		: word;
}

/*
 * Byte by byte where a word differs: a load across the end of what is left
 * finds zeros in part, and a copy by a system call may be caught in the middle
 * of a word that is drawn over zeros.
 */
NFB_READ_KERNEL __attribute__((always_inline))
static inline uint64_t foreign_bytes(uint64_t word, uint64_t expected)
{
	uint64_t count = 0;

	for (int byte = 0; byte < 64; byte += 8) {
		uint64_t mask = UINT64_C(0xff) << byte;

		count += word & mask && (word & mask) != (expected & mask);
	}
	return count;
}

/* Like every read kernel it lies in their section, with nothing it calls
 * outside of it: see guard_fixup.c. */
NFB_READ_KERNEL
static void check_words(struct nfb_sink *sink, const void *bytes, size_t length)
{
	typedef uint64_t __attribute__((aligned(1), may_alias)) unaligned;
	const unsigned char *at = bytes;

	for (size_t i = 0; i + 8 <= length; i += 8) {
		uint64_t word = *(const volatile unaligned *)(at + i);
		uint64_t expected = frame_at(sink->columns[BYTES_BEFORE] + i
				+ first_byte);

		if (word != expected) {
			sink->columns[NOT_THE_FRAME]++;
			sink->columns[FOREIGN] += foreign_bytes(word, expected);
		}
	}
	sink->columns[BYTES_BEFORE] += length;
}

static uint64_t findings(const struct nfb_sink *sink)
{
	return sink->columns[FOREIGN] << 32 | sink->columns[NOT_THE_FRAME];
}

struct nfb_access nfb_check_access(const struct nfb_stage *stage,
		const struct nfb_region *region)
{
	static const struct nfb_kernel checking = {
		.instruction_set = "checking", .add = check_words,
		.result = findings };
	struct nfb_access access;

	first_byte = region->offset_bytes;
	access = nfb_access_with(stage, region, &checking);
	EXPECT(access.checksum >> 32 == 0,
			"read bytes that are neither the client's nor zero");
	return access;
}
