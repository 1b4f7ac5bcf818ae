/* SPDX-License-Identifier: MIT */
/*
 * A dma-buf made of the client's sealed memfd (Documentation/driver-api/
 * dma-buf.rst; KWin 6.7, Jay): the kernel pins the pages, so that they stay
 * whatever the client does to its file, and a GPU could read them in place.
 * A CPU must say when it reads: two ioctl calls an access.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <linux/dma-buf.h>
#include <linux/udmabuf.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mapping.h"

#define DEVICE "/dev/udmabuf"

static int probe(char *reason, size_t length)
{
	int device = open(DEVICE, O_RDWR | O_CLOEXEC);
	int error = errno;

	if (device >= 0) {
		close(device);
		return 0;
	}
	snprintf(reason, length, "%s: %s", DEVICE, error == ENOENT
			? "this kernel has none (CONFIG_UDMABUF)"
			: strerror(error));
	return -error;
}

#define SIZE_LIMIT "/sys/module/udmabuf/parameters/size_limit_mb"

/* What the driver answers with EINVAL, like much else: 0, -EPERM of a file that
 * is not sealed or too short, -EFBIG of one above the driver's limit. */
static int refusal_of(const struct nfb_pool *pool)
{
	int seals = fcntl(pool->fd, F_GET_SEALS);
	FILE *limit = fopen(SIZE_LIMIT, "re");
	unsigned long limit_mb = 64;
	struct stat file;

	if (limit) {
		if (fscanf(limit, "%lu", &limit_mb) != 1)
			limit_mb = 64;
		fclose(limit);
	}
	if (seals < 0 || !(seals & F_SEAL_SHRINK) || seals & F_SEAL_WRITE
			|| fstat(pool->fd, &file)
			|| (uint64_t)file.st_size < pool->size)
		return -EPERM;
	return pool->size > (uint64_t)limit_mb << 20 ? -EFBIG : 0;
}

/* A descriptor, or -errno. The pool is rounded up to pages, as the driver
 * demands. */
static int create(const struct nfb_pool *pool)
{
	size_t page_bytes = nfb_page_bytes();
	struct udmabuf_create request = {
		.memfd = (uint32_t)pool->fd,
		.flags = UDMABUF_FLAGS_CLOEXEC,
		.size = (pool->size + page_bytes - 1) / page_bytes * page_bytes,
	};
	int device, buffer = refusal_of(pool);

	if (buffer)
		return buffer;
	device = open(DEVICE, O_RDWR | O_CLOEXEC);
	if (device < 0)
		return -errno;
	buffer = ioctl(device, UDMABUF_CREATE, &request);
	if (buffer < 0)
		buffer = -errno;
	close(device);
	return buffer;
}

static int attach(struct nfb_pool *pool)
{
	int buffer = create(pool);
	void *base;

	if (buffer < 0)
		return buffer;
	base = mmap(NULL, pool->size, PROT_READ | PROT_WRITE, MAP_SHARED,
			buffer, 0);
	if (base == MAP_FAILED) {
		int error = -errno;

		close(buffer);
		return error;
	}
	pool->base = base;
	pool->state = (void *)(intptr_t)buffer;
	return 0;
}

static void detach(struct nfb_pool *pool)
{
	nfb_unmap(pool);
	close((int)(intptr_t)pool->state);
}

static int sync_for_cpu(const struct nfb_pool *pool, uint64_t flags)
{
	struct dma_buf_sync sync = { .flags = flags };
	int result;

	do
		result = ioctl((int)(intptr_t)pool->state, DMA_BUF_IOCTL_SYNC,
				&sync);
	while (result < 0 && (errno == EINTR || errno == EAGAIN));
	return result < 0 ? -errno : 0;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	int error = sync_for_cpu(pool, DMA_BUF_SYNC_START | DMA_BUF_SYNC_READ);

	if (error)
		return error;
	access->checksum = nfb_read_region(pool->base, region, loop);
	return sync_for_cpu(pool, DMA_BUF_SYNC_END | DMA_BUF_SYNC_READ);
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_udmabuf = {
	.id = "udmabuf",
	.name = "Pinned by udmabuf",
	.summary = "a dma-buf of the client's sealed memfd, whose pages the "
		"kernel pins; two ioctl calls an access",
	.family = NFB_FAMILY_SEALED,
	.labels = NFB_NEEDS_CLIENT,
	.because = "the pages are pinned, and a file that is not sealed or too "
		"short is refused at attach",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_SURVIVES_HOLE_PUNCH | NFB_NESTS_TWO_POOLS,
			"the seal permits holes, and the pinned pages keep "
			"what the file no longer has: no zeros, and nobody "
			"is told" },
	},
	.probe = probe,
	.attach = attach,
	.detach = detach,
	.read_once = read_once,
	.read_batch = read_batch,
};
