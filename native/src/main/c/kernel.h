/* SPDX-License-Identifier: MIT */
/*
 * A read kernel: the loop that consumes the bytes of an access, the same for
 * every strategy. `sum` (sum.h) looks at every byte; `copy` and `blend` put
 * the rows of the region, packed, into a staging buffer of the caller's; `fill`
 * goes the other way, between the same begin and end.
 */
#ifndef NFB_KERNEL_H
#define NFB_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nofault.h"

#define NFB_COLUMNS 32

/*
 * Where the code of the read kernels lies, all of it and nothing else, so that
 * guard-fixup knows a fault of theirs by the program counter. They keep frame
 * pointers from their first instruction that reads memory (Makefile).
 */
#define NFB_READ_KERNEL __attribute__((section("nfb_read_kernels")))

/* What a kernel keeps during one access. */
struct nfb_sink {
	_Alignas(64) uint64_t columns[NFB_COLUMNS];
	unsigned char *staging; /* where the next byte goes */
};

struct nfb_kernel {
	const char *instruction_set;
	/* Appends one run; of `sum`, a run that is continued elsewhere must be
	 * cut at a multiple of the chunk size, of `blend` at one of a pixel. */
	void (*add)(struct nfb_sink *sink, const void *bytes, size_t length);
	/* What the access returns; the staging buffer's writes are done. */
	uint64_t (*result)(const struct nfb_sink *sink);

	/* It only moves bytes to the staging buffer: whoever copies them out
	 * of the pool copies them there, and calls no `add`. */
	bool moves;
	/* It writes the pool, from the staging buffer: a screen capture. */
	bool fills;
	/* Its loop is another library's: guard-fixup does not know it. */
	bool foreign;
	/* A whole rectangle at once, or NULL: another library's call costs as
	 * much as a row. */
	void (*add_rows)(struct nfb_sink *sink, const void *first_row,
			size_t row_bytes, size_t rows, size_t stride_bytes);
	unsigned char *staging; /* of the caller, in the caller's copy of this */
};

/* A kernel for one instruction set; the last of an array has no ADD. */
struct nfb_clone {
	struct nfb_kernel kernel;
	/* Whether this machine has what it takes; if not, what it lacks. */
	bool (*runs_here)(const char **missing);
};

/* Of each kernel, fastest first. */
extern const struct nfb_clone nfb_sum_clones[], nfb_copy_clones[],
	nfb_copy_stream_clones[], nfb_memcpy_clones[], nfb_blend_clones[],
	nfb_pixman_clones[], nfb_fill_clones[];

/*
 * At the start of an access. Zeros by vectors of the baseline and unrolled: an
 * initializer becomes `rep stos`, whose start alone costs 10 ns, an eighth of
 * reading 16 KiB.
 */
static inline void nfb_sink_open(struct nfb_sink *sink,
		const struct nfb_kernel *kernel)
{
	typedef uint64_t pair __attribute__((vector_size(16), may_alias));
	pair *columns = (pair *)sink->columns;

#pragma GCC unroll 16
	for (int i = 0; i < NFB_COLUMNS / 2; i++)
		columns[i] = (pair){ 0 };
	sink->staging = kernel->staging;
}

/*
 * The fastest clone of kernel ID (enum nfb_kernel_id) that this machine runs;
 * the environment variable NFB_INSTRUCTION_SET names a slower one. NULL where
 * it runs none, and then *MISSING says why, in one line.
 */
const struct nfb_kernel *nfb_kernel_of(int id, const char **missing);

/* Clone INDEX of those of kernel ID that this machine runs, fastest first, or
 * NULL. */
const struct nfb_kernel *nfb_kernel_at(int id, int index);

/* The clone of `sum` in use. */
const struct nfb_kernel *nfb_sum_kernel(void);

#endif
