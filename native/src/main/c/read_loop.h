/* SPDX-License-Identifier: MIT */
/*
 * A read loop: the loop that consumes the bytes of an access, the same for
 * every strategy. `sum` (sum.h) looks at every byte; `copy` and `blend` put
 * the rows of the region, packed, into an upload buffer of the caller's; `fill`
 * goes the other way, between the same begin and end.
 */
#ifndef NFB_READ_LOOP_H
#define NFB_READ_LOOP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nofault.h"

#define NFB_COLUMNS 32

/*
 * Where the code of the read loops lies, all of it and nothing else, so that
 * guard-fixup knows a fault of theirs by the program counter. They keep frame
 * pointers from their first instruction that reads memory (Makefile).
 */
#define NFB_READ_LOOP __attribute__((section("nfb_read_loops")))

/*
 * In every `add`: gcc makes no frame for a function that needs no stack, whatever
 * it is told, and guard-fixup finds its way back by the frame.
 */
#define NFB_MAKE_FRAME() \
	__asm__ volatile("" : : "r"(__builtin_frame_address(0)))

/* What a loop keeps during one access. */
struct nfb_accumulator {
	_Alignas(64) uint64_t columns[NFB_COLUMNS];
	unsigned char *upload; /* where the next byte goes */
};

struct nfb_read_loop {
	const char *instruction_set;
	/* Appends one run; of `sum`, a run that is continued elsewhere must be
	 * cut at a multiple of the chunk size, of `blend` at one of a pixel. */
	void (*add)(struct nfb_accumulator *acc, const void *bytes,
			size_t length);
	/* What the access returns; the upload buffer's writes are done. */
	uint64_t (*result)(const struct nfb_accumulator *acc);

	/* It only moves bytes to the upload buffer: whoever copies them out
	 * of the pool copies them there, and calls no `add`. */
	bool is_copy;
	/* It writes the pool, from the upload buffer: a screen capture. */
	bool writes_pool;
	/* Its loop is another library's: guard-fixup does not know it. */
	bool external_library;
	/* A whole rectangle at once, or NULL: another library's call costs as
	 * much as a row. */
	void (*add_rows)(struct nfb_accumulator *acc, const void *first_row,
			size_t row_bytes, size_t rows, size_t stride_bytes);
	unsigned char *upload; /* of the caller, in the caller's copy of this */
};

/* A loop for one instruction set; the last of an array has no ADD. */
struct nfb_isa_variant {
	struct nfb_read_loop loop;
	/* Whether this machine has what it takes; if not, what it lacks. */
	bool (*runs_here)(const char **missing);
};

/* Of each loop, fastest first. */
extern const struct nfb_isa_variant nfb_sum_variants[], nfb_copy_variants[],
	nfb_copy_stream_variants[], nfb_memcpy_variants[], nfb_blend_variants[],
	nfb_pixman_variants[], nfb_fill_variants[];

/*
 * At the start of an access. Zeros by vectors of the baseline and unrolled: an
 * initializer becomes `rep stos`, whose start alone costs 10 ns, an eighth of
 * reading 16 KiB.
 */
static inline void nfb_accumulator_init(struct nfb_accumulator *acc,
		const struct nfb_read_loop *loop)
{
	typedef uint64_t pair __attribute__((vector_size(16), may_alias));
	pair *columns = (pair *)acc->columns;

#pragma GCC unroll 16
	for (int i = 0; i < NFB_COLUMNS / 2; i++)
		columns[i] = (pair){ 0 };
	acc->upload = loop->upload;
}

/*
 * The fastest variant of loop ID (enum nfb_read_loop_id) that this machine
 * runs; the environment variable NFB_INSTRUCTION_SET names a slower one. NULL
 * where it runs none, and then *MISSING says why, in one line.
 */
const struct nfb_read_loop *nfb_read_loop_of(int id, const char **missing);

/* Variant INDEX of those of loop ID that this machine runs, fastest first, or
 * NULL. */
const struct nfb_read_loop *nfb_read_loop_at(int id, int index);

/* The variant of `sum` in use. */
const struct nfb_read_loop *nfb_sum_loop(void);

#endif
