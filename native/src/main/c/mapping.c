/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <sys/auxv.h>
#include <sys/mman.h>
#include <sys/stat.h>

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
}

int nfb_replace_with_zeros(void *address, size_t length, int protection)
{
	void *zeros = mmap(address, length, protection,
			MAP_PRIVATE | MAP_FIXED | MAP_ANONYMOUS, -1, 0);

	return zeros == MAP_FAILED ? -1 : 0;
}

static size_t file_bytes(const struct nfb_pool *pool)
{
	struct stat file;

	return fstat(pool->fd, &file) ? 0 : (size_t)file.st_size;
}

int nfb_replace_lost(const struct nfb_pool *pool, unsigned char *page,
		int protection)
{
	size_t offset = page - pool->base;
	size_t length = offset >= file_bytes(pool)
		? pool->size - offset : nfb_page_bytes();

	return nfb_replace_with_zeros(page, length, protection);
}

/* getauxval(3) reads an array that the kernel left above the stack. */
size_t nfb_page_bytes(void)
{
	return getauxval(AT_PAGESZ);
}
