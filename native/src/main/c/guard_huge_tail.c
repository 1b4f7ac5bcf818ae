/* SPDX-License-Identifier: MIT */
/*
 * shmguard (native/shmguard), which other programs can install, behind the
 * access contract: what is measured here is what is shipped. It puts huge
 * pages of zeros over what lies past the end of the file, keeps the pages that
 * exist, and tells the caller; no guard that was found does all three.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <sys/mman.h>

#include "huge.h"
#include "mapping.h"
#include "shmguard.h"

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

/* For those who look at a pool's bytes without an access. */
static int note_base(struct nfb_pool *pool)
{
	struct shmguard_access access;

	pool->base = shmguard_begin(pool->state, &access);
	if (!pool->base)
		return -errno;
	shmguard_end(&access);
	return 0;
}

static void detach(struct nfb_pool *pool)
{
	shmguard_unmap(pool->state);
	pool->state = NULL;
	pool->base = NULL;
}

/* MAP_POPULATE brings in the pages of a shared mapping to be read, and does not
 * say where it could not. */
static int attach(struct nfb_pool *pool)
{
	struct shmguard *guard;
	int error = shmguard_map(pool->fd, pool->size, PROT_READ | PROT_WRITE,
			&guard);

	if (error)
		return error;
	pool->state = guard;
	error = note_base(pool);
	if (error)
		detach(pool);
	else if (nfb_more_map_flags & MAP_POPULATE)
		madvise(pool->base, pool->size, MADV_POPULATE_READ);
	return error;
}

static int resize(struct nfb_pool *pool, size_t size)
{
	int error = shmguard_resize(pool->state, size);

	return error ? error : note_base(pool);
}

NFB_INLINE int read_once(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct shmguard_access guarded;
	const unsigned char *bytes = shmguard_begin(pool->state, &guarded);

	if (!bytes)
		return -errno;
	access->checksum = nfb_read_region(bytes, region, loop);
	access->lost = shmguard_end(&guarded);
	return 0;
}

NFB_BATCH_OF(read_once)

/* Without own_handler: shmguard's passes on what is not its own, and nothing
 * faults where two strategies share a process. */
const struct nfb_strategy nfb_guard_huge_tail = {
	.id = "guard-huge-tail",
	.name = "Guarded, huge zeros past the end",
	.summary = "shmguard, to be had as a library: as guard-tail, but the "
		"zeros past the end of the file are huge pages where they fit",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler replaces what lies past the end of the file "
		"and sets a flag of the pool",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_SEES_REGROWTH,
			"what was replaced is anonymous memory until the pool "
			"is attached anew" },
	},
	.probe = nfb_huge_probe,
	.attach = attach,
	.detach = detach,
	.resize = resize,
	.read_once = read_once,
	.read_batch = read_batch,
};
