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
#ifndef NFB_CURRENT_POOL_H
#define NFB_CURRENT_POOL_H

#include <errno.h>
#include <signal.h>

#include "mapping.h"

struct nfb_current_pool {
	struct nfb_pool *volatile pool;
	unsigned nesting;
	volatile sig_atomic_t lost;
};

/* initial-exec: see NFB_HANDLER_TLS. */
extern _Thread_local struct nfb_current_pool nfb_current
	__attribute__((tls_model("initial-exec"), visibility("hidden")));

/* MAP_SHARED, with the handler in place. */
int nfb_current_pool_attach(struct nfb_pool *pool);

/* The counter is stored, not incremented, for the outermost section: an
 * increment would make each section wait for the one before. */
NFB_INLINE int nfb_current_pool_begin(struct nfb_pool *pool)
{
	if (!nfb_current.pool) {
		nfb_current.pool = pool;
		nfb_current.nesting = 1;
	} else if (nfb_current.pool == pool) {
		nfb_current.nesting++;
	} else {
		return -EBUSY;
	}
	/* The handler runs in this thread: the compiler's order is enough. */
	atomic_signal_fence(memory_order_seq_cst);
	return 0;
}

/* Whether this thread has lost bytes since begin. */
NFB_INLINE bool nfb_current_pool_end(void)
{
	bool lost;

	atomic_signal_fence(memory_order_seq_cst);
	lost = nfb_current.lost;
	if (nfb_current.nesting > 1) {
		nfb_current.nesting--;
	} else {
		nfb_current.pool = NULL;
		if (lost)
			nfb_current.lost = 0;
	}
	return lost;
}

/* What these guards do not do, for their registry rows. */
#define NFB_CURRENT_POOL_LACKS \
	NFB_CHARGED_FOR_HOLES, \
	{ NFB_KEEPS_VALID_PAGES | NFB_SEES_REGROWTH, \
		"the whole pool is anonymous memory from the first fault " \
		"until it is attached anew" }, \
	{ NFB_TELLS_SECOND_READER, \
		"the flag belongs to the thread that faulted first" }, \
	{ NFB_NESTS_TWO_POOLS, \
		"a thread has one current pool: begin refuses another" }

#endif
