/* SPDX-License-Identifier: MIT */
/*
 * Reading a copy, a tile at a time, while the tile is in cache: copying the
 * whole buffer first and reading it then takes it through memory twice. Where
 * the kernel itself moves the bytes, the copy goes straight to its staging
 * buffer, and there is no tile.
 */
#ifndef NFB_TILES_H
#define NFB_TILES_H

#include "access.h"

/* A multiple of the loop's chunk. Two tiles have room in a second-level
 * cache of 256 KiB beside what the copy brings along; a tile that fits the
 * first level pays for twice as many calls and loses more. */
#define NFB_TILE_BYTES ((size_t)64 * 1024)

/* Puts LENGTH bytes at OFFSET of the pool into TILE, zeros where they are
 * lost, of which it tells; 0 or -errno. */
typedef int (*nfb_fetch_fn)(struct nfb_pool *pool, unsigned char *tile,
		uint64_t offset, size_t length, bool *lost);

NFB_INLINE int nfb_read_row_in_tiles(struct nfb_pool *pool, uint64_t offset,
		uint64_t length, const struct nfb_read_loop *loop,
		struct nfb_accumulator *acc, struct nfb_access *access,
		nfb_fetch_fn fetch)
{
	/* On the stack, where the next access finds it in cache again. */
	_Alignas(64) unsigned char tile[NFB_TILE_BYTES];

	if (loop->is_copy) {
		int error = fetch(pool, acc->upload, offset, length,
				&access->lost);

		acc->upload += length;
		return error;
	}
	while (length > 0) {
		size_t wanted = length < NFB_TILE_BYTES
			? length : NFB_TILE_BYTES;
		int error = fetch(pool, tile, offset, wanted, &access->lost);

		if (error)
			return error;
		loop->add(acc, tile, wanted);
		offset += wanted;
		length -= wanted;
	}
	return 0;
}

/* The same bytes in the longest runs there are: rows without a gap are one,
 * where the loop packs them; to `sum` each row is a run of its own. */
static inline struct nfb_region nfb_runs_of(const struct nfb_region *region,
		const struct nfb_read_loop *loop)
{
	struct nfb_region runs = *region;

	if (loop->upload && runs.row_bytes == runs.stride_bytes) {
		runs.row_bytes *= runs.rows;
		runs.rows = 1;
	}
	return runs;
}

/* The other way, of loops that write the pool: no tile is needed. */
static inline int nfb_write_runs(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop)
{
	struct nfb_region runs = nfb_runs_of(region, loop);
	const unsigned char *from = loop->upload;
	int error = 0;

	if (region->rows == 0)
		return 0;
	for (uint64_t i = 0; i < nfb_rows_of(&runs) && !error; i++) {
		error = pool->strategy->write_run(pool, from,
				nfb_offset_of(&runs, i), runs.row_bytes);
		from += runs.row_bytes;
	}
	return error;
}

/* READ_ONCE around FETCH, a constant that the compiler inlines. */
NFB_INLINE int nfb_read_in_tiles(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access,
		nfb_fetch_fn fetch)
{
	struct nfb_region runs = nfb_runs_of(region, loop);
	struct nfb_accumulator acc;
	int error = 0;

	if (region->rows == 0)
		return 0;
	nfb_accumulator_init(&acc, loop);
	for (uint64_t i = 0; i < nfb_rows_of(&runs) && !error; i++)
		error = nfb_read_row_in_tiles(pool, nfb_offset_of(&runs, i),
				runs.row_bytes, loop, &acc, access,
				fetch);
	access->checksum = loop->result(&acc);
	return error;
}

#endif
