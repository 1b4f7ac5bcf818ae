/* SPDX-License-Identifier: MIT */
/*
 * The `sum` read kernel: touches every byte of a run and keeps a checksum
 * that depends on every word's place. Checksum.java computes the same from
 * the seed alone and defines it:
 *
 * A run is cut into chunks of 4096 bytes, the last padded with zeros. Word i
 * of a chunk belongs to column i mod 32. For each chunk every column becomes
 * 31 * column + the sum of its words. The result is the sum of the columns,
 * column j rotated left by 2j + 1. All of it modulo 2^64.
 *
 * So the inner loop is one load and one add a vector, which is as fast as
 * loads alone; what makes chunks and columns differ is paid once in 4096
 * bytes and once in an access.
 */
#ifndef NFB_SUM_H
#define NFB_SUM_H

#include <stddef.h>
#include <stdint.h>

#define NFB_SUM_COLUMNS 32
#define NFB_SUM_CHUNK_BYTES 4096

/*
 * Where the code of the read kernels lies, all of it and nothing else, so that
 * guard-fixup knows a fault of theirs by the program counter. They keep frame
 * pointers from their first instruction that reads memory (Makefile).
 */
#define NFB_READ_KERNEL __attribute__((section("nfb_read_kernels")))

struct nfb_sum {
	_Alignas(64) uint64_t columns[NFB_SUM_COLUMNS];
};

/*
 * All zeros, at the start of an access. By vectors of the baseline and
 * unrolled: an initializer becomes `rep stos`, whose start alone costs 10 ns,
 * an eighth of reading 16 KiB.
 */
static inline void nfb_sum_start(struct nfb_sum *sum)
{
	typedef uint64_t pair __attribute__((vector_size(16), may_alias));
	pair *columns = (pair *)sum->columns;

#pragma GCC unroll 16
	for (int i = 0; i < NFB_SUM_COLUMNS / 2; i++)
		columns[i] = (pair){ 0 };
}

struct nfb_sum_kernel {
	const char *instruction_set;
	/* Appends one run; a run that is continued elsewhere must be cut at a
	 * multiple of the chunk size. */
	void (*add)(struct nfb_sum *sum, const void *bytes, size_t length);
	uint64_t (*result)(const struct nfb_sum *sum);
};

/*
 * The fastest kernel that this CPU runs, chosen when the library is loaded;
 * the environment variable NFB_INSTRUCTION_SET names a slower one.
 */
const struct nfb_sum_kernel *nfb_sum_kernel(void);

/* Kernel INDEX of those that this CPU runs, fastest first, or NULL. */
const struct nfb_sum_kernel *nfb_sum_kernel_at(int index);

#endif
