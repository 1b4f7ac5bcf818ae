/* SPDX-License-Identifier: MIT */
/* Pools and reads, as the library exports them. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "client_link.h"
#include "dispatcher.h"
#include "pool.h"
#include "registry.h"

static int connect_pool(struct nfb_pool *pool, int file)
{
	int error = 0;

	/* Its own, so that a pool outlives its client. */
	pool->fd = fcntl(file, F_DUPFD_CLOEXEC, 0);
	if (pool->fd < 0)
		return -errno;
	if (pool->strategy->connect)
		error = pool->strategy->connect(pool);
	if (error)
		close(pool->fd);
	return error;
}

int nfb_pool_connect(const struct nfb_strategy *strategy, int file,
		uint64_t size, struct nfb_pool **out)
{
	struct nfb_pool *pool = calloc(1, sizeof(*pool));
	int error;

	if (!pool)
		return -ENOMEM;
	pool->strategy = strategy;
	pool->size = size;
	error = connect_pool(pool, file);
	if (error)
		free(pool);
	else
		*out = pool;
	return error;
}

int nfb_pool_disconnect(struct nfb_pool *pool)
{
	int error;

	if (pool->strategy->disconnect)
		pool->strategy->disconnect(pool);
	error = close(pool->fd) ? -errno : 0;
	free(pool);
	return error;
}

int nfb_pool_open(const struct nfb_strategy *strategy, int file, uint64_t size,
		struct nfb_pool **out)
{
	struct nfb_pool *pool;
	int error = nfb_pool_connect(strategy, file, size, &pool);

	if (error)
		return error;
	error = strategy->attach(pool);
	if (error)
		nfb_pool_disconnect(pool);
	else
		*out = pool;
	return error;
}

int nfb_pool_attach(int strategy, const struct nfb_client *client,
		struct nfb_pool **out)
{
	const struct nfb_strategy *row = nfb_registry_at(strategy);

	return row ? nfb_pool_open(row, client->fd, client->pool_bytes, out)
		: -EINVAL;
}

/* The new pool is attached before the old one goes: a refusal changes
 * nothing. */
static int attach_anew(struct nfb_pool *pool, uint64_t size)
{
	struct nfb_pool *resized, old = *pool;
	int error = nfb_pool_open(pool->strategy, pool->fd, size, &resized);

	if (error)
		return error;
	*pool = *resized;
	*resized = old;
	return nfb_pool_detach(resized);
}

int nfb_pool_resize(struct nfb_pool *pool, uint64_t size)
{
	int error;

	if (!pool->strategy->resize)
		return attach_anew(pool, size);
	error = pool->strategy->resize(pool, size);
	if (!error)
		pool->size = size;
	return error;
}

int nfb_pool_detach(struct nfb_pool *pool)
{
	pool->strategy->detach(pool);
	return nfb_pool_disconnect(pool);
}

bool nfb_is_refused_late(const struct nfb_strategy *strategy, int error,
		char *reason, size_t length)
{
	if (!strategy->limited || (error != -ENOMEM
				&& error != -EPERM && error != -ENOSYS))
		return false;
	snprintf(reason, length, "refused after its probe: %s (errno=%d); see "
			"`ulimit -l` and kernel.io_uring_disabled",
			strerror(-error), -error);
	return true;
}

bool nfb_region_fits(const struct nfb_region *region, uint64_t size)
{
	uint64_t last_row, end;

	if (region->rows == 0)
		return true;
	return !__builtin_mul_overflow(region->rows - 1, region->stride_bytes,
				&last_row)
		&& !__builtin_mul_overflow(region->more_rectangles,
				region->rectangle_stride_bytes, &end)
		&& !__builtin_add_overflow(end, last_row, &end)
		&& !__builtin_add_overflow(end, region->offset_bytes, &end)
		&& !__builtin_add_overflow(end, region->row_bytes, &end)
		&& end <= size;
}

/* The product of what came from a caller, or the largest number. */
static uint64_t bytes_of(const struct nfb_region *region)
{
	uint64_t rectangles, rows, bytes;

	if (__builtin_add_overflow(region->more_rectangles, 1, &rectangles)
			|| __builtin_mul_overflow(region->rows, rectangles,
				&rows)
			|| __builtin_mul_overflow(rows, region->row_bytes,
				&bytes))
		return UINT64_MAX;
	return bytes;
}

/* LOOP becomes READING's, with its upload buffer. */
static int choose_loop(const struct nfb_reading *reading,
		const struct nfb_region *region, struct nfb_read_loop *loop)
{
	const char *missing;
	const struct nfb_read_loop *found = reading
		? nfb_read_loop_of((int)reading->loop, &missing)
		: nfb_sum_loop();

	if (!found)
		return -ENOSYS;
	*loop = *found;
	if (!reading || reading->loop == NFB_LOOP_SUM)
		return 0;
	loop->upload = reading->upload;
	return bytes_of(region) > reading->upload_bytes ? -ERANGE : 0;
}

/* By a mapping that the client shares, or by a system call on its file. */
static bool can_be_written(const struct nfb_pool *pool)
{
	return pool->strategy->write_run
		|| nfb_traits_of(pool->strategy) & NFB_WRITABLE;
}

int nfb_read(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_reading *reading, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	uint64_t faults = nfb_faults_answered();
	struct nfb_read_loop loop;
	int error = choose_loop(reading, region, &loop);

	*outcome = (struct nfb_outcome){ 0 };
	if (error)
		return error;
	if (!nfb_region_fits(region, pool->size))
		return -ERANGE;
	if (loop.writes_pool && !can_be_written(pool))
		return -EOPNOTSUPP;
	error = pool->strategy->read_batch(pool, region, &loop, accesses,
			outcome);
	outcome->faults = nfb_faults_answered() - faults;
	return error;
}

int nfb_plain_read(const struct nfb_pool *pool, const struct nfb_region *region,
		uint64_t accesses, struct nfb_outcome *outcome)
{
	const struct nfb_read_loop *loop = nfb_sum_loop();
	uint64_t checksum = 0;

	*outcome = (struct nfb_outcome){ 0 };
	if (pool->strategy->family != NFB_FAMILY_UNGUARDED)
		return -EINVAL;
	if (!nfb_region_fits(region, pool->size))
		return -ERANGE;
	for (uint64_t i = 0; i < accesses; i++) {
		checksum = 31 * checksum
			+ nfb_read_region(pool->base, region, loop);
		__asm__ volatile("" ::: "memory");
	}
	outcome->checksum = checksum;
	return 0;
}

int nfb_nothing(void)
{
	return 0;
}
