/* SPDX-License-Identifier: MIT */
/*
 * wlroots' way (types/wlr_shm.c): begin sets the SIGBUS handler and puts the
 * mapping on a list of the process, end takes it off and puts the handler
 * back that was there: two system calls around every access that is not
 * nested in another. The handler replaces the whole mapping; nobody is told,
 * neither the client nor the caller.
 *
 * The original's list is changed by one thread only, its renderer's; this one
 * has a lock, which costs a hundredth of the system calls.
 */
#include "access_list.h"
#include "mapping.h"

/* Begin and end are system calls; their failure is a failed access. */
static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_listed_access listed;
	int error;

	listed.pool = pool;
	listed.start = pool->base;
	listed.length = pool->size;
	error = nfb_access_list_add(&listed, NFB_HANDLER_WHILE_LISTED);
	if (error)
		return error;
	access->checksum = nfb_read_region(pool->base, region, loop);
	return nfb_access_list_remove(&listed, NFB_HANDLER_WHILE_LISTED);
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_list = {
	.id = "guard-list",
	.name = "Guarded, handler per access",
	.summary = "two sigaction calls around every access, a list of the "
		"process, the whole mapping replaced (wlroots)",
	.family = NFB_FAMILY_GUARD,
	.own_handler = true,
	.because = "the handler, set for the length of the access, replaces "
		"the mapping that is on the list",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_TELLS_LOSS | NFB_TELLS_SECOND_READER,
			"its handler keeps no record" },
		{ NFB_KEEPS_VALID_PAGES | NFB_SEES_REGROWTH,
			"the whole mapping is anonymous memory from the first "
			"fault until it is attached anew" },
	},
	.attach = nfb_access_list_attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
