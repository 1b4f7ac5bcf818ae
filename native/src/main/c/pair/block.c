/* SPDX-License-Identifier: MIT */
/* A block: what is timed at once. */
#include <errno.h>
#include <string.h>

#include "clock.h"
#include "pair.h"
#include "slowdown.h"

/*
 * Long beside the clock's 50 ns and beside what the first access after the
 * other side's pays, short beside the milliseconds after which another program
 * or guest comes between: on a loaded machine blocks of 1 ms are seldom left
 * alone, and forks of such blocks differ twice to ten times as much.
 */
#define BLOCK_NS UINT64_C(300000)
#define TRIES 3

void nfb_pair_set_block(const struct nfb_pair *pair, struct nfb_pair_side *side,
		uint64_t accesses)
{
	const struct nfb_access access = { pair->access_checksum, false };

	side->accesses = accesses;
	side->checksum = 0;
	for (uint64_t i = 0; i < accesses; i++)
		side->checksum = nfb_fold(side->checksum, &access);
}

static void check(const struct nfb_pair_side *side, int error,
		const struct nfb_outcome *outcome, uint64_t checksum)
{
	if (error)
		nfb_pair_exit(error == -EOPNOTSUPP ? NFB_PAIR_UNUSABLE
						   : NFB_PAIR_FAILED,
				"a read failed: strategy=%s, error=%s",
				side->strategy->id, strerror(-error));
	if (outcome->faults || outcome->lost_accesses)
		nfb_pair_exit(NFB_PAIR_FAILED, "bytes were lost, and only the "
				"healthy path is measured: strategy=%s, "
				"faults=%llu, lost_accesses=%llu",
				side->strategy->id,
				(unsigned long long)outcome->faults,
				(unsigned long long)outcome->lost_accesses);
	if (outcome->checksum != checksum)
		nfb_pair_exit(NFB_PAIR_FAILED, "wrong bytes were read: "
				"strategy=%s, checksum=%016llx, "
				"expected=%016llx", side->strategy->id,
				(unsigned long long)outcome->checksum,
				(unsigned long long)checksum);
}

uint64_t nfb_pair_block_ns(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_outcome outcome;
	uint64_t start_ns = nfb_now_ns(), taken_ns;
	int error = nfb_read(side->pool, &pair->options->region, &pair->reading,
			side->accesses, &outcome);

	taken_ns = nfb_now_ns() - start_ns;
	if (side->slowdown_ppm) {
		pair->slowdown_turns += nfb_slowdown_delay(nfb_slowdown_turns(
				taken_ns, side->slowdown_ppm));
		taken_ns = nfb_now_ns() - start_ns;
	}
	check(side, error, &outcome, side->checksum);
	return taken_ns;
}

void nfb_pair_touch(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_outcome outcome;
	int error = nfb_read(side->pool, &pair->options->region, &pair->reading,
			1, &outcome);

	/* Of one access the fold is its own checksum. */
	check(side, error, &outcome, pair->access_checksum);
}

/* The fastest of a few blocks. */
static uint64_t fastest_ns(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	uint64_t fastest = UINT64_MAX;

	for (int i = 0; i < TRIES; i++) {
		uint64_t ns = nfb_pair_block_ns(pair, side);

		fastest = ns < fastest ? ns : fastest;
	}
	return fastest;
}

/* Accesses that take the time of a block, or a little more. */
static uint64_t fitting(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	uint64_t accesses = 1, ns;

	for (;;) {
		nfb_pair_set_block(pair, side, accesses);
		ns = fastest_ns(pair, side);
		if (ns >= BLOCK_NS / 4)
			break;
		accesses *= 2;
	}
	/* Rounded up, so that a block is never a short one. */
	return (accesses * BLOCK_NS + ns - 1) / ns;
}

/*
 * What a block costs beside its accesses, coming after one of the other side,
 * weighs the same in blocks of as many accesses. One side may be several times
 * as fast; its blocks must not become as short, for the clock's sake.
 */
void nfb_pair_calibrate(struct nfb_pair *pair)
{
	int first = nfb_order_side(&pair->order);
	uint64_t fits[2];

	if (pair->options->slowdown_ppm)
		nfb_slowdown_turns_a_second();
	fits[first] = fitting(pair, &pair->side[first]);
	fits[!first] = fitting(pair, &pair->side[!first]);
	for (int i = 0; i < 2; i++) {
		uint64_t other = fits[!i];
		bool alike = other <= fits[i] && fits[i] <= 2 * other;

		nfb_pair_set_block(pair, &pair->side[i],
				alike ? other : fits[i]);
	}
	pair->slowdown_turns = 0;
}
