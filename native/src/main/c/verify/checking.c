/* SPDX-License-Identifier: MIT */
#include "checking.h"

#include "frame.h"

/* What this read loop keeps in place of columns. It starts with zeros. */
enum { BYTES_BEFORE, NOT_THE_FRAME, NOT_THE_CLIENTS };

/* Where the run begins; an access has no place for it. */
static _Thread_local uint64_t first_byte;

/* The eight bytes of the frame from byte AT on. */
NFB_READ_LOOP __attribute__((always_inline))
static inline uint64_t frame_at(uint64_t at)
{
	uint64_t word = NFB_TESTBED_SEED + at / 8 * NFB_FRAME_STEP;
	unsigned shift = at % 8 * 8;

	return shift ? word >> shift | (word + NFB_FRAME_STEP) << (64 - shift)
		: word;
}

/*
 * Byte by byte where a word differs: a load across the end of what is left
 * finds zeros in part, and a copy by a system call may be caught in the middle
 * of a word that is drawn over zeros.
 */
NFB_READ_LOOP __attribute__((always_inline))
static inline uint64_t foreign_bytes(uint64_t word, uint64_t expected)
{
	uint64_t count = 0;

	for (int byte = 0; byte < 64; byte += 8) {
		uint64_t mask = UINT64_C(0xff) << byte;

		count += word & mask && (word & mask) != (expected & mask);
	}
	return count;
}

/* Like every read loop it lies in their section, with nothing it calls
 * outside of it: see guard_fixup.c. */
NFB_READ_LOOP
static void check_words(
		struct nfb_accumulator *acc, const void *bytes, size_t length)
{
	typedef uint64_t __attribute__((aligned(1), may_alias)) unaligned;
	const unsigned char *at = bytes;

	NFB_MAKE_FRAME();
	for (size_t i = 0; i + 8 <= length; i += 8) {
		uint64_t word = *(const volatile unaligned *)(at + i);
		uint64_t expected = frame_at(acc->columns[BYTES_BEFORE] + i
				+ first_byte);

		if (word != expected) {
			acc->columns[NOT_THE_FRAME]++;
			acc->columns[NOT_THE_CLIENTS] +=
					foreign_bytes(word, expected);
		}
	}
	acc->columns[BYTES_BEFORE] += length;
}

static uint64_t findings(const struct nfb_accumulator *acc)
{
	return acc->columns[NOT_THE_CLIENTS] << 32
			| acc->columns[NOT_THE_FRAME];
}

struct nfb_access nfb_check_access(const struct nfb_testbed *testbed,
		const struct nfb_region *region)
{
	static const struct nfb_read_loop checking = {
		.instruction_set = "checking", .add = check_words,
		.result = findings };
	struct nfb_access access;

	first_byte = region->offset_bytes;
	access = nfb_access_with(testbed, region, &checking);
	EXPECT(access.checksum >> 32 == 0,
			"read bytes that are neither the client's nor zero");
	return access;
}
