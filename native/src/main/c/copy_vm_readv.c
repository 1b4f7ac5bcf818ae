/* SPDX-License-Identifier: MIT */
/*
 * process_vm_readv(2) of this very process from the mapping into a tile: the
 * kernel reads the pages on our behalf and answers a missing one with a short
 * count or EFAULT instead of a signal. It looks every page up by itself, which
 * pread of a file in memory does in larger steps.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "mapping.h"
#include "tiles.h"

static int probe(char *reason, size_t length)
{
	char here = 1, there = 0;
	struct iovec from = { &here, 1 }, to = { &there, 1 };

	if (process_vm_readv(getpid(), &to, 1, &from, 1, 0) == 1 && there)
		return 0;
	snprintf(reason, length, "process_vm_readv of the process itself "
		"failed: errno=%d; a seccomp filter may forbid it", errno);
	return -errno;
}

/* Bytes from OFFSET on that nobody need ask for: all, past the end of the
 * file; else the page that was refused. */
static size_t lost_bytes(const struct nfb_pool *pool, uint64_t offset,
		size_t length)
{
	size_t in_page = nfb_page_bytes() - offset % nfb_page_bytes();
	struct stat file;

	if (fstat(pool->fd, &file) || offset >= (uint64_t)file.st_size)
		return length;
	return in_page < length ? in_page : length;
}

NFB_INLINE int fetch(struct nfb_pool *pool, unsigned char *tile,
		uint64_t offset, size_t length, bool *lost)
{
	size_t done = 0;

	while (done < length) {
		struct iovec to = { tile + done, length - done };
		struct iovec from = { pool->base + offset + done,
			length - done };
		ssize_t got = process_vm_readv(getpid(), &to, 1, &from, 1, 0);

		if (got < 0 && errno != EFAULT)
			return -errno;
		if (got < 0) {
			got = (ssize_t)lost_bytes(pool, offset + done,
					length - done);
			memset(tile + done, 0, (size_t)got);
			*lost = true;
		}
		done += (size_t)got;
	}
	return 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	return nfb_read_in_tiles(pool, region, loop, access, fetch);
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_vm_readv = {
	.id = "copy-vm-readv",
	.name = "Copied by process_vm_readv",
	.summary = "process_vm_readv from the mapping in tiles of 64 KiB, then "
		"read the copy",
	.family = NFB_FAMILY_COPY,
	.because = "a missing page is EFAULT or a short count of the system "
		"call, never a signal",
	.lacks = {
		{ NFB_NEEDS_SHARED_MAPPING,
			"what is read is a copy; a write would need "
			"process_vm_writev" },
	},
	.probe = probe,
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
