/* SPDX-License-Identifier: MIT */
/* Reads that are timed one by one, because something else happens between. */
#define _GNU_SOURCE
#include <errno.h>
#include <time.h>

#include "client_link.h"
#include "dispatcher.h"
#include "histogram.h"
#include "placement.h"
#include "registry.h"

static uint64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

/* One access between two readings of the clock. */
static int read_timed(struct nfb_pool *pool, const struct nfb_region *region,
		struct nfb_timed *timed)
{
	struct nfb_access access = { 0, false };
	uint64_t faults = nfb_faults_answered();
	uint64_t start_ns = now_ns();
	int error = pool->strategy->read_once(pool, region, nfb_sum_kernel(),
			&access);
	uint64_t taken_ns = now_ns() - start_ns;

	timed->total_ns += taken_ns;
	timed->histogram[nfb_histogram_bucket(taken_ns)]++;
	timed->outcome.faults += nfb_faults_answered() - faults;
	timed->outcome.checksum = nfb_fold(timed->outcome.checksum, &access);
	timed->outcome.lost_accesses += access.lost;
	return error;
}

int nfb_read_fresh(struct nfb_pool *pool, struct nfb_client *client,
		uint64_t seed, const struct nfb_region *region,
		uint64_t accesses, struct nfb_timed *timed)
{
	int error = nfb_region_fits(region, pool->size) ? 0 : -ERANGE;
	struct nfb_placement before = nfb_keep_to_first_cpu();

	for (uint64_t i = 0; i < accesses && !error; i++) {
		error = nfb_client_command(client, NFB_CLIENT_DRAW, seed + i);
		if (!error)
			error = read_timed(pool, region, timed);
	}
	nfb_placement_restore(&before);
	return error;
}

/* The pool is whole and read once, as by a compositor that has shown it. */
static int lose_and_read(struct nfb_pool *pool, struct nfb_client *client,
		const struct nfb_region *region, uint64_t keep_bytes,
		struct nfb_timed *timed)
{
	struct nfb_access healthy = { 0, false };
	int error = pool->strategy->read_once(pool, region, nfb_sum_kernel(),
			&healthy);

	if (!error)
		error = nfb_client_command(client, NFB_CLIENT_RESIZE,
				keep_bytes);
	return error ? error : read_timed(pool, region, timed);
}

static int recover_once(int strategy, struct nfb_client *client, uint64_t seed,
		const struct nfb_region *region, uint64_t keep_bytes,
		struct nfb_timed *timed)
{
	struct nfb_pool *pool;
	int error = nfb_client_command(client, NFB_CLIENT_DRAW, seed);

	if (!error)
		error = nfb_pool_attach(strategy, client, &pool);
	if (error)
		return error;
	error = lose_and_read(pool, client, region, keep_bytes, timed);
	nfb_pool_detach(pool);
	return error ? error : nfb_client_command(client, NFB_CLIENT_RESIZE,
			client->pool_bytes);
}

int nfb_recover(int strategy, struct nfb_client *client, uint64_t seed,
		const struct nfb_region *region, uint64_t keep_bytes,
		uint64_t repeats, struct nfb_timed *timed)
{
	const struct nfb_strategy *row = nfb_registry_at(strategy);

	/* Nobody survives this without protection: refuse, do not die. */
	if (!row || !(nfb_traits_of(row) & NFB_SURVIVES_TRUNCATION))
		return -EINVAL;
	if (!nfb_region_fits(region, client->pool_bytes))
		return -ERANGE;
	for (uint64_t i = 0; i < repeats; i++) {
		int error = recover_once(strategy, client, seed, region,
				keep_bytes, timed);

		if (error)
			return error;
	}
	return 0;
}
