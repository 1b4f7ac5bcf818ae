/* SPDX-License-Identifier: MIT */
/*
 * The handler puts one page of zeros where it was asked for one (systemd's
 * sigbus.c): a pool that has lost N pages pays N signals and N mmap calls.
 * Pages that exist stay what they are. The original finds out afterwards
 * whether the page was one of its own; here the handler asks first, so that a
 * foreign fault is passed on. Nor does the original count: after as many pages
 * as the process has mappings to spare, the rest of the pool goes at once.
 */
#include <sys/mman.h>

#include "mapping.h"
#include "guard_scope.h"

static bool repair(struct nfb_pool *pool, unsigned char *page)
{
	return nfb_replace_page(pool, page, PROT_READ | PROT_WRITE) == 0;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_guard_by_scopes(pool, repair);

	return error ? error : nfb_map_shared(pool);
}

NFB_BATCH_OF(nfb_read_in_scope)

const struct nfb_strategy nfb_guard_page = {
	.id = "guard-page",
	.name = "Guarded, page by page",
	.summary = "the handler replaces one page a fault by zeros (systemd)",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces the page that is missing and sets a "
		"flag of the pool",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_SEES_REGROWTH,
			"a replaced page is anonymous memory until the pool "
			"is attached anew" },
	},
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = nfb_read_in_scope,
	.read_batch = read_batch,
};
