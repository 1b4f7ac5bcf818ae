/* SPDX-License-Identifier: MIT */
/*
 * What a texture upload does today (weston, Mutter): memcpy from the mapping
 * into a staging area, under libwayland's guard; the staging area is then read
 * by somebody else. The whole access is one guarded section, as there, and the
 * staging area a tile that stays in cache.
 */
#include <string.h>

#include "current_pool.h"
#include "mapping.h"
#include "tiles.h"

NFB_INLINE int fetch(struct nfb_pool *pool, unsigned char *tile,
		uint64_t offset, size_t length, bool *lost)
{
	(void)lost;
	memcpy(tile, pool->base + offset, length);
	return 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	int error = nfb_current_pool_begin(pool);

	if (error)
		return error;
	error = nfb_read_in_tiles(pool, region, loop, access, fetch);
	access->lost = nfb_current_pool_end();
	return error;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_guarded = {
	.id = "copy-guarded",
	.name = "Copied by memcpy, guarded",
	.summary = "memcpy under guard-pool in tiles of 64 KiB, then read the "
		"copy: a texture upload of today",
	.family = NFB_FAMILY_COPY,
	.because = "the memcpy is an access of guard-pool: the handler "
		"replaces the pool of the thread's access by zeros",
	.lacks = {
		NFB_CURRENT_POOL_LACKS,
		{ NFB_NEEDS_SHARED_MAPPING,
			"what is read is a copy; to write, use guard-pool" },
	},
	.attach = nfb_current_pool_attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
