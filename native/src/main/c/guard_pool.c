/* SPDX-License-Identifier: MIT */
/* libwayland's algorithm, which current_pool.h has, around a plain read. */
#include "current_pool.h"
#include "mapping.h"

NFB_INLINE int read_once(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	int error = nfb_current_pool_begin(pool);

	if (error)
		return error;
	access->checksum = nfb_read_region(pool->base, region, loop);
	access->lost = nfb_current_pool_end();
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_pool = {
	.id = "guard-pool",
	.name = "Guarded, whole pool",
	.summary = "thread-local current pool; on a fault the whole pool "
		"becomes anonymous memory (libwayland's algorithm)",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces the pool of the thread's access by "
		"zeros and passes on every other fault",
	.lacks = { NFB_CURRENT_POOL_LACKS },
	.attach = nfb_current_pool_attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
