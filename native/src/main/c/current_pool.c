/* SPDX-License-Identifier: MIT */
#include "current_pool.h"

#include <sys/mman.h>

#include "dispatcher.h"
#include "mapping.h"

_Thread_local struct nfb_current_pool nfb_current;

static bool handle_fault(void *address, void *context)
{
	struct nfb_pool *pool = nfb_current.pool;
	unsigned char *at = address;

	(void)context;
	if (!pool || at < pool->base || at >= pool->base + pool->size)
		return false;
	/* Writable, as the mapping was: a caller that writes after the
	 * fault would die of SIGSEGV otherwise. */
	if (nfb_replace_with_zeros(pool->base, pool->size,
				PROT_READ | PROT_WRITE))
		return false;
	nfb_current.lost = 1;
	nfb_count_fault();
	return true;
}

int nfb_current_pool_attach(struct nfb_pool *pool)
{
	int error = nfb_check_replaceable(pool);

	if (!error)
		error = nfb_dispatch_to(handle_fault);
	return error ? error : nfb_map_shared(pool);
}
