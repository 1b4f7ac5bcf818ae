/* SPDX-License-Identifier: MIT */
/*
 * Reading a copy, a tile at a time, while the tile is in cache: copying the
 * whole buffer first and reading it then takes it through memory twice.
 */
#ifndef NFB_TILES_H
#define NFB_TILES_H

#include "access.h"

/* A multiple of the kernel's chunk. Two tiles have room in a second-level
 * cache of 256 KiB beside what the copy brings along; a tile that fits the
 * first level pays for twice as many calls and loses more. */
#define NFB_TILE_BYTES ((size_t)64 * 1024)

/* Puts LENGTH bytes at OFFSET of the pool into TILE, zeros where they are
 * lost, of which it tells; 0 or -errno. */
typedef int (*nfb_fetch_fn)(struct nfb_pool *pool, unsigned char *tile,
		uint64_t offset, size_t length, bool *lost);

NFB_INLINE int nfb_read_row_in_tiles(struct nfb_pool *pool, uint64_t offset,
		uint64_t length, const struct nfb_sum_kernel *kernel,
		struct nfb_sum *sum, struct nfb_access *access,
		nfb_fetch_fn fetch)
{
	/* On the stack, where the next access finds it in cache again. */
	_Alignas(64) unsigned char tile[NFB_TILE_BYTES];

	while (length > 0) {
		size_t wanted = length < NFB_TILE_BYTES
			? length : NFB_TILE_BYTES;
		int error = fetch(pool, tile, offset, wanted, &access->lost);

		if (error)
			return error;
		kernel->add(sum, tile, wanted);
		offset += wanted;
		length -= wanted;
	}
	return 0;
}

/* READ_ONCE around FETCH, a constant that the compiler inlines. */
NFB_INLINE int nfb_read_in_tiles(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel, struct nfb_access *access,
		nfb_fetch_fn fetch)
{
	struct nfb_sum sum;

	if (region->rows == 0)
		return 0;
	nfb_sum_start(&sum);
	for (uint64_t row = 0; row < region->rows; row++) {
		int error = nfb_read_row_in_tiles(pool,
				region->offset_bytes
					+ row * region->stride_bytes,
				region->row_bytes, kernel, &sum, access,
				fetch);

		if (error)
			return error;
	}
	access->checksum = kernel->result(&sum);
	return 0;
}

#endif
