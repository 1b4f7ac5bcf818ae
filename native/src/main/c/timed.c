/* SPDX-License-Identifier: MIT */
/* Accesses that are timed one by one. */
#define _GNU_SOURCE
#include <errno.h>

#include "client_link.h"
#include "clock.h"
#include "dispatcher.h"
#include "histogram.h"
#include "placement.h"
#include "pool.h"
#include "registry.h"
#include "measurement.h"

/*
 * One access between two readings of the clock. The vDSO's reading waits for
 * the loads before it and holds back those after it (rdtsc_ordered in the
 * kernel's arch/x86/include/asm/msr.h), so that none leaks out of its time.
 */
static int read_timed(struct nfb_pool *pool, const struct nfb_region *region,
		struct nfb_timed *timed)
{
	struct nfb_access access;
	uint64_t faults = nfb_faults_answered();
	uint64_t start_ns = nfb_now_ns();
	int error = nfb_access_once(pool, region, &access);
	uint64_t taken_ns = nfb_now_ns() - start_ns;

	timed->total_ns += taken_ns;
	timed->histogram[nfb_histogram_bucket(taken_ns)]++;
	timed->outcome.faults += nfb_faults_answered() - faults;
	timed->outcome.checksum = nfb_fold(timed->outcome.checksum, &access);
	timed->outcome.lost_accesses += access.lost;
	return error;
}

static int read_each(const void *setting, void *result)
{
	const struct nfb_timed_setting *options = setting;
	int error = nfb_region_fits(&options->region, options->pool->size)
		? 0 : -ERANGE;

	for (uint64_t i = 0; i < options->accesses && !error; i++)
		error = read_timed(options->pool, &options->region, result);
	return error;
}

const struct nfb_measurement nfb_read_timed = {
	.name = "read-timed",
	.setting_bytes = sizeof(struct nfb_timed_setting),
	.result_bytes = sizeof(struct nfb_timed),
	.run = read_each,
};

static int read_fresh(const void *setting, void *result)
{
	const struct nfb_fresh_setting *options = setting;
	int error = nfb_region_fits(&options->region, options->pool->size)
		? 0 : -ERANGE;
	struct nfb_placement before = nfb_keep_to_reader_cpu();

	for (uint64_t i = 0; i < options->accesses && !error; i++) {
		error = nfb_client_command(options->client, NFB_CLIENT_DRAW,
				options->seed + i);
		if (!error)
			error = read_timed(options->pool, &options->region,
					result);
	}
	nfb_placement_restore(&before);
	return error;
}

const struct nfb_measurement nfb_read_fresh = {
	.name = "read-fresh",
	.setting_bytes = sizeof(struct nfb_fresh_setting),
	.result_bytes = sizeof(struct nfb_timed),
	.run = read_fresh,
};

/* The pool is whole and read once, as by a compositor that has shown it. */
static int lose_and_read(struct nfb_pool *pool,
		const struct nfb_recovery_setting *options,
		struct nfb_timed *timed)
{
	struct nfb_access healthy;
	int error = nfb_access_once(pool, &options->region, &healthy);

	if (!error)
		error = nfb_client_command(options->client, NFB_CLIENT_RESIZE,
				options->keep_bytes);
	return error ? error : read_timed(pool, &options->region, timed);
}

static int recover_once(const struct nfb_recovery_setting *options,
		struct nfb_timed *timed)
{
	struct nfb_client *client = options->client;
	struct nfb_pool *pool;
	int error = nfb_client_command(client, NFB_CLIENT_DRAW, options->seed);

	if (!error)
		error = nfb_pool_attach((int)options->strategy, client, &pool);
	if (error)
		return error;
	error = lose_and_read(pool, options, timed);
	nfb_pool_detach(pool);
	return error ? error : nfb_client_command(client, NFB_CLIENT_RESIZE,
			client->pool_bytes);
}

static int recover(const void *setting, void *result)
{
	const struct nfb_recovery_setting *options = setting;
	const struct nfb_strategy *row =
		nfb_registry_at((int)options->strategy);

	/* Nobody survives this without protection: refuse, do not die. */
	if (!row || !(nfb_traits_of(row) & NFB_SURVIVES_TRUNCATION))
		return -EINVAL;
	if (!nfb_region_fits(&options->region, options->client->pool_bytes))
		return -ERANGE;
	for (uint64_t i = 0; i < options->repeats; i++) {
		int error = recover_once(options, result);

		if (error)
			return error;
	}
	return 0;
}

const struct nfb_measurement nfb_recovery = {
	.name = "recovery",
	.setting_bytes = sizeof(struct nfb_recovery_setting),
	.result_bytes = sizeof(struct nfb_timed),
	.run = recover,
};
