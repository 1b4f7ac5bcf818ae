/* SPDX-License-Identifier: MIT */
/*
 * io_uring reads of the client's file with registered file and buffer (Jay's
 * way for files that are not sealed), four tiles of 64 KiB to a system call,
 * then the read loop over the tiles. The end of the file is a short count,
 * as with pread.
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

static int probe(char *reason, size_t length)
{
	struct nfb_uring ring;
	int file = memfd_create("uring-probe", MFD_CLOEXEC);
	int error = file < 0 ? -errno : nfb_uring_open(&ring, file);

	if (file >= 0)
		close(file);
	if (error)
		return explain(error, reason, length);
	nfb_uring_close(&ring);
	return 0;
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

/* Reads of the next bytes of a row, into tiles or STRAIGHT to where they are
 * wanted, as many as the ring takes; their number. */
static unsigned plan(struct nfb_uring *ring, struct nfb_uring_read *reads,
		uint64_t offset, uint64_t length, unsigned char *straight)
{
	unsigned count = 0;

	for (; count < NFB_URING_DEPTH && length > 0; count++) {
		uint32_t tile = length < NFB_TILE_BYTES
			? (uint32_t)length : (uint32_t)NFB_TILE_BYTES;

		reads[count] = (struct nfb_uring_read){ offset, tile, 0,
			straight ? straight + count * NFB_TILE_BYTES
				: ring->tiles + count * NFB_TILE_BYTES };
		offset += tile;
		length -= tile;
	}
	return count;
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

static void take(const struct nfb_read_loop *loop, struct nfb_accumulator *acc,
		const struct nfb_uring_read *read)
{
	if (loop->is_copy)
		acc->upload += read->length;
	else
		loop->add(acc, read->to, read->length);
}

static int read_row(struct nfb_pool *pool, uint64_t offset, uint64_t length,
		const struct nfb_read_loop *loop, struct nfb_accumulator *acc,
		struct nfb_access *access)
{
	struct nfb_uring *ring = pool->state;
	struct nfb_uring_read reads[NFB_URING_DEPTH];

	while (length > 0) {
		unsigned count = plan(ring, reads, offset, length,
				loop->is_copy ? acc->upload : NULL);
		int error = nfb_uring_read(ring, reads, count);

		for (unsigned i = 0; i < count && !error; i++) {
			error = complete(pool, reads[i].to, &reads[i],
					&access->lost);
			take(loop, acc, &reads[i]);
			offset += reads[i].length;
			length -= reads[i].length;
		}
		if (error)
			return error;
	}
	return 0;
}

static int read_rows(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_region runs = nfb_runs_of(region, loop);
	struct nfb_accumulator acc;
	int error = 0;

	nfb_accumulator_init(&acc, loop);
	for (uint64_t i = 0; i < nfb_rows_of(&runs) && !error; i++)
		error = read_row(pool, nfb_offset_of(&runs, i),
				runs.row_bytes, loop, &acc, access);
	if (!error)
		access->checksum = loop->result(&acc);
	return error;
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

static int write_run(struct nfb_pool *pool, const unsigned char *from,
		uint64_t offset, uint64_t length)
{
	struct nfb_uring *ring = pool->state;
	struct nfb_uring_read writes[NFB_URING_DEPTH];

	while (length > 0) {
		unsigned count = plan(ring, writes, offset, length,
				(unsigned char *)from);
		int error;

		for (unsigned i = 0; i < count; i++)
			writes[i].writes = true;
		error = nfb_uring_read(ring, writes, count);
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
		"of 64 KiB a call, then read the copy; maps nothing",
	.family = NFB_FAMILY_COPY,
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
