/* SPDX-License-Identifier: MIT */
/*
 * Mir's way (server/shm_backing.cpp): begin allocates a record of the range
 * that is going to be read and sets the SIGBUS handler over whatever is there
 * by now, so that it comes before a handler that was installed later; the
 * handler replaces the pages of that range; the caller asks the record.
 *
 * Differences: a range that begins inside a page is widened to its pages
 * (mmap refuses it otherwise), the first byte belongs to it, what was replaced
 * stays zeros instead of becoming a hole in the mapping, and records of ended
 * accesses are freed.
 */
#include <errno.h>
#include <stdlib.h>

#include "access_list.h"
#include "mapping.h"

static struct nfb_listed_access *record_of(struct nfb_pool *pool,
		const struct nfb_region *region)
{
	struct nfb_listed_access *listed = malloc(sizeof(*listed));
	const unsigned char *first = pool->base + region->offset_bytes;
	const unsigned char *end = first;

	if (!listed)
		return NULL;
	if (region->rows > 0)
		end += region->more_rectangles * region->rectangle_stride_bytes
			+ (region->rows - 1) * region->stride_bytes
			+ region->row_bytes;
	listed->pool = pool;
	listed->start = nfb_page_of(first);
	listed->length =
			nfb_page_of(end + nfb_page_bytes() - 1) - listed->start;
	return listed;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_listed_access *listed = record_of(pool, region);
	int error = listed ? nfb_access_list_add(listed, NFB_HANDLER_PER_ACCESS)
			   : -ENOMEM;

	if (!error) {
		access->checksum = nfb_read_region(pool->base, region, loop);
		error = nfb_access_list_remove(listed, NFB_HANDLER_PER_ACCESS);
		access->lost = listed->lost;
	}
	free(listed);
	return error;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_range = {
	.id = "guard-range",
	.name = "Guarded, accessed range",
	.summary = "a record and a sigaction call for each access; only the "
		"pages of the accessed range are replaced (Mir)",
	.family = NFB_FAMILY_GUARD,
	.own_handler = true,
	.because = "the handler, set anew at each access, replaces the range "
		"that is on the list and marks the accesses it concerns",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_KEEPS_VALID_PAGES | NFB_SEES_REGROWTH,
			"the range of the access is anonymous memory from its "
			"first fault until the pool is attached anew" },
		{ NFB_TELLS_SECOND_READER,
			"the record ends with its access: who reads the zeros "
			"afterwards is not told" },
	},
	.attach = nfb_access_list_attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
