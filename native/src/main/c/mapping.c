/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <linux/magic.h>
#include <pthread.h>
#include <stdio.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/vfs.h>

_Thread_local int nfb_more_map_flags;

static int map(struct nfb_pool *pool, int protection, int flags)
{
	void *base = mmap(NULL, pool->size, protection,
			flags | nfb_more_map_flags, pool->fd, 0);

	if (base == MAP_FAILED)
		return -errno;
	pool->base = base;
	return 0;
}

int nfb_map_shared(struct nfb_pool *pool)
{
	return map(pool, PROT_READ | PROT_WRITE, MAP_SHARED);
}

int nfb_map_private(struct nfb_pool *pool)
{
	return map(pool, PROT_READ, MAP_PRIVATE);
}

void nfb_unmap(struct nfb_pool *pool)
{
	munmap(pool->base, pool->size);
	pool->base = NULL;
	nfb_return_repairs(pool);
}

#define DEFAULT_MAX_MAP_COUNT 65530

/* Single repairs that are in place, and how many there may be: one for each
 * eight mappings that vm.max_map_count allows. */
static atomic_int repairs;
static int most_repairs;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void read_budget(void)
{
	FILE *file = fopen("/proc/sys/vm/max_map_count", "re");
	int most_mappings = 0;

	if (!file || fscanf(file, "%d", &most_mappings) != 1
			|| most_mappings <= 0)
		most_mappings = DEFAULT_MAX_MAP_COUNT;
	if (file)
		fclose(file);
	most_repairs = most_mappings / 8;
}

int nfb_check_replaceable(const struct nfb_pool *pool)
{
	struct statfs filesystem;

	pthread_once(&once, read_budget);
	if (fstatfs(pool->fd, &filesystem))
		return -errno;
	return (unsigned long)filesystem.f_type == HUGETLBFS_MAGIC
		? -EOPNOTSUPP : 0;
}

/* NORESERVE: a lost pool may be larger than memory and swap. Where the system
 * commits no more than it has (vm.overcommit_memory=2) the flag is ignored;
 * what cannot be written is not counted there. */
int nfb_replace_with_zeros(void *address, size_t length, int protection)
{
	const int flags = MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS
		| MAP_NORESERVE;

	if (mmap(address, length, protection, flags, -1, 0) != MAP_FAILED)
		return 0;
	return protection != PROT_READ && mmap(address, length, PROT_READ,
			flags, -1, 0) != MAP_FAILED ? 0 : -1;
}

/* Relaxed: counts, which need not be in order with anything. What continues
 * the last repair becomes one mapping with it. */
bool nfb_within_repair_budget(struct nfb_pool *pool,
		const unsigned char *start, size_t length)
{
	uintptr_t end = (uintptr_t)start + length;

	if (atomic_exchange_explicit(&pool->repaired_to, end,
				memory_order_relaxed) == (uintptr_t)start)
		return true;
	if (atomic_fetch_add_explicit(&repairs, 1, memory_order_relaxed)
			>= most_repairs) {
		atomic_fetch_sub_explicit(&repairs, 1, memory_order_relaxed);
		return false;
	}
	atomic_fetch_add_explicit(&pool->repairs, 1, memory_order_relaxed);
	return true;
}

void nfb_return_repairs(struct nfb_pool *pool)
{
	atomic_fetch_sub_explicit(&repairs, atomic_exchange_explicit(
				&pool->repairs, 0, memory_order_relaxed),
			memory_order_relaxed);
	atomic_store_explicit(&pool->repaired_to, 0, memory_order_relaxed);
}

static int replace_rest(const struct nfb_pool *pool, unsigned char *page,
		int protection)
{
	return nfb_replace_with_zeros(page,
			(size_t)(pool->base + pool->size - page), protection);
}

int nfb_replace_page(struct nfb_pool *pool, unsigned char *page,
		int protection)
{
	if (!nfb_within_repair_budget(pool, page, nfb_page_bytes()))
		return replace_rest(pool, page, protection);
	return nfb_replace_with_zeros(page, nfb_page_bytes(), protection);
}

bool nfb_past_end_of_file(const struct nfb_pool *pool,
		const unsigned char *page)
{
	struct stat file;

	return fstat(pool->fd, &file) || page - pool->base >= file.st_size;
}

int nfb_replace_lost(struct nfb_pool *pool, unsigned char *page,
		int protection)
{
	return nfb_past_end_of_file(pool, page)
		? replace_rest(pool, page, protection)
		: nfb_replace_page(pool, page, protection);
}

/* getauxval(3) reads an array that the kernel left above the stack. */
size_t nfb_page_bytes(void)
{
	return getauxval(AT_PAGESZ);
}
