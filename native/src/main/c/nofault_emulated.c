/* SPDX-License-Identifier: MIT */
/*
 * A userspace stand-in for nofault-private, for kernels without the flag: a
 * private mapping, nothing at begin and end, and one process-wide handler
 * that supplies the zeros. On the healthy path it does what the flag does,
 * which is nothing; on the fault path it pays a signal where the kernel would
 * pay a fault, and must never be shown as the flag.
 *
 * A page past the end of the file takes all that follow it along, since they
 * are lost too. A hole that the filesystem cannot back looks the same to the
 * fault but has neighbours that exist: there one page is replaced.
 */
#include <errno.h>
#include <sys/mman.h>

#include "dispatcher.h"
#include "mapping.h"
#include "spin.h"

#define MAX_POOLS 256

/* For faults of any thread; a slot is free where it is NULL. The lock keeps a
 * pool from being detached while the handler mends it. */
static struct nfb_pool *pools[MAX_POOLS];
static atomic_flag lock = ATOMIC_FLAG_INIT;

static bool holds(const struct nfb_pool *pool, const unsigned char *at)
{
	return pool && at >= pool->base && at < pool->base + pool->size;
}

/* Async-signal-safe: the lock is made for it. */
static bool handle_fault(void *address, void *context)
{
	bool answered = false;
	int i = 0;

	(void)context;
	nfb_spin_lock(&lock);
	while (i < MAX_POOLS && !holds(pools[i], address))
		i++;
	if (i < MAX_POOLS)
		answered = nfb_replace_lost(pools[i], nfb_page_of(address),
				PROT_READ) == 0;
	nfb_spin_unlock(&lock);
	if (answered)
		nfb_count_fault();
	return answered;
}

/* Puts NEXT into the slot that holds NOW, NULL for a free one. */
static int exchange(const struct nfb_pool *now, struct nfb_pool *next)
{
	int i = 0;

	nfb_spin_lock(&lock);
	while (i < MAX_POOLS && pools[i] != now)
		i++;
	if (i < MAX_POOLS)
		pools[i] = next;
	nfb_spin_unlock(&lock);
	return i < MAX_POOLS ? 0 : -ENOSPC;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_check_replaceable(pool);

	if (!error)
		error = nfb_dispatch_to(handle_fault);
	if (!error)
		error = nfb_map_private(pool);
	if (error)
		return error;
	error = exchange(NULL, pool);
	if (error)
		nfb_unmap(pool);
	return error;
}

static void detach(struct nfb_pool *pool)
{
	exchange(pool, NULL);
	nfb_unmap(pool);
}

/* In its place: a handler in another thread may be looking at the list. */
static int resize(struct nfb_pool *pool, size_t size)
{
	struct nfb_pool resized = { .fd = pool->fd, .size = size }, old;
	int error = nfb_map_private(&resized);

	if (error)
		return error;
	nfb_spin_lock(&lock);
	old = *pool;
	pool->base = resized.base;
	pool->size = size;
	atomic_store(&pool->repairs, 0);
	atomic_store(&pool->repaired_to, 0);
	nfb_spin_unlock(&lock);
	nfb_unmap(&old);
	return 0;
}

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_nofault_emulated = {
	.id = "nofault-emulated",
	.name = "No-fault, emulated",
	.summary = "MAP_PRIVATE, no begin or end, a process-wide handler "
		"supplies zero pages: a userspace stand-in for the flag",
	.family = NFB_FAMILY_NOFAULT,
	.labels = NFB_STAND_IN,
	.because = "a handler for the whole process puts zeros where pages "
		"of a known pool are missing and passes on every other fault",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_TELLS_LOSS | NFB_TELLS_SECOND_READER,
			"as with the flag that it stands in for, nobody asks "
			"the handler" },
		{ NFB_SEES_REGROWTH,
			"the zeros stay until the pool is attached anew" },
		{ NFB_NEEDS_SHARED_MAPPING, "it is mapped privately, to read" },
	},
	.attach = attach,
	.detach = detach,
	.resize = resize,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
