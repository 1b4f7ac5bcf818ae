/* SPDX-License-Identifier: MIT */
/*
 * A compositor under attack: one client truncates and regrows its file as fast
 * as it can, the other one has drawn and waits to be shown, on time.
 */
#define _GNU_SOURCE
#include "hostile.h"

#include <errno.h>

#include "client_link.h"
#include "dispatcher.h"
#include "frame.h"
#include "histogram.h"
#include "measurement.h"
#include "pace.h"
#include "placement.h"
#include "pool.h"
#include "registry.h"
#include "sum.h"

bool nfb_can_be_attacked(const struct nfb_strategy *strategy)
{
	int traits = nfb_traits_of(strategy);

	return traits & NFB_SURVIVES_ATTACKER && !(traits & NFB_NEEDS_CLIENT);
}

static int attach(const struct nfb_attack *attack,
		const struct nfb_client *client, struct nfb_pool **pool)
{
	return nfb_pool_open(attack->strategy, client->fd, client->pool_bytes,
			pool);
}

int nfb_attack_attach(struct nfb_attack *attack)
{
	int error = attach(attack, attack->attacker, &attack->attacked);

	if (!error)
		error = attach(attack, attack->benign, &attack->other);
	attack->expected = nfb_frame_sum(attack->attacker->pool_bytes,
			attack->seed);
	return error;
}

void nfb_attack_detach(struct nfb_attack *attack)
{
	if (attack->attacked)
		nfb_pool_detach(attack->attacked);
	if (attack->other)
		nfb_pool_detach(attack->other);
	attack->attacked = attack->other = NULL;
}

/*
 * A strategy that sees the file grow back goes on with the pool that it has.
 * Of the others a pool that lost bytes shows zeros in their place until it is
 * attached anew. The caller knows of the loss, or the client does, or the
 * handler counted it; a loss behind the kernel flag nobody sees, so that such a
 * pool is attached anew in each frame.
 */
static bool must_attach_anew(struct nfb_pool *pool, bool lost, uint64_t faults)
{
	const struct nfb_strategy *strategy = pool->strategy;
	int traits = nfb_traits_of(strategy);

	if (traits & NFB_SEES_REGROWTH)
		return false;
	return lost || faults || traits & NFB_NEEDS_KERNEL_PATCH
		|| (strategy->client_was_told
				&& strategy->client_was_told(pool));
}

/* What comes before mapping the file, such as a client's connection, is not the
 * strategy's time. Adds to *TAKEN_NS. */
static int attach_anew(struct nfb_attack *attack, uint64_t *taken_ns)
{
	struct nfb_pool *anew;
	int error = nfb_pool_connect(attack->strategy, attack->attacker->fd,
			attack->attacker->pool_bytes, &anew);
	uint64_t start_ns;

	if (error)
		return error;
	start_ns = nfb_now_ns();
	attack->attacked->strategy->detach(attack->attacked);
	error = attack->strategy->attach(anew);
	*taken_ns += nfb_now_ns() - start_ns;
	nfb_pool_disconnect(attack->attacked);
	attack->attacked = anew;
	if (error) {
		nfb_pool_disconnect(anew);
		attack->attacked = NULL;
	}
	return error;
}

/* What one frame took for the attacker's buffer, attaching it anew included. */
struct frame {
	struct nfb_access access;
	uint64_t taken_ns;
	uint64_t reattach_ns;
	bool reattached;
};

static int read_attacker(struct nfb_attack *attack, struct frame *frame)
{
	uint64_t bytes = attack->attacker->pool_bytes;
	struct nfb_region whole = { 0, bytes, 1, bytes };
	uint64_t faults = nfb_faults_answered();
	uint64_t start_ns = nfb_now_ns();
	int error = nfb_access_once(attack->attacked, &whole, &frame->access);

	frame->taken_ns = nfb_now_ns() - start_ns;
	frame->reattached = !error && must_attach_anew(attack->attacked,
			frame->access.lost, nfb_faults_answered() - faults);
	if (frame->reattached)
		error = attach_anew(attack, &frame->reattach_ns);
	frame->taken_ns += frame->reattach_ns;
	return error;
}

static int read_benign(const struct nfb_attack *attack,
		struct nfb_hostile *result)
{
	uint64_t bytes = attack->benign->pool_bytes;
	struct nfb_region whole = { 0, bytes, 1, bytes };
	struct nfb_access access = { 0, false };
	int error = nfb_access_once(attack->other, &whole, &access);

	if (access.checksum != attack->expected)
		result->wrong_accesses++;
	return error;
}

static void record(struct nfb_hostile *result, const struct frame *frame)
{
	result->attacked.total_ns += frame->taken_ns;
	result->attacked.histogram[nfb_histogram_bucket(frame->taken_ns)]++;
	result->attacked.outcome.lost_accesses += frame->access.lost;
	result->reattach_ns += frame->reattach_ns;
	result->reattachments += frame->reattached;
	if (frame->taken_ns > result->worst_ns)
		result->worst_ns = frame->taken_ns;
}

static int frames_without_attack(struct nfb_attack *attack, uint64_t frames,
		struct nfb_hostile *result)
{
	struct nfb_pace pace = nfb_pace_from_now(attack->hertz);
	int error = 0;

	for (uint64_t i = 0; i < frames && !error; i++) {
		struct frame frame = { 0 };

		error = read_attacker(attack, &frame);
		result->unattacked_ns += frame.taken_ns;
		if (frame.access.checksum != attack->expected)
			result->wrong_accesses++;
		if (!error)
			error = read_benign(attack, result);
		nfb_pace_frame(&pace, nfb_now_ns());
	}
	return error;
}

static int frames_under_attack(struct nfb_attack *attack, uint64_t frames,
		struct nfb_hostile *result)
{
	struct nfb_pace pace = nfb_pace_from_now(attack->hertz);
	int error = 0;

	for (uint64_t i = 0; i < frames && !error; i++) {
		struct frame frame = { 0 };

		error = read_attacker(attack, &frame);
		record(result, &frame);
		if (!error)
			error = read_benign(attack, result);
		result->late_frames += nfb_pace_frame(&pace, nfb_now_ns());
	}
	return error;
}

static int end_attack(struct nfb_attack *attack, uint64_t *truncates)
{
	uint64_t nothing;
	int error = nfb_client_send(attack->attacker, NFB_CLIENT_STOP_ATTACK,
			0);

	if (!error)
		error = nfb_client_receive(attack->attacker, true, truncates);
	return error ? error : nfb_client_receive(attack->attacker, true,
			&nothing);
}

int nfb_attack_frames(struct nfb_attack *attack, uint64_t frames,
		struct nfb_hostile *result)
{
	uint64_t truncates = 0;
	/* It answers once it begins. */
	int ended, error = nfb_client_command(attack->attacker,
			NFB_CLIENT_ATTACK, 0);

	if (error)
		return error;
	result->attacked.outcome.faults -= nfb_faults_answered();
	error = frames_under_attack(attack, frames, result);
	result->attacked.outcome.faults += nfb_faults_answered();
	ended = end_attack(attack, &truncates);
	result->truncates += truncates;
	return error ? error : ended;
}

static int start_client(const struct nfb_hostile_setting *options,
		struct nfb_client **client)
{
	int error = nfb_client_start(options->program, options->pool_bytes, 0,
			client, NULL);

	return error ? error : nfb_client_command(*client, NFB_CLIENT_DRAW,
			options->seed);
}

static int show_frames(const struct nfb_hostile_setting *options,
		struct nfb_attack *attack, struct nfb_hostile *result)
{
	/* Page faults of a new mapping are not what an attack adds. */
	uint64_t before_ns = result->unattacked_ns;
	int error = start_client(options, &attack->attacker);

	if (!error)
		error = start_client(options, &attack->benign);
	if (!error)
		error = nfb_attack_attach(attack);
	if (!error)
		error = frames_without_attack(attack, options->frames, result);
	result->unattacked_ns = before_ns;
	if (!error)
		error = frames_without_attack(attack, options->frames, result);
	return error ? error : nfb_attack_frames(attack, options->frames,
			result);
}

static int run(const void *setting, void *result)
{
	const struct nfb_hostile_setting *options = setting;
	struct nfb_attack attack = {
		.strategy = nfb_registry_at((int)options->strategy),
		.seed = options->seed,
		.hertz = options->hertz,
	};
	struct nfb_placement before;
	int error;

	/* Refuse, do not die. */
	if (!attack.strategy || !nfb_can_be_attacked(attack.strategy)
			|| options->pool_bytes % NFB_SUM_CHUNK_BYTES
			|| options->hertz < 1 || options->hertz > 1000)
		return -EINVAL;
	before = nfb_keep_to_reader_cpu();
	error = show_frames(options, &attack, result);
	nfb_placement_restore(&before);
	nfb_attack_detach(&attack);
	if (attack.attacker)
		nfb_client_stop(attack.attacker);
	if (attack.benign)
		nfb_client_stop(attack.benign);
	return error;
}

const struct nfb_measurement nfb_hostile_client = {
	.name = "hostile",
	.setting_bytes = sizeof(struct nfb_hostile_setting),
	.result_bytes = sizeof(struct nfb_hostile),
	.run = run,
};
