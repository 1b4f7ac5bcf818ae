/* SPDX-License-Identifier: MIT */
/* The life of a pool, each part of it timed: clients come, resize and go. */
#define _GNU_SOURCE
#include <errno.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "client_link.h"
#include "clock.h"
#include "mapping.h"
#include "pool.h"
#include "registry.h"
#include "measurement.h"

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

/* Adds what has passed since *LAST_NS to PHASE_NS, and begins anew. */
static void lap(uint64_t *phase_ns, uint64_t *last_ns)
{
	uint64_t now_ns = nfb_now_ns();

	*phase_ns += now_ns - *last_ns;
	*last_ns = now_ns;
}

/* Both mappings have to ask, where shared memory has huge pages on request. */
static int ask_for_huge_pages(const struct nfb_pool *pool)
{
	if (!pool->base)
		return 0;
	return madvise(pool->base, pool->size, MADV_HUGEPAGE) ? -errno : 0;
}

static int populate(const struct nfb_pool *pool, int64_t how)
{
	if (how == NFB_POPULATE_NONE)
		return 0;
	if (!pool->base)
		return -EOPNOTSUPP;
	if (how == NFB_POPULATE_MADVISE
			&& madvise(pool->base, pool->size, MADV_POPULATE_READ))
		/* Of a dma-buf's mapping, or unknown before Linux 5.14:
		 * madvise(2). */
		return errno == EINVAL ? -EOPNOTSUPP : -errno;
	return 0;
}

static int attach(const struct nfb_lifecycle_setting *options,
		struct nfb_pool *pool, struct nfb_lifecycle *life)
{
	uint64_t last_ns = nfb_now_ns();
	int error;

	nfb_more_map_flags = options->populate == NFB_POPULATE_MAP
		? MAP_POPULATE : 0;
	error = pool->strategy->attach(pool);
	nfb_more_map_flags = 0;
	if (error)
		return error;
	if (options->backing == NFB_BACKING_THP)
		error = ask_for_huge_pages(pool);
	if (!error)
		error = populate(pool, options->populate);
	lap(&life->attach_ns, &last_ns);
	if (error)
		pool->strategy->detach(pool);
	return error;
}

static int read_twice(struct nfb_pool *pool, struct nfb_lifecycle *life)
{
	struct nfb_region whole = { 0, pool->size, 1, pool->size };
	struct nfb_access cold, warm = { 0 };
	uint64_t last_ns = nfb_now_ns();
	int error = nfb_access_once(pool, &whole, &cold);

	lap(&life->first_read_ns, &last_ns);
	if (!error)
		error = nfb_access_once(pool, &whole, &warm);
	lap(&life->warm_read_ns, &last_ns);
	life->checksum = nfb_fold(nfb_fold(life->checksum, &cold), &warm);
	return error;
}

static int grow(struct nfb_pool *pool, struct nfb_client *client,
		struct nfb_lifecycle *life)
{
	uint64_t bytes = pool->size + nfb_page_bytes(), last_ns;
	int error = nfb_client_command(client, NFB_CLIENT_RESIZE, bytes);

	if (error)
		return error;
	last_ns = nfb_now_ns();
	error = nfb_pool_resize(pool, bytes);
	lap(&life->resize_ns, &last_ns);
	return error;
}

/* As nfb_pool_detach, in its parts; a connection ends untimed. */
static int detach(struct nfb_pool *pool, struct nfb_lifecycle *life)
{
	uint64_t last_ns = nfb_now_ns();
	int error;

	pool->strategy->detach(pool);
	lap(&life->unmap_ns, &last_ns);
	if (pool->strategy->disconnect)
		pool->strategy->disconnect(pool);
	last_ns = nfb_now_ns();
	error = close(pool->fd) ? -errno : 0;
	lap(&life->close_ns, &last_ns);
	free(pool);
	return error;
}

static int start(const struct nfb_lifecycle_setting *options,
		const struct nfb_strategy *row, struct nfb_client **client)
{
	int sealed = nfb_traits_of(row) & NFB_NEEDS_CLIENT
		? NFB_CLIENT_SEALED : 0;
	int error = nfb_client_start(options->program, options->pool_bytes,
			sealed | NFB_CLIENT_BACKED_BY(options->backing), client,
			NULL);

	return error ? error : nfb_client_command(*client, NFB_CLIENT_DRAW,
			options->seed);
}

/* Of a pool whose client is connected: what comes before its file is not
 * timed. */
static int measure_pool(const struct nfb_lifecycle_setting *options,
		struct nfb_client *client, struct nfb_pool *pool,
		struct nfb_lifecycle *life)
{
	int ended, error = attach(options, pool, life);

	if (error) {
		nfb_pool_disconnect(pool);
		nfb_client_stop(client);
		return error;
	}
	error = read_twice(pool, life);
	if (!error)
		error = grow(pool, client, life);
	ended = nfb_client_stop(client);
	if (!error && !ended)
		return detach(pool, life);
	nfb_pool_detach(pool);
	return error ? error : ended;
}

static int measure_life(const struct nfb_lifecycle_setting *options,
		const struct nfb_strategy *row, struct nfb_lifecycle *life)
{
	struct nfb_client *client = NULL;
	struct nfb_pool *pool;
	int error = start(options, row, &client);

	if (!error)
		error = nfb_pool_connect(row, client->fd, client->pool_bytes,
				&pool);
	if (!error)
		return measure_pool(options, client, pool, life);
	if (client)
		nfb_client_stop(client);
	return error;
}

static int run(const void *setting, void *result)
{
	const struct nfb_lifecycle_setting *options = setting;
	const struct nfb_strategy *row =
		nfb_registry_at((int)options->strategy);
	int error = row ? 0 : -EINVAL;

	for (uint64_t i = 0; i < options->cycles && !error; i++)
		error = measure_life(options, row, result);
	return error;
}

const struct nfb_measurement nfb_pool_lifecycle = {
	.name = "lifecycle",
	.setting_bytes = sizeof(struct nfb_lifecycle_setting),
	.result_bytes = sizeof(struct nfb_lifecycle),
	.run = run,
};
