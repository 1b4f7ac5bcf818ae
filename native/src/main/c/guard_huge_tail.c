/* SPDX-License-Identifier: MIT */
/*
 * guard-tail and guard-huge-zero in one: the handler asks fstat(2) where the
 * file ends and puts huge pages of zeros over what lies past that. It keeps
 * the pages that exist, tells the caller, and reads on at nearly the speed of
 * a pool that lost nothing; no guard that was found does all three.
 */
#include <sys/mman.h>
#include <sys/stat.h>

#include "huge.h"
#include "mapping.h"
#include "guard_scope.h"

/* fstat(2) is async-signal-safe. Inside the file it is a hole that cannot be
 * backed, whose neighbours exist: one page. */
static bool repair(struct nfb_pool *pool, unsigned char *page)
{
	struct stat file;

	if (fstat(pool->fd, &file))
		return false;
	if (page - pool->base >= file.st_size)
		return nfb_huge_replace(pool, page);
	return nfb_replace_with_zeros(page, nfb_page_bytes(),
			PROT_READ | PROT_WRITE) == 0;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_guard_by_scopes(pool, repair);

	return error ? error : nfb_huge_map(pool);
}

NFB_BATCH_OF(nfb_read_in_scope)

const struct nfb_strategy nfb_guard_huge_tail = {
	.id = "guard-huge-tail",
	.name = "Guarded, huge zeros past the end",
	.summary = "as guard-tail, but the zeros past the end of the file are "
		"2 MiB pages where they fit",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces what lies past the end of the file "
		"and sets a flag of the pool",
	.lacks = {
		{ NFB_SEES_REGROWTH,
			"what was replaced is anonymous memory until the pool "
			"is attached anew" },
	},
	.probe = nfb_huge_probe,
	.attach = attach,
	.detach = nfb_huge_unmap,
	.read_once = nfb_read_in_scope,
	.read_batch = read_batch,
};
