/* SPDX-License-Identifier: MIT */
/*
 * The access contract: what a strategy is.
 *
 * A pool is a client's file as one strategy has attached it. An access is
 * begin, read, end: the unit that every figure is per. A strategy writes one
 * function for it, `read_once`, and lets NFB_BATCH_OF make the loop around it
 * (below), so that the compiler inlines begin and end as it would for a
 * compositor that calls them directly: nothing in the healthy path of a
 * strategy goes through a pointer that its users would not go through.
 *
 * To add a strategy: one file like guard_pool.c, and its row in registry.c.
 */
#ifndef NFB_ACCESS_H
#define NFB_ACCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nofault.h"
#include "sum.h"

#define NFB_INLINE static inline __attribute__((always_inline))

/*
 * Thread-local state that a SIGBUS handler reads. With the default model of a
 * dlopened library the first use in a thread may allocate, inside the handler;
 * initial-exec is a plain offset from the thread pointer.
 */
#define NFB_HANDLER_TLS \
	static _Thread_local __attribute__((tls_model("initial-exec")))

struct nfb_pool {
	const struct nfb_strategy *strategy;
	unsigned char *base; /* NULL where the strategy maps nothing */
	size_t size;
	int fd;              /* the pool's own, open until it is detached */
	void *state;         /* of the strategy, between attach and detach */
};

/* What one access read. */
struct nfb_access {
	uint64_t checksum; /* of zeros in place of lost bytes */
	bool lost;         /* the strategy tells its caller of a loss */
};

struct nfb_strategy {
	const char *id;
	const char *name;
	const char *summary;
	enum nfb_family family;
	int traits; /* enum nfb_trait */

	/* 0 where this machine runs it, or -errno and one line in REASON.
	 * NULL: runs everywhere. May fork, must not outlive the call. */
	int (*probe)(char *reason, size_t length);

	/* Maps POOL, whose fd and size are set; 0 or -errno. */
	int (*attach)(struct nfb_pool *pool);

	/* Undoes attach; the fd is closed by the caller. */
	void (*detach)(struct nfb_pool *pool);

	/* One access, 0 or -errno. Lost bytes are no error. */
	int (*read_once)(struct nfb_pool *pool, const struct nfb_region *region,
			const struct nfb_sum_kernel *kernel,
			struct nfb_access *access);

	/* ACCESSES of them; made by NFB_BATCH_OF. */
	int (*read_batch)(struct nfb_pool *pool, const struct nfb_region *region,
			const struct nfb_sum_kernel *kernel, uint64_t accesses,
			struct nfb_outcome *outcome);
};

/* Whether REGION lies in SIZE bytes; no sum of its fields may overflow, since
 * they come from callers. */
bool nfb_region_fits(const struct nfb_region *region, uint64_t size);

/* Appends one access to a batch. */
NFB_INLINE uint64_t nfb_fold(uint64_t batch, const struct nfb_access *access)
{
	return 31 * batch + access->checksum;
}

/* The loop around READ_ONCE, a constant that the compiler inlines. */
NFB_INLINE int nfb_batch_of(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel, uint64_t accesses,
		struct nfb_outcome *outcome,
		int (*read_once)(struct nfb_pool *, const struct nfb_region *,
			const struct nfb_sum_kernel *, struct nfb_access *))
{
	/* In registers: kept in OUTCOME, the fold would wait for its own store
	 * in each round and cost more than a guard does. */
	uint64_t checksum = 0, lost = 0;

	for (uint64_t i = 0; i < accesses; i++) {
		struct nfb_access access = { 0, false };
		int error = read_once(pool, region, kernel, &access);

		if (error)
			return error;
		checksum = nfb_fold(checksum, &access);
		lost += access.lost;
		/* Each access reads memory again: the client may have drawn. */
		__asm__ volatile("" ::: "memory");
	}
	outcome->checksum = checksum;
	outcome->lost_accesses = lost;
	return 0;
}

/* Defines `read_batch` of a strategy's file around its READ_ONCE. */
#define NFB_BATCH_OF(read_once) \
	static int read_batch(struct nfb_pool *pool, \
			const struct nfb_region *region, \
			const struct nfb_sum_kernel *kernel, \
			uint64_t accesses, struct nfb_outcome *outcome) \
	{ \
		return nfb_batch_of(pool, region, kernel, accesses, outcome, \
				read_once); \
	}

/* Reads REGION of the bytes at BASE; of a region without rows nothing is left
 * but the strategy's begin and end. */
NFB_INLINE uint64_t nfb_read_region(const unsigned char *base,
		const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel)
{
	const unsigned char *row = base + region->offset_bytes;
	struct nfb_sum sum;

	if (region->rows == 0)
		return 0;
	nfb_sum_start(&sum);
	for (uint64_t i = 0; i < region->rows; i++) {
		kernel->add(&sum, row, region->row_bytes);
		row += region->stride_bytes;
	}
	return kernel->result(&sum);
}

/* READ_ONCE of the strategies that do nothing at begin and end. */
NFB_INLINE int nfb_read_mapped(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel, struct nfb_access *access)
{
	access->checksum = nfb_read_region(pool->base, region, kernel);
	return 0;
}

#endif
