/* SPDX-License-Identifier: MIT */
#include "guard_scope.h"

#include "dispatcher.h"
#include "mapping.h"

_Thread_local struct nfb_guard_scope *volatile nfb_innermost_scope;

/* Async-signal-safe: reads the list of this very thread, which is whole at
 * every instruction that can fault; repairs keep to the same rule. */
static bool handle_fault(void *address, void *context)
{
	const unsigned char *at = address;

	(void)context;
	for (struct nfb_guard_scope *scope = nfb_innermost_scope; scope;
			scope = scope->outer) {
		struct nfb_pool *pool = scope->pool;

		if (at < pool->base || at >= pool->base + pool->size)
			continue;
		/* Before the repair: another thread may read the zeros, which
		 * raise no signal, and end its access as soon as they are
		 * there. Where the repair fails the process dies. */
		atomic_store_explicit(&pool->lost, true, memory_order_release);
		if (!pool->repair(pool, nfb_page_of(at)))
			return false;
		nfb_count_fault();
		return true;
	}
	return false;
}

int nfb_guard_by_scopes(struct nfb_pool *pool,
		bool (*repair)(struct nfb_pool *pool, unsigned char *page))
{
	int error = nfb_check_replaceable(pool);

	if (!error)
		error = nfb_dispatch_to(handle_fault);
	pool->repair = repair;
	atomic_init(&pool->lost, false);
	return error;
}
