/* SPDX-License-Identifier: MIT */
/*
 * The handler asks fstat(2) where the file ends and puts zeros over what lies
 * past that, in one call: one signal for the whole loss, as guard-pool, and
 * the pages that exist stay, as with guard-page. A hole that the filesystem
 * cannot back lies inside the file; there one page is replaced.
 */
#include <sys/mman.h>

#include "mapping.h"
#include "guard_scope.h"

static bool repair(struct nfb_pool *pool, unsigned char *page)
{
	return nfb_replace_lost(pool, page, PROT_READ | PROT_WRITE) == 0;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_guard_by_scopes(pool, repair);

	return error ? error : nfb_map_shared(pool);
}

NFB_BATCH_OF(nfb_read_in_scope)

const struct nfb_strategy nfb_guard_tail = {
	.id = "guard-tail",
	.name = "Guarded, past the end",
	.summary = "the handler asks fstat and replaces only what lies past "
		"the end of the file",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces what lies past the end of the file "
		"and sets a flag of the pool",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_SEES_REGROWTH,
			"what was replaced is anonymous memory until the pool "
			"is attached anew" },
	},
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = nfb_read_in_scope,
	.read_batch = read_batch,
};
