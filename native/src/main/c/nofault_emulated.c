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
#define _GNU_SOURCE
#include <errno.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "dispatcher.h"
#include "mapping.h"

#define MAX_POOLS 256

/* Read by the handler of any thread; a slot is free where it is NULL. */
static struct nfb_pool *_Atomic pools[MAX_POOLS];
static size_t page_bytes;

/* Async-signal-safe: fstat(2) is on POSIX's list. */
static size_t file_bytes(const struct nfb_pool *pool)
{
	struct stat file;

	return fstat(pool->fd, &file) ? 0 : (size_t)file.st_size;
}

static bool replace(const struct nfb_pool *pool, unsigned char *page)
{
	size_t offset = page - pool->base;
	size_t length = offset >= file_bytes(pool)
		? pool->size - offset : page_bytes;

	return nfb_replace_with_zeros(page, length, PROT_READ) == 0;
}

static bool claim(void *address)
{
	unsigned char *at = address;

	for (int i = 0; i < MAX_POOLS; i++) {
		const struct nfb_pool *pool = atomic_load(&pools[i]);

		if (!pool || at < pool->base || at >= pool->base + pool->size)
			continue;
		nfb_count_fault();
		return replace(pool, (unsigned char *)
				((uintptr_t)at & ~(page_bytes - 1)));
	}
	return false;
}

static int enlist(struct nfb_pool *pool)
{
	for (int i = 0; i < MAX_POOLS; i++) {
		struct nfb_pool *free_slot = NULL;

		if (atomic_compare_exchange_strong(&pools[i], &free_slot, pool))
			return 0;
	}
	return -ENOSPC;
}

static int attach(struct nfb_pool *pool)
{
	int error;

	page_bytes = sysconf(_SC_PAGESIZE);
	error = nfb_dispatch_to(claim);
	if (!error)
		error = nfb_map_private(pool);
	if (error)
		return error;
	error = enlist(pool);
	if (error)
		nfb_unmap(pool);
	return error;
}

static void detach(struct nfb_pool *pool)
{
	for (int i = 0; i < MAX_POOLS; i++) {
		struct nfb_pool *own = pool;

		atomic_compare_exchange_strong(&pools[i], &own, NULL);
	}
	nfb_unmap(pool);
}

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_nofault_emulated = {
	.id = "nofault-emulated",
	.name = "No-fault, emulated",
	.summary = "MAP_PRIVATE, no begin or end, a process-wide handler "
		"supplies zero pages: a userspace stand-in for the flag",
	.family = NFB_FAMILY_NOFAULT,
	.traits = NFB_SURVIVES_TRUNCATION | NFB_KEEPS_VALID_PAGES
		| NFB_READS_ZEROS | NFB_STAND_IN,
	.attach = attach,
	.detach = detach,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
