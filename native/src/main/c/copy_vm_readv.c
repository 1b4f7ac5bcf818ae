/* SPDX-License-Identifier: MIT */
/*
 * process_vm_readv(2) of this very process from the mapping into a tile: the
 * kernel reads the pages on our behalf and answers a missing one with a short
 * count or EFAULT instead of a signal. It looks every page up by itself, which
 * pread of a file in memory does in larger steps. One call takes as many rows
 * as an array of iovec may have.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#include "mapping.h"
#include "runs.h"

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

/* UIO_MAXIOV of the kernel (include/uapi/linux/uio.h). */
#define MOST_RUNS 1024

/* Asked once in a process: a system call an access would be in its time. */
static pid_t self;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void ask_self(void)
{
	self = getpid();
}

static void know_self(void)
{
	ask_self();
	pthread_atfork(NULL, NULL, ask_self);
}

static int attach(struct nfb_pool *pool)
{
	pthread_once(&once, know_self);
	return nfb_map_shared(pool);
}

/* One run, from which bytes may be missing. */
static int fetch_run(struct nfb_pool *pool, unsigned char *to,
		const struct nfb_run *run, bool *lost)
{
	size_t done = 0;

	while (done < run->length) {
		uint64_t offset = run->offset + done;
		struct iovec into = { to + done, run->length - done };
		struct iovec from = { pool->base + offset,
			run->length - done };
		ssize_t got = process_vm_readv(self, &into, 1, &from, 1, 0);

		if (got < 0 && errno != EFAULT)
			return -errno;
		if (got < 0) {
			got = (ssize_t)lost_bytes(pool, offset,
					run->length - done);
			memset(to + done, 0, (size_t)got);
			*lost = true;
		}
		done += (size_t)got;
	}
	return 0;
}

/* All at once; where a page is missing, run by run. */
static int fetch(struct nfb_pool *pool, unsigned char *to,
		const struct nfb_run *runs, unsigned count, bool *lost)
{
	struct iovec from[MOST_RUNS], into = { to, 0 };
	int error = 0;

	for (unsigned i = 0; i < count; i++) {
		from[i] = (struct iovec){ pool->base + runs[i].offset,
			runs[i].length };
		into.iov_len += runs[i].length;
	}
	if (process_vm_readv(self, &into, 1, from, count, 0)
			== (ssize_t)into.iov_len)
		return 0;
	for (unsigned i = 0; i < count && !error; i++) {
		error = fetch_run(pool, to, &runs[i], lost);
		to += runs[i].length;
	}
	return error;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	const struct nfb_run_limits limits = { MOST_RUNS,
		loop->is_copy ? SIZE_MAX : NFB_TILE_BYTES, NFB_TILE_BYTES };
	_Alignas(64) unsigned char tile[NFB_TILE_BYTES];
	struct nfb_run runs[MOST_RUNS];

	return nfb_read_runs(pool, region, loop, access, limits, runs, tile,
			fetch);
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_copy_vm_readv = {
	.id = "copy-vm-readv",
	.name = "Copied by process_vm_readv",
	.summary = "process_vm_readv from the mapping in tiles of 64 KiB, up to "
		"1,024 rows a call, then read the copy",
	.family = NFB_FAMILY_COPY,
	.because = "a missing page is EFAULT or a short count of the system "
		"call, never a signal",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_NEEDS_SHARED_MAPPING,
			"what is read is a copy; a write would need "
			"process_vm_writev" },
	},
	.probe = probe,
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
