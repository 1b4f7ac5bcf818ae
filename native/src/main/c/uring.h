/* SPDX-License-Identifier: MIT */
/*
 * As much of io_uring (io_uring(7)) as reading a file takes: a ring with one
 * registered file and one registered buffer of tiles, by plain system calls,
 * because its use is one loop and liburing would be one more library to have.
 */
#ifndef NFB_URING_H
#define NFB_URING_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "tiles.h"

/* Reads that are under way at once: rows of a damaged rectangle, or tiles,
 * which fit a second-level cache. */
#define NFB_URING_DEPTH 64
#define NFB_URING_TILES 4

struct nfb_uring {
	int fd;
	pthread_mutex_t lock; /* one access at a time */
	unsigned char *tiles; /* NFB_URING_TILES of NFB_TILE_BYTES */
	void *rings;
	size_t rings_bytes;
	struct io_uring_sqe *entries;
	size_t entries_bytes;
	uint32_t *submit_tail;
	uint32_t submit_mask;
	uint32_t *complete_head;
	const uint32_t *complete_tail;
	uint32_t complete_mask;
	const struct io_uring_cqe *completions;
};

/* A read of LENGTH bytes at OFFSET, or a write, and what came of it. */
struct nfb_uring_read {
	uint64_t offset;
	uint32_t length;
	int32_t result; /* bytes, or -errno */
	unsigned char *to; /* in the tiles, or memory not registered */
	bool writes;       /* from there, which is not registered */
};

/* A ring for reads of FILE; 0 or -errno. */
int nfb_uring_open(struct nfb_uring *ring, int file);

void nfb_uring_close(struct nfb_uring *ring);

/* Makes the COUNT reads at once and waits for all; 0 or -errno. */
int nfb_uring_read(struct nfb_uring *ring, struct nfb_uring_read *reads,
		unsigned count);

#endif
