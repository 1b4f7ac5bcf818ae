/* SPDX-License-Identifier: MIT */
/*
 * io_uring reads of the client's file with registered file and buffer (Jay's
 * way for files that are not sealed), four tiles of 64 KiB or 64 rows to a
 * system call, then the read loop over the tiles. The end of the file is a
 * short count, as with pread.
 *
 * Linux 6.18 hands a read of a memory file to the ring's worker threads (they
 * show as iou-wrk-*), although all of it is in memory: what this costs above
 * pread is mostly that. A caller with other work to do meanwhile gains by it;
 * one that waits, as here, does not.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "runs.h"
#include "uring.h"

static int explain(int error, char *reason, size_t length)
{
	snprintf(reason, length, "io_uring: %s (errno=%d)%s", strerror(-error),
			-error, error == -EPERM
				? "; kernel.io_uring_disabled or a seccomp "
					"filter forbids it"
			: error == -ENOMEM
				? "; RLIMIT_MEMLOCK is below the 256 KiB of "
					"its buffer" : "");
	return error;
}

/* A read, too: a filter may let rings be made and refuse to enter them. */
static int read_a_byte(int file)
{
	struct nfb_uring ring;
	struct nfb_uring_read read = { .length = 1 };
	int error = nfb_uring_open(&ring, file);

	if (error)
		return error;
	read.to = ring.tiles;
	error = nfb_uring_read(&ring, &read, 1);
	nfb_uring_close(&ring);
	return error ? error : read.result < 0 ? read.result : 0;
}

static int probe(char *reason, size_t length)
{
	int file = memfd_create("uring-probe", MFD_CLOEXEC);
	int error = file < 0 ? -errno : read_a_byte(file);

	if (file >= 0)
		close(file);
	return error ? explain(error, reason, length) : 0;
}

static int attach(struct nfb_pool *pool)
{
	struct nfb_uring *ring = malloc(sizeof(*ring));
	int error = ring ? nfb_uring_open(ring, pool->fd) : -ENOMEM;

	if (error)
		free(ring);
	else
		pool->state = ring;
	return error;
}

static void detach(struct nfb_pool *pool)
{
	nfb_uring_close(pool->state);
	free(pool->state);
	pool->state = NULL;
}

/* Reads the rest of a tile that came short by pread, which knows the end of
 * the file from an interruption; zeros past it. */
static int complete(const struct nfb_pool *pool, unsigned char *tile,
		const struct nfb_uring_read *read, bool *lost)
{
	uint32_t done = read->result > 0 ? (uint32_t)read->result : 0;

	if (read->result < 0 && read->result != -EINTR
			&& read->result != -EAGAIN)
		return read->result;
	while (done < read->length) {
		ssize_t got = pread(pool->fd, tile + done, read->length - done,
				(off_t)(read->offset + done));

		if (got < 0 && errno != EINTR)
			return -errno;
		if (got == 0) {
			memset(tile + done, 0, read->length - done);
			*lost = true;
			return 0;
		}
		if (got > 0)
			done += (uint32_t)got;
	}
	return 0;
}

/* All runs at once. */
static int fetch(struct nfb_pool *pool, unsigned char *to,
		const struct nfb_run *runs, unsigned count, bool *lost)
{
	struct nfb_uring_read reads[NFB_URING_DEPTH];
	int error;

	for (unsigned i = 0; i < count; i++) {
		reads[i] = (struct nfb_uring_read){ runs[i].offset,
			(uint32_t)runs[i].length, 0, to };
		to += runs[i].length;
	}
	error = nfb_uring_read(pool->state, reads, count);
	for (unsigned i = 0; i < count && !error; i++)
		error = complete(pool, reads[i].to, &reads[i], lost);
	return error;
}

static int read_rows(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	static const struct nfb_run_limits limits = { NFB_URING_DEPTH,
		NFB_TILE_BYTES, NFB_URING_TILES * NFB_TILE_BYTES };
	struct nfb_uring *ring = pool->state;
	struct nfb_run runs[NFB_URING_DEPTH];

	return nfb_read_runs(pool, region, loop, access, limits, runs,
			ring->tiles, fetch);
}

/* What came short of a write is written by pwrite. */
static int complete_write(const struct nfb_pool *pool,
		const struct nfb_uring_read *write)
{
	uint32_t done = write->result > 0 ? (uint32_t)write->result : 0;

	if (write->result < 0 && write->result != -EINTR
			&& write->result != -EAGAIN)
		return write->result;
	while (done < write->length) {
		ssize_t put = pwrite(pool->fd, write->to + done,
				write->length - done,
				(off_t)(write->offset + done));

		if (put < 0 && errno != EINTR)
			return -errno;
		if (put > 0)
			done += (uint32_t)put;
	}
	return 0;
}

/* Writes of the next bytes, as many as the ring takes; their number. */
static unsigned plan_writes(struct nfb_uring_read *writes,
		const unsigned char *from, uint64_t offset, uint64_t length)
{
	unsigned count = 0;

	for (; count < NFB_URING_DEPTH && length > 0; count++) {
		uint32_t bytes = length < NFB_TILE_BYTES
			? (uint32_t)length : (uint32_t)NFB_TILE_BYTES;

		writes[count] = (struct nfb_uring_read){ offset, bytes, 0,
			(unsigned char *)from, true };
		from += bytes;
		offset += bytes;
		length -= bytes;
	}
	return count;
}

static int write_run(struct nfb_pool *pool, const unsigned char *from,
		uint64_t offset, uint64_t length)
{
	struct nfb_uring_read writes[NFB_URING_DEPTH];

	while (length > 0) {
		unsigned count = plan_writes(writes, from, offset, length);
		int error = nfb_uring_read(pool->state, writes, count);

		for (unsigned i = 0; i < count && !error; i++) {
			error = complete_write(pool, &writes[i]);
			from += writes[i].length;
			offset += writes[i].length;
			length -= writes[i].length;
		}
		if (error)
			return error;
	}
	return 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_uring *ring = pool->state;
	int error;

	if (region->rows == 0)
		return 0;
	pthread_mutex_lock(&ring->lock);
	error = loop->writes_pool ? nfb_write_runs(pool, region, loop)
		: read_rows(pool, region, loop, access);
	pthread_mutex_unlock(&ring->lock);
	return error;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_uring = {
	.id = "copy-uring",
	.name = "Copied by io_uring",
	.summary = "io_uring reads with registered file and buffer, four tiles "
		"of 64 KiB or 64 rows a call, then read the copy; maps "
		"nothing",
	.family = NFB_FAMILY_COPY,
	.limited = true,
	.because = "the end of the file is a short count of the read, never a "
		"signal",
	.lacks = {
		{ NFB_NEEDS_SHARED_MAPPING, "nothing is mapped" },
	},
	.probe = probe,
	.attach = attach,
	.detach = detach,
	.read_once = read_once,
	.write_run = write_run,
	.read_batch = read_batch,
};
