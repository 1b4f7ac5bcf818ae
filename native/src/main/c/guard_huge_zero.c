/* SPDX-License-Identifier: MIT */
/*
 * As guard-pool, whose cost after a loss is not the signal and not the mmap
 * but one fault for each 4 KiB page that is read afterwards: here the zeros
 * are huge pages (huge.h), so a 1080p buffer takes four faults and not 2025.
 */
#include "guard_scope.h"
#include "huge.h"
#include "mapping.h"

static bool repair(struct nfb_pool *pool, unsigned char *page)
{
	(void)page;
	return nfb_huge_replace(pool, pool->base);
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_guard_by_scopes(pool, repair);

	return error ? error : nfb_huge_map(pool);
}

NFB_BATCH_OF(nfb_read_in_scope)

const struct nfb_strategy nfb_guard_huge_zero = {
	.id = "guard-huge-zero",
	.name = "Guarded, huge zero page",
	.summary = "as guard-pool, but the zeros are 2 MiB pages in an aligned "
		"range: a handful of faults after a loss",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces the pool by zeros and sets a flag of "
		"the pool",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_KEEPS_VALID_PAGES | NFB_SEES_REGROWTH,
			"the whole pool is anonymous memory from the first "
			"fault until it is attached anew" },
	},
	.probe = nfb_huge_probe,
	.attach = attach,
	.detach = nfb_huge_unmap,
	.read_once = nfb_read_in_scope,
	.read_batch = read_batch,
};
