/* SPDX-License-Identifier: MIT */
/*
 * Reading a copy many rows at a time, by system calls that take several runs
 * each: of a damaged rectangle a row is short and the call what costs. What
 * tiles.h says of tiles holds here; rows lie in one packed behind each other.
 */
#ifndef NFB_RUNS_H
#define NFB_RUNS_H

#include "tiles.h"

struct nfb_run {
	uint64_t offset; /* in the pool */
	size_t length;
};

/* What one fetch may be. RUN_BYTES is a multiple of the loop's chunk. */
struct nfb_run_limits {
	unsigned runs;
	size_t run_bytes;
	size_t bytes; /* of all, into a tile; an upload buffer takes any */
};

/* Puts COUNT runs of the pool at TO, one behind the other, zeros where they are
 * lost, of which it tells; 0 or -errno. */
typedef int (*nfb_fetch_runs_fn)(struct nfb_pool *pool, unsigned char *to,
		const struct nfb_run *runs, unsigned count, bool *lost);

/* How far an access has come: DONE bytes of row ROW. */
struct nfb_run_cursor {
	uint64_t row;
	uint64_t done;
};

/* The next runs of REGION, as many as LIMITS allow; 0 at its end. A row is cut
 * where it is longer than a run may be and nowhere else. */
static inline unsigned nfb_next_runs(const struct nfb_region *region,
		struct nfb_run_cursor *cursor,
		const struct nfb_run_limits *limits, struct nfb_run *runs)
{
	uint64_t rows = nfb_rows_of(region);
	size_t room = limits->bytes;
	unsigned count = 0;

	while (cursor->row < rows && count < limits->runs) {
		uint64_t left = region->row_bytes - cursor->done;
		size_t length = left < limits->run_bytes
			? left : limits->run_bytes;

		if (length > room)
			break;
		runs[count++] = (struct nfb_run){
			nfb_offset_of(region, cursor->row) + cursor->done,
			length };
		room -= length;
		cursor->done += length;
		if (cursor->done == region->row_bytes)
			*cursor = (struct nfb_run_cursor){ cursor->row + 1 };
	}
	return count;
}

/* Hands COUNT runs that lie in TILE to LOOP; how many bytes they are. */
static inline size_t nfb_add_runs(const struct nfb_read_loop *loop,
		struct nfb_accumulator *acc, const unsigned char *tile,
		const struct nfb_run *runs, unsigned count)
{
	size_t at = 0;

	for (unsigned i = 0; i < count; i++) {
		if (!loop->is_copy)
			loop->add(acc, tile + at, runs[i].length);
		at += runs[i].length;
	}
	return at;
}

/* READ_ONCE around FETCH, a constant that the compiler inlines; RUNS has room
 * for what LIMITS allow, TILE for their bytes. */
NFB_INLINE int nfb_read_runs(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access,
		struct nfb_run_limits limits, struct nfb_run *runs,
		unsigned char *tile, nfb_fetch_runs_fn fetch)
{
	struct nfb_region longest = nfb_runs_of(region, loop);
	struct nfb_run_cursor cursor = { 0 };
	struct nfb_accumulator acc;
	unsigned count;
	int error = 0;

	if (region->rows == 0)
		return 0;
	nfb_accumulator_init(&acc, loop);
	if (loop->is_copy)
		limits.bytes = SIZE_MAX;
	while (!error && (count = nfb_next_runs(&longest, &cursor, &limits,
					runs)) > 0) {
		size_t bytes;

		error = fetch(pool, loop->is_copy ? acc.upload : tile, runs,
				count, &access->lost);
		bytes = error ? 0 : nfb_add_runs(loop, &acc, tile, runs, count);
		if (loop->is_copy)
			acc.upload += bytes;
	}
	access->checksum = loop->result(&acc);
	return error;
}

#endif
