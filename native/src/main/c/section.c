/* SPDX-License-Identifier: MIT */
#include "section.h"

#include "dispatcher.h"
#include "mapping.h"

_Thread_local struct nfb_section *volatile nfb_innermost;

/* Async-signal-safe: reads the list of this very thread, which is whole at
 * every instruction that can fault; repairs keep to the same rule. */
static bool claim(void *address, void *context)
{
	const unsigned char *at = address;

	(void)context;
	for (struct nfb_section *section = nfb_innermost; section;
			section = section->outer) {
		struct nfb_pool *pool = section->pool;

		if (at < pool->base || at >= pool->base + pool->size)
			continue;
		if (!pool->repair(pool, nfb_page_of(at)))
			return false;
		atomic_store_explicit(&pool->lost, true, memory_order_relaxed);
		nfb_count_fault();
		return true;
	}
	return false;
}

int nfb_guard_by_sections(struct nfb_pool *pool,
		bool (*repair)(struct nfb_pool *pool, unsigned char *page))
{
	int error = nfb_dispatch_to(claim);

	pool->repair = repair;
	atomic_init(&pool->lost, false);
	return error;
}
