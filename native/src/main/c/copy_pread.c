/* SPDX-License-Identifier: MIT */
/*
 * pread(2) into a tile that stays in cache, then the read loop over the
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

#include "tiles.h"

static int attach(struct nfb_pool *pool)
{
	(void)pool;
	return 0;
}

static void detach(struct nfb_pool *pool)
{
	(void)pool;
}

NFB_INLINE int fetch(struct nfb_pool *pool, unsigned char *tile,
		uint64_t offset, size_t length, bool *lost)
{
	size_t done = 0;

	while (done < length) {
		ssize_t got = pread(pool->fd, tile + done, length - done,
				(off_t)(offset + done));

		if (got < 0 && errno != EINTR)
			return -errno;
		if (got == 0) {
			memset(tile + done, 0, length - done);
			*lost = true;
			return 0;
		}
		if (got > 0)
			done += (size_t)got;
	}
	return 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	if (loop->writes_pool)
		return nfb_write_runs(pool, region, loop);
	return nfb_read_in_tiles(pool, region, loop, access, fetch);
}

static int write_run(struct nfb_pool *pool, const unsigned char *from,
		uint64_t offset, uint64_t length)
{
	while (length > 0) {
		ssize_t put = pwrite(pool->fd, from, length, (off_t)offset);

		if (put < 0 && errno != EINTR)
			return -errno;
		if (put > 0) {
			from += put;
			offset += (uint64_t)put;
			length -= (uint64_t)put;
		}
	}
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_pread = {
	.id = "copy-pread",
	.name = "Copied by pread",
	.summary = "pread in tiles of 64 KiB that stay in cache, then read "
		"the copy; maps nothing",
	.family = NFB_FAMILY_COPY,
	.because = "the end of the file is a short count of the system call, "
		"never a signal",
	.lacks = {
		{ NFB_NEEDS_SHARED_MAPPING, "nothing is mapped" },
	},
	.attach = attach,
	.detach = detach,
	.read_once = read_once,
	.write_run = write_run,
	.read_batch = read_batch,
};
