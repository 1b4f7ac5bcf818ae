/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "mapping.h"

#include <errno.h>
#include <sys/mman.h>

static int map(struct nfb_pool *pool, int protection, int flags)
{
	void *base = mmap(NULL, pool->size, protection, flags, pool->fd, 0);

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
