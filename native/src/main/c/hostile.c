/* SPDX-License-Identifier: MIT */
/*
 * A compositor under attack: one client truncates and regrows its file as fast
 * as it can, the other one has drawn and waits to be shown, on time.
 */
#define _GNU_SOURCE
#include <errno.h>

#include "client_link.h"
#include "dispatcher.h"
#include "frame.h"
#include "histogram.h"
#include "pace.h"
#include "placement.h"
#include "pool.h"
#include "registry.h"
#include "sum.h"
#include "measurement.h"

struct setup {
	const struct nfb_hostile_setting *options;
	struct nfb_client *attacker, *benign;
	struct nfb_pool *attacked, *other;
	uint64_t expected; /* checksum of the benign client's frame */
};

static void close_setup(struct setup *setup)
{
	if (setup->attacked)
		nfb_pool_detach(setup->attacked);
	if (setup->other)
		nfb_pool_detach(setup->other);
	if (setup->attacker)
		nfb_client_stop(setup->attacker);
	if (setup->benign)
		nfb_client_stop(setup->benign);
}

static int start_client(const struct nfb_hostile_setting *options,
		struct nfb_client **client)
{
	int error = nfb_client_start(options->program, options->pool_bytes, 0,
			client, NULL);

	return error ? error : nfb_client_command(*client, NFB_CLIENT_DRAW,
			options->seed);
}

static int open_setup(struct setup *setup)
{
	const struct nfb_hostile_setting *options = setup->options;
	int error = start_client(options, &setup->attacker);

	if (!error)
		error = start_client(options, &setup->benign);
	if (!error)
		error = nfb_pool_attach((int)options->strategy, setup->attacker,
				&setup->attacked);
	if (!error)
		error = nfb_pool_attach((int)options->strategy, setup->benign,
				&setup->other);
	setup->expected = nfb_frame_sum(options->pool_bytes, options->seed);
	return error;
}

/* A pool that was given up cannot fault again and shows nothing: a compositor
 * attaches what the client sends next. */
static int attach_anew(struct setup *setup)
{
	struct nfb_pool *given_up = setup->attacked;
	int error;

	setup->attacked = NULL;
	error = nfb_pool_detach(given_up);
	return error ? error : nfb_pool_attach((int)setup->options->strategy,
			setup->attacker, &setup->attacked);
}

/* Reads the attacker's buffer; the time it took. */
static int read_attacker(struct setup *setup, struct nfb_access *access,
		uint64_t *taken_ns)
{
	struct nfb_region whole = { 0, setup->options->pool_bytes, 1,
		setup->options->pool_bytes };
	uint64_t faults = nfb_faults_answered();
	uint64_t start_ns = nfb_now_ns();
	int error = nfb_access_once(setup->attacked, &whole, access);

	/* Whoever is not told still has a pool of zeros to get rid of. */
	if (!error && (access->lost || nfb_faults_answered() != faults))
		error = attach_anew(setup);
	*taken_ns = nfb_now_ns() - start_ns;
	return error;
}

static int read_benign(struct setup *setup, struct nfb_hostile *result)
{
	struct nfb_region whole = { 0, setup->options->pool_bytes, 1,
		setup->options->pool_bytes };
	struct nfb_access access = { 0, false };
	int error = nfb_access_once(setup->other, &whole, &access);

	if (access.checksum != setup->expected)
		result->wrong_accesses++;
	return error;
}

static void record(struct nfb_hostile *result, uint64_t taken_ns,
		const struct nfb_access *access)
{
	result->attacked.total_ns += taken_ns;
	result->attacked.histogram[nfb_histogram_bucket(taken_ns)]++;
	result->attacked.outcome.lost_accesses += access->lost;
	if (taken_ns > result->worst_ns)
		result->worst_ns = taken_ns;
}

static int frames_without_attack(
		struct setup *setup, struct nfb_hostile *result)
{
	struct nfb_pace pace = nfb_pace_from_now(setup->options->hertz);
	int error = 0;

	for (uint64_t i = 0; i < setup->options->frames && !error; i++) {
		struct nfb_access access = { 0, false };
		uint64_t taken_ns = 0;

		error = read_attacker(setup, &access, &taken_ns);
		result->unattacked_ns += taken_ns;
		if (access.checksum != setup->expected)
			result->wrong_accesses++;
		if (!error)
			error = read_benign(setup, result);
		nfb_pace_frame(&pace, nfb_now_ns());
	}
	return error;
}

static int frames_under_attack(struct setup *setup, struct nfb_hostile *result)
{
	struct nfb_pace pace = nfb_pace_from_now(setup->options->hertz);
	int error = 0;

	for (uint64_t i = 0; i < setup->options->frames && !error; i++) {
		struct nfb_access access = { 0, false };
		uint64_t taken_ns = 0;

		error = read_attacker(setup, &access, &taken_ns);
		record(result, taken_ns, &access);
		if (!error)
			error = read_benign(setup, result);
		result->late_frames += nfb_pace_frame(&pace, nfb_now_ns());
	}
	return error;
}

static int attack(struct setup *setup, struct nfb_hostile *result)
{
	uint64_t truncates = 0, nothing;
	int ended, error = nfb_client_send(setup->attacker, NFB_CLIENT_ATTACK,
			0);

	if (error)
		return error;
	result->attacked.outcome.faults -= nfb_faults_answered();
	error = frames_under_attack(setup, result);
	result->attacked.outcome.faults += nfb_faults_answered();
	ended = nfb_client_send(setup->attacker, NFB_CLIENT_STOP_ATTACK, 0);
	if (!ended)
		ended = nfb_client_receive(setup->attacker, true, &truncates);
	if (!ended)
		ended = nfb_client_receive(setup->attacker, true, &nothing);
	result->truncates += truncates;
	if (!error && !ended && !truncates)
		error = -ETIMEDOUT; /* it was given no CPU: nothing was
				     * attacked */
	return error ? error : ended;
}

static int run_setup(const struct nfb_hostile_setting *options,
		struct nfb_hostile *result)
{
	/* Page faults of a new mapping are not what an attack adds. */
	uint64_t before_ns = result->unattacked_ns;
	struct setup setup = { .options = options };
	int error = open_setup(&setup);

	if (!error)
		error = frames_without_attack(&setup, result);
	result->unattacked_ns = before_ns;
	if (!error)
		error = frames_without_attack(&setup, result);
	if (!error)
		error = attack(&setup, result);
	close_setup(&setup);
	return error;
}

static int run(const void *setting, void *result)
{
	const struct nfb_hostile_setting *options = setting;
	const struct nfb_strategy *row =
		nfb_registry_at((int)options->strategy);
	struct nfb_placement before;
	int error;

	/* Nobody survives this without protection: refuse, do not die. And a
	 * client that has to seal its file cannot attack by it. */
	if (!row || !(nfb_traits_of(row) & NFB_SURVIVES_ATTACKER)
			|| nfb_traits_of(row) & NFB_NEEDS_CLIENT
			|| options->pool_bytes % NFB_SUM_CHUNK_BYTES
			|| options->hertz < 1 || options->hertz > 1000)
		return -EINVAL;
	before = nfb_keep_to_reader_cpu();
	error = run_setup(options, result);
	nfb_placement_restore(&before);
	return error;
}

const struct nfb_measurement nfb_hostile_client = {
	.name = "hostile",
	.setting_bytes = sizeof(struct nfb_hostile_setting),
	.result_bytes = sizeof(struct nfb_hostile),
	.run = run,
};
