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

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "nofault.h"
#include "read_loop.h"

#define NFB_INLINE static inline __attribute__((always_inline))

/*
 * Keeps the reads of an access before the load of what tells of a loss: an
 * acquiring load orders what follows it, and here what precedes it counts.
 * x86-64 does not reorder loads. Written out, because ThreadSanitizer knows no
 * fences and gcc warns of them.
 */
NFB_INLINE void nfb_reads_before(void)
{
#ifdef __aarch64__
	__asm__ volatile("dmb ishld" ::: "memory");
#else
	__asm__ volatile("" ::: "memory");
#endif
}

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

	/* For the guards of guard_scope.h. REPAIR runs in the signal handler
	 * and puts something that can be read at PAGE; LOST stays set. */
	bool (*repair)(struct nfb_pool *pool, unsigned char *page);
	atomic_bool lost;

	/* Of mapping.c: single repairs in place, and where the last ended. */
	atomic_int repairs;
	atomic_uintptr_t repaired_to;
};

/* What one access read. */
struct nfb_access {
	uint64_t checksum; /* of zeros in place of lost bytes */
	bool lost;         /* the strategy tells its caller of a loss */
};

/* Properties that a strategy does not have, and the one reason for it. */
struct nfb_lack {
	int properties; /* enum nfb_trait */
	const char *why;
};

struct nfb_strategy {
	const char *id;
	const char *name;
	const char *summary;
	enum nfb_family family;
	int labels; /* enum nfb_trait, of those that are no properties */
	/* Attach can fail for what other processes of the user hold, or what a
	 * filter of system calls refuses. */
	bool limited;

	/* It installs a SIGBUS handler of its own, beside the dispatcher's: it
	 * is measured in a process of its own. */
	bool own_handler;

	/* One sentence: why it has every property that it does not deny.
	 * `nofault-verify` fails where either turns out otherwise. */
	const char *because;
	/* NULL, or whether this machine has the version of another's library
	 * in which the lacks were found; what a later one has is no failure. */
	bool (*is_known_version)(void);
	struct nfb_lack lacks[17]; /* ends where a `why` is NULL */

	/* Of a strategy from outside (nofault_strategy.h), in place of PROBE:
	 * why this machine cannot run it, or NULL where it can. */
	const char *(*missing)(void);

	/* 0 where this machine runs it, with what is to be known of it in
	 * REMARK, if anything; or -errno and the reason there, in one line.
	 * NULL: runs everywhere. May fork, must not outlive the call. */
	int (*probe)(char *remark, size_t length);

	/* What a compositor has before the client sends its file, such as the
	 * client's connection; 0 or -errno. NULL: nothing. */
	int (*connect)(struct nfb_pool *pool);

	/* Undoes connect, after detach. */
	void (*disconnect)(struct nfb_pool *pool);

	/* Maps POOL, whose fd and size are set; 0 or -errno. */
	int (*attach)(struct nfb_pool *pool);

	/* Undoes attach; the fd is closed by the caller. */
	void (*detach)(struct nfb_pool *pool);

	/* Makes the pool SIZE bytes long, whose bytes the client promises; 0,
	 * or -errno and the pool as it was. NULL: detached and attached anew.
	 */
	int (*resize)(struct nfb_pool *pool, size_t size);

	/* Whether the client has been told of a loss, of a strategy that tells
	 * the client and not its caller; NULL for the others. */
	bool (*client_was_told)(struct nfb_pool *pool);

	/* One access, 0 or -errno. Lost bytes are no error. */
	int (*read_once)(struct nfb_pool *pool, const struct nfb_region *region,
			const struct nfb_read_loop *loop,
			struct nfb_access *access);

	/* Of a strategy that maps nothing: writes LENGTH bytes at OFFSET of the
	 * client's file, as a screen capture does; 0 or -errno. NULL: writes,
	 * if at all, through its mapping. */
	int (*write_run)(struct nfb_pool *pool, const unsigned char *from,
			uint64_t offset, uint64_t length);

	/* ACCESSES of them; made by NFB_BATCH_OF. */
	int (*read_batch)(struct nfb_pool *pool,
			const struct nfb_region *region,
			const struct nfb_read_loop *loop, uint64_t accesses,
			struct nfb_outcome *outcome);
};

/* The properties that a strategy has and its labels. */
static inline int nfb_traits_of(const struct nfb_strategy *strategy)
{
	int traits = NFB_ALL_PROPERTIES | strategy->labels;

	for (const struct nfb_lack *lack = strategy->lacks; lack->why;
			lack++)
		traits &= ~lack->properties;
	return traits;
}

/* What nothing but a mapping of one's own, writable and shared, can do. */
#define NFB_NEEDS_SHARED_MAPPING (NFB_WRITABLE | NFB_SURVIVES_LOST_WRITE)

/* What a mapping that nothing protects does not survive. */
#define NFB_NEEDS_PROTECTION (NFB_SURVIVES_TRUNCATION \
	| NFB_SURVIVES_TRUNCATION_TO_HALF \
	| NFB_SURVIVES_TRUNCATION_INSIDE_PAGE \
	| NFB_SURVIVES_AT_UNALIGNED_OFFSET | NFB_SURVIVES_UNBACKABLE_HOLE \
	| NFB_SURVIVES_SCATTERED_HOLES | NFB_SURVIVES_BEYOND_MEMORY \
	| NFB_SURVIVES_HUGE_PAGE_FILE \
	| NFB_SURVIVES_PAST_SEALED_END | NFB_SURVIVES_LOST_WRITE \
	| NFB_SURVIVES_ATTACKER | NFB_READS_ZEROS | NFB_KEEPS_VALID_PAGES \
	| NFB_TELLS_LOSS | NFB_TELLS_SECOND_READER | NFB_SEES_REGROWTH \
	| NFB_WORKS_IN_TWO_THREADS | NFB_NESTS_TWO_POOLS)

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
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome,
		int (*read_once)(struct nfb_pool *, const struct nfb_region *,
			const struct nfb_read_loop *, struct nfb_access *))
{
	/* In registers: kept in OUTCOME, the fold would wait for its own store
	 * in each round and cost more than a guard does. */
	uint64_t checksum = 0, lost = 0;

	for (uint64_t i = 0; i < accesses; i++) {
		struct nfb_access access = { 0, false };
		int error = read_once(pool, region, loop, &access);

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
			const struct nfb_read_loop *loop, \
			uint64_t accesses, struct nfb_outcome *outcome) \
	{ \
		return nfb_batch_of(pool, region, loop, accesses, outcome, \
				read_once); \
	}

/* Rows of all its rectangles. */
static inline uint64_t nfb_rows_of(const struct nfb_region *region)
{
	return region->rows * (region->more_rectangles + 1);
}

/* Where row INDEX of them begins, counted from the pool's start. */
static inline uint64_t nfb_offset_of(const struct nfb_region *region,
		uint64_t index)
{
	return region->offset_bytes
		+ index / region->rows * region->rectangle_stride_bytes
		+ index % region->rows * region->stride_bytes;
}

NFB_INLINE void nfb_read_rectangle(const unsigned char *row,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_accumulator *acc)
{
	if (loop->add_rows) {
		loop->add_rows(acc, row, region->row_bytes, region->rows,
				region->stride_bytes);
		return;
	}
	for (uint64_t i = 0; i < region->rows; i++) {
		loop->add(acc, row, region->row_bytes);
		row += region->stride_bytes;
	}
}

/* Reads REGION of the bytes at BASE; of a region without rows nothing is left
 * but the strategy's begin and end. */
NFB_INLINE uint64_t nfb_read_region(const unsigned char *base,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop)
{
	const unsigned char *first = base + region->offset_bytes;
	struct nfb_accumulator acc;

	if (region->rows == 0)
		return 0;
	nfb_accumulator_init(&acc, loop);
	for (uint64_t i = 0; i <= region->more_rectangles; i++) {
		nfb_read_rectangle(first, region, loop, &acc);
		first += region->rectangle_stride_bytes;
	}
	return loop->result(&acc);
}

/* READ_ONCE of the strategies that do nothing at begin and end. */
NFB_INLINE int nfb_read_mapped(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	access->checksum = nfb_read_region(pool->base, region, loop);
	return 0;
}

#endif
