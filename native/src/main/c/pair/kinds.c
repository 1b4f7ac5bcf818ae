/* SPDX-License-Identifier: MIT */
/* What a block is of each kind of measurement. */
#define _GNU_SOURCE
#include "pair.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "clock.h"
#include "frame.h"
#include "registry.h"

static struct nfb_region whole_of(const struct nfb_pair *pair)
{
	uint64_t bytes = pair->options->pool_bytes;

	return (struct nfb_region){ 0, bytes, 1, bytes };
}

static int index_of(const struct nfb_strategy *strategy)
{
	int index = 0;

	while (nfb_registry_at(index) != strategy)
		index++;
	return index;
}

static void check_error(const struct nfb_pair_side *side, int error)
{
	if (error)
		nfb_pair_exit_of(side->strategy, "a read", error);
}

static void check_checksum(const struct nfb_pair_side *side, uint64_t checksum,
		uint64_t expected)
{
	if (checksum != expected)
		nfb_pair_exit(NFB_PAIR_FAILED, "wrong bytes were read: "
				"strategy=%s, checksum=%016llx, "
				"expected=%016llx", side->strategy->id,
				(unsigned long long)checksum,
				(unsigned long long)expected);
}

static void check_whole(const struct nfb_pair_side *side,
		const struct nfb_outcome *outcome)
{
	if (outcome->faults || outcome->lost_accesses)
		nfb_pair_exit(NFB_PAIR_FAILED, "bytes were lost, and only the "
				"healthy path is measured: strategy=%s, "
				"faults=%llu, lost_accesses=%llu",
				side->strategy->id,
				(unsigned long long)outcome->faults,
				(unsigned long long)outcome->lost_accesses);
}

static uint64_t read_accesses(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_outcome outcome;
	uint64_t start_ns = nfb_now_ns(), taken_ns;
	int error = nfb_read(side->pool, &pair->options->region,
			&pair->reading, side->turn->accesses, &outcome);

	taken_ns = nfb_now_ns() - start_ns;
	check_error(side, error);
	check_whole(side, &outcome);
	check_checksum(side, outcome.checksum, side->turn->checksum);
	return taken_ns;
}

/* Each access of these is timed by itself: TIMED is of this block alone. */
static uint64_t add_timed(struct nfb_pair_side *side,
		const struct nfb_timed *timed)
{
	struct nfb_timed *sum = &side->turn->totals.timed;

	sum->total_ns += timed->total_ns;
	sum->outcome.faults += timed->outcome.faults;
	sum->outcome.lost_accesses += timed->outcome.lost_accesses;
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		sum->histogram[i] += timed->histogram[i];
	return timed->total_ns;
}

/* Valid until the next. Not on the stack, which a handler's frame comes on top
 * of. */
static const struct nfb_timed *measure_timed(const struct nfb_pair_side *side,
		const char *name, const void *setting, size_t bytes)
{
	static struct nfb_timed timed;

	memset(&timed, 0, sizeof(timed));
	check_error(side, nfb_measure(name, setting, bytes, &timed,
				sizeof(timed)));
	return &timed;
}

static uint64_t time_accesses(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	const struct nfb_timed_setting setting = { side->pool,
		side->turn->accesses, pair->options->region };
	const struct nfb_timed *timed = measure_timed(side, "read-timed",
			&setting, sizeof(setting));

	check_whole(side, &timed->outcome);
	check_checksum(side, timed->outcome.checksum, side->turn->checksum);
	return add_timed(side, timed);
}

/* One access to a block, whose fold is its own checksum. */
static uint64_t read_fresh(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	uint64_t seed = pair->options->seed + ++side->drawn;
	const struct nfb_fresh_setting setting = { side->pool, pair->client,
		seed, 1, whole_of(pair) };
	const struct nfb_timed *timed = measure_timed(side, "read-fresh",
			&setting, sizeof(setting));

	check_whole(side, &timed->outcome);
	check_checksum(side, timed->outcome.checksum,
			nfb_frame_sum(pair->options->pool_bytes, seed));
	return add_timed(side, timed);
}

/* Zeros and an abandoned access have the same checksum, which is 0. */
static uint64_t recover(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	const struct nfb_recovery_setting setting = { index_of(side->strategy),
		pair->client, pair->options->seed, 0, 1, whole_of(pair) };
	const struct nfb_timed *timed = measure_timed(side, "recovery",
			&setting, sizeof(setting));
	bool tells = nfb_traits_of(side->strategy) & NFB_TELLS_LOSS;

	check_checksum(side, timed->outcome.checksum, 0);
	if (timed->outcome.lost_accesses != tells)
		nfb_pair_exit(NFB_PAIR_FAILED, "a loss was not told, or one "
				"that was none: strategy=%s, lost_accesses="
				"%llu", side->strategy->id, (unsigned long long)
				timed->outcome.lost_accesses);
	return add_timed(side, timed);
}

static const char *no_recovery(const struct nfb_strategy *strategy)
{
	int traits = nfb_traits_of(strategy);

	return !(traits & NFB_SURVIVES_TRUNCATION) ? "it would die of a loss"
		: traits & NFB_NEEDS_CLIENT ? "its client cannot truncate"
		: NULL;
}

static uint64_t be_attacked(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_hostile *hostile = &side->turn->totals.hostile;
	uint64_t before_ns = hostile->attacked.total_ns;

	(void)pair;
	check_error(side, nfb_attack_frames(&side->attack,
				side->turn->accesses, hostile));
	if (hostile->wrong_accesses)
		nfb_pair_exit(NFB_PAIR_FAILED, "other bytes of the other "
				"client were read: strategy=%s, accesses=%llu",
				side->strategy->id, (unsigned long long)
				hostile->wrong_accesses);
	return hostile->attacked.total_ns - before_ns;
}

static const char *no_attack(const struct nfb_strategy *strategy)
{
	return nfb_can_be_attacked(strategy) ? NULL
		: "an attacker kills it, or cannot truncate";
}

static void print_attack(const struct nfb_pair_totals *totals)
{
	const struct nfb_hostile *hostile = &totals->hostile;

	printf(" reattach_ns=%llu reattachments=%llu truncates=%llu "
			"late_frames=%llu",
			(unsigned long long)hostile->reattach_ns,
			(unsigned long long)hostile->reattachments,
			(unsigned long long)hostile->truncates,
			(unsigned long long)hostile->late_frames);
}

/* Attach, the first read, unmap and close, as PoolLife.java adds them up. */
static uint64_t live(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	const struct nfb_lifecycle_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = index_of(side->strategy),
		.pool_bytes = pair->options->pool_bytes,
		.seed = pair->options->seed,
		.populate = NFB_POPULATE_NONE,
		.backing = NFB_BACKING_MEMFD,
		.cycles = 1,
	};
	const struct nfb_access access = { nfb_frame_sum(setting.pool_bytes,
			setting.seed), false };
	struct nfb_lifecycle *sum = &side->turn->totals.life, life = { 0 };

	check_error(side, nfb_measure("lifecycle", &setting, sizeof(setting),
				&life, sizeof(life)));
	check_checksum(side, life.checksum,
			nfb_fold(nfb_fold(0, &access), &access));
	sum->attach_ns += life.attach_ns;
	sum->first_read_ns += life.first_read_ns;
	sum->warm_read_ns += life.warm_read_ns;
	sum->resize_ns += life.resize_ns;
	sum->unmap_ns += life.unmap_ns;
	sum->close_ns += life.close_ns;
	return life.attach_ns + life.first_read_ns + life.unmap_ns
		+ life.close_ns;
}

static void print_life(const struct nfb_pair_totals *totals)
{
	const struct nfb_lifecycle *life = &totals->life;

	printf(" attach_ns=%llu first_read_ns=%llu warm_read_ns=%llu "
			"resize_ns=%llu unmap_ns=%llu close_ns=%llu",
			(unsigned long long)life->attach_ns,
			(unsigned long long)life->first_read_ns,
			(unsigned long long)life->warm_read_ns,
			(unsigned long long)life->resize_ns,
			(unsigned long long)life->unmap_ns,
			(unsigned long long)life->close_ns);
}

/* A block of one access takes milliseconds: fewer cycles make a fork. */
static const struct nfb_pair_kind kinds[] = {
	{ .name = "read", .block = read_accesses, .reads_pool = true,
		.least_cycles = 16 },
	{ .name = "latency", .block = time_accesses, .reads_pool = true,
		.least_cycles = 16 },
	{ .name = "fresh", .block = read_fresh, .reads_pool = true,
		.own_process = true, .accesses = 1, .least_cycles = 4 },
	{ .name = "recovery", .block = recover, .refusal = no_recovery,
		.own_process = true, .accesses = 1, .least_cycles = 4 },
	{ .name = "attack", .block = be_attacked, .refusal = no_attack,
		.print = print_attack, .two_clients = true,
		.own_process = true, .accesses = 2, .least_cycles = 4 },
	{ .name = "lifecycle", .block = live, .print = print_life,
		.own_process = true, .accesses = 1, .least_cycles = 4 },
};

const struct nfb_pair_kind *nfb_pair_kind_at(int index)
{
	int count = sizeof(kinds) / sizeof(kinds[0]);

	return index >= 0 && index < count ? &kinds[index] : NULL;
}
