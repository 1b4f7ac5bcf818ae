/* SPDX-License-Identifier: MIT */
/*
 * pread(2) into a tile that stays in cache, then the read kernel over the
 * tile. A hole that cannot be backed and an end of file that moves are return
 * values here, never signals; nothing is mapped.
 *
 * Lost bytes are read as zeros, so that the work and the checksum are those
 * of the strategies whose pages become zeros.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "access.h"

/* A multiple of the kernel's chunk. Two tiles have room in a second-level
 * cache of 256 KiB beside what the kernel's copy brings along; a tile that
 * fits the first level pays for twice as many system calls and loses more. */
#define TILE_BYTES ((size_t)64 * 1024)

static int attach(struct nfb_pool *pool)
{
	(void)pool;
	return 0;
}

static void detach(struct nfb_pool *pool)
{
	(void)pool;
}

/* Bytes read of LENGTH, short at the end of the file, or -errno. */
static ssize_t read_tile(unsigned char *tile, int fd, size_t length,
		off_t offset)
{
	size_t done = 0;

	while (done < length) {
		ssize_t got = pread(fd, tile + done, length - done,
				offset + (off_t)done);

		if (got < 0 && errno != EINTR)
			return -errno;
		if (got == 0)
			break;
		if (got > 0)
			done += (size_t)got;
	}
	return (ssize_t)done;
}

static int read_row(struct nfb_pool *pool, uint64_t offset, uint64_t length,
		const struct nfb_sum_kernel *kernel, struct nfb_sum *sum,
		struct nfb_access *access)
{
	/* On the stack, where the next access finds it in cache again. */
	_Alignas(64) unsigned char tile[TILE_BYTES];

	while (length > 0) {
		size_t wanted = length < TILE_BYTES ? length : TILE_BYTES;
		ssize_t got = read_tile(tile, pool->fd, wanted,
				(off_t)offset);

		if (got < 0)
			return (int)got;
		if ((size_t)got < wanted) {
			memset(tile + got, 0, wanted - (size_t)got);
			access->lost = true;
		}
		kernel->add(sum, tile, wanted);
		offset += wanted;
		length -= wanted;
	}
	return 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_sum_kernel *kernel, struct nfb_access *access)
{
	struct nfb_sum sum;

	if (region->rows == 0)
		return 0;
	nfb_sum_start(&sum);
	for (uint64_t row = 0; row < region->rows; row++) {
		int error = read_row(pool,
				region->offset_bytes
					+ row * region->stride_bytes,
				region->row_bytes, kernel, &sum, access);

		if (error)
			return error;
	}
	access->checksum = kernel->result(&sum);
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_pread = {
	.id = "copy-pread",
	.name = "Copied by pread",
	.summary = "pread in tiles of 64 KiB that stay in cache, then read "
		"the copy; maps nothing",
	.family = NFB_FAMILY_COPY,
	.traits = NFB_SURVIVES_TRUNCATION | NFB_TELLS_LOSS
		| NFB_KEEPS_VALID_PAGES | NFB_READS_ZEROS,
	.attach = attach,
	.detach = detach,
	.read_once = read_once,
	.read_batch = read_batch,
};
