/* SPDX-License-Identifier: MIT */
/*
 * Guards that mend the mapping: begin puts the access on a list of the
 * thread's own, the handler looks the fault up there and has the pool's
 * `repair` put zeros at the missing page, end takes the access off again
 * (Jay's clientmem.rs keeps such a list). Accesses nest, of any pools, and no
 * thread reads another's list.
 *
 * The loss is remembered in the pool and not in the thread: whoever reads the
 * pool from then on is told, since the zeros stay.
 */
#ifndef NFB_GUARD_SCOPE_H
#define NFB_GUARD_SCOPE_H

#include "access.h"

struct nfb_guard_scope {
	struct nfb_pool *pool;
	struct nfb_guard_scope *outer;
};

/* initial-exec: see NFB_HANDLER_TLS. */
extern _Thread_local struct nfb_guard_scope *volatile nfb_innermost_scope
	__attribute__((tls_model("initial-exec"), visibility("hidden")));

/* Has the scopes of POOL mended with REPAIR; the caller maps it. */
int nfb_guard_by_scopes(struct nfb_pool *pool,
		bool (*repair)(struct nfb_pool *pool, unsigned char *page));

NFB_INLINE void nfb_scope_begin(struct nfb_guard_scope *scope,
		struct nfb_pool *pool)
{
	scope->pool = pool;
	scope->outer = nfb_innermost_scope;
	/* The handler runs in this thread: the compiler's order is enough. */
	atomic_signal_fence(memory_order_seq_cst);
	nfb_innermost_scope = scope;
	atomic_signal_fence(memory_order_seq_cst);
}

/* Whether bytes of the pool have been lost. */
NFB_INLINE bool nfb_scope_end(const struct nfb_guard_scope *scope)
{
	atomic_signal_fence(memory_order_seq_cst);
	nfb_innermost_scope = scope->outer;
	nfb_reads_before();
	return atomic_load_explicit(&scope->pool->lost,
			memory_order_acquire);
}

/* READ_ONCE of these guards. */
NFB_INLINE int nfb_read_in_scope(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_guard_scope scope;

	nfb_scope_begin(&scope, pool);
	access->checksum = nfb_read_region(pool->base, region, loop);
	access->lost = nfb_scope_end(&scope);
	return 0;
}

#endif
