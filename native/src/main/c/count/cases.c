/* SPDX-License-Identifier: MIT */
/*
 * Each is the least of several tries, so that what interrupts an access is not
 * in it: the kernel's tick, and the client that goes back to sleep.
 */
#include "cases.h"

#include <errno.h>
#include <stdlib.h>

#include "client_link.h"
#include "pool.h"
#include "ticks.h"

#define SEED UINT64_C(0xc0ffee)

/* What a try reads with: a client that has drawn, and its pool. */
struct setup {
	struct nfb_client *client;
	struct nfb_pool *pool;
};

static int open_setup(const struct nfb_strategy *strategy, uint64_t bytes,
		struct setup *setup)
{
	int kind = strategy->labels & NFB_NEEDS_CLIENT ? NFB_CLIENT_SEALED : 0;
	int error = nfb_client_start(getenv("NOFAULT_CLIENT"), bytes, kind,
			&setup->client, NULL);

	if (error)
		return error;
	error = nfb_client_command(setup->client, NFB_CLIENT_DRAW, SEED);
	if (!error)
		error = nfb_pool_open(strategy, setup->client->fd, bytes,
				&setup->pool);
	if (error)
		nfb_client_stop(setup->client);
	return error;
}

static void close_setup(struct setup *setup)
{
	nfb_pool_detach(setup->pool);
	nfb_client_stop(setup->client);
}

static int count_access(struct nfb_pool *pool, const struct nfb_region *region,
		uint64_t *least)
{
	struct nfb_access access;
	uint64_t nothing = nfb_ticks_of_nothing();
	uint64_t start = nfb_ticks();
	int error = nfb_access_once(pool, region, &access);
	uint64_t taken = nfb_ticks() - start - nothing;

	if (taken < *least)
		*least = taken;
	return error;
}

/* Of one pool, again and again; the first two find what is not there yet. */
static int count_warm(const struct nfb_strategy *strategy,
		const struct nfb_count_setting *setting,
		const struct nfb_region *region, uint64_t *instructions)
{
	uint64_t cold = UINT64_MAX;
	struct setup setup;
	int error = open_setup(strategy, setting->bytes, &setup);

	if (error)
		return error;
	for (uint64_t i = 0; i < setting->tries + 2 && !error; i++)
		error = count_access(setup.pool, region,
				i < 2 ? &cold : instructions);
	close_setup(&setup);
	return error;
}

static int count_nothing(const struct nfb_strategy *strategy,
		const struct nfb_count_setting *setting, uint64_t *instructions)
{
	static const struct nfb_region nothing;

	return count_warm(strategy, setting, &nothing, instructions);
}

static int count_read(const struct nfb_strategy *strategy,
		const struct nfb_count_setting *setting, uint64_t *instructions)
{
	const struct nfb_region whole = { 0, setting->bytes, 1,
		setting->bytes };

	return count_warm(strategy, setting, &whole, instructions);
}

/* One access of a pool that was attached for it, after the client has
 * truncated its file to KEEP bytes. */
static int count_first(const struct nfb_strategy *strategy, uint64_t bytes,
		uint64_t keep, uint64_t *instructions)
{
	const struct nfb_region whole = { 0, bytes, 1, bytes };
	uint64_t before = UINT64_MAX;
	struct setup setup;
	int error = open_setup(strategy, bytes, &setup);

	if (error)
		return error;
	if (keep < bytes) {
		error = count_access(setup.pool, &whole, &before);
		if (!error)
			error = nfb_client_command(setup.client,
					NFB_CLIENT_RESIZE, keep);
	}
	if (!error)
		error = count_access(setup.pool, &whole, instructions);
	close_setup(&setup);
	return error;
}

static int count_cold(const struct nfb_strategy *strategy,
		const struct nfb_count_setting *setting, uint64_t *instructions)
{
	int error = 0;

	for (uint64_t i = 0; i < setting->tries && !error; i++)
		error = count_first(strategy, setting->bytes, setting->bytes,
				instructions);
	return error;
}

static int count_lost(const struct nfb_strategy *strategy,
		const struct nfb_count_setting *setting, uint64_t *instructions)
{
	int error = 0;

	/* Sealed against it: nothing can be lost. */
	if (strategy->labels & NFB_NEEDS_CLIENT)
		return -EPERM;
	for (uint64_t i = 0; i < setting->tries && !error; i++)
		error = count_first(strategy, setting->bytes, 0, instructions);
	return error;
}

static const struct nfb_count_case cases[] = {
	{ "beginEnd", "begin and end around nothing", 0, count_nothing },
	{ "warm", "an access of a whole pool", 0, count_read },
	{ "cold", "the first access of a pool, whose pages are there", 0,
		count_cold },
	{ "lost", "the access after the client has truncated to nothing",
		NFB_SURVIVES_TRUNCATION, count_lost },
};

const struct nfb_count_case *nfb_count_case_at(int index)
{
	int count = sizeof(cases) / sizeof(cases[0]);

	return index >= 0 && index < count ? &cases[index] : NULL;
}
