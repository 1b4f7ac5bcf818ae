/* SPDX-License-Identifier: MIT */
/*
 * libwayland's algorithm (wayland-shm.c): begin writes the pool into thread-
 * local state and makes no system call; the handler, installed once, puts
 * anonymous zeros over the whole pool at the first fault; end reads the flag.
 *
 * Its limits are the original's too. One pool at a time in a thread: begin on
 * a second one fails. The flag is the faulting thread's: another reader of
 * the same pool sees zeros and is not told. Valid pages are lost with the
 * others, and the client's later drawing is never seen again until the pool
 * is attached anew.
 */
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>

#include "dispatcher.h"
#include "mapping.h"

NFB_HANDLER_TLS struct {
	struct nfb_pool *volatile pool;
	unsigned nesting;
	volatile sig_atomic_t lost;
} current;

static bool claim(void *address)
{
	struct nfb_pool *pool = current.pool;
	unsigned char *at = address;

	if (!pool || at < pool->base || at >= pool->base + pool->size)
		return false;
	/* Writable, as the mapping was: a caller that writes after the
	 * fault would die of SIGSEGV otherwise. */
	if (nfb_replace_with_zeros(pool->base, pool->size,
				PROT_READ | PROT_WRITE))
		return false;
	current.lost = 1;
	nfb_count_fault();
	return true;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_dispatch_to(claim);

	return error ? error : nfb_map_shared(pool);
}

/* The counter is stored, not incremented, for the outermost section: an
 * increment would make each section wait for the one before. */
NFB_INLINE int begin(struct nfb_pool *pool)
{
	if (!current.pool) {
		current.pool = pool;
		current.nesting = 1;
	} else if (current.pool == pool) {
		current.nesting++;
	} else {
		return -EBUSY;
	}
	/* The handler runs in this thread: the compiler's order is enough. */
	atomic_signal_fence(memory_order_seq_cst);
	return 0;
}

NFB_INLINE bool end(void)
{
	bool lost;

	atomic_signal_fence(memory_order_seq_cst);
	lost = current.lost;
	if (current.nesting > 1) {
		current.nesting--;
	} else {
		current.pool = NULL;
		if (lost)
			current.lost = 0;
	}
	return lost;
}

NFB_INLINE int read_once(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel, struct nfb_access *access)
{
	int error = begin(pool);

	if (error)
		return error;
	access->checksum = nfb_read_region(pool->base, region, kernel);
	access->lost = end();
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_pool = {
	.id = "guard-pool",
	.name = "Guarded, whole pool",
	.summary = "thread-local current pool; on a fault the whole pool "
		"becomes anonymous memory (libwayland's algorithm)",
	.family = NFB_FAMILY_GUARD,
	.traits = NFB_SURVIVES_TRUNCATION | NFB_TELLS_LOSS | NFB_READS_ZEROS
		| NFB_WRITABLE,
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
