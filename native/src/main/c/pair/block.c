/* SPDX-License-Identifier: MIT */
/* A block: what is timed at once. */
#include <string.h>

#include "pair.h"

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

	side->turn->accesses = accesses;
	side->turn->checksum = 0;
	for (uint64_t i = 0; i < accesses; i++)
		side->turn->checksum = nfb_fold(side->turn->checksum, &access);
}

uint64_t nfb_pair_block_ns(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	nfb_pair_do(pair, side, NFB_PAIR_BLOCK);
	return side->turn->ns;
}

void nfb_pair_clear_totals(struct nfb_pair *pair)
{
	for (int i = 0; i < pair->sides; i++)
		memset(&pair->side[i].turn->totals, 0,
				sizeof(pair->side[i].turn->totals));
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

/* Accesses that take about the time of a block; one that takes longer than
 * half of it is a block by itself, so that sides change places sooner. */
static uint64_t fitting(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	uint64_t accesses = 1, fits, ns;

	for (;;) {
		nfb_pair_set_block(pair, side, accesses);
		ns = fastest_ns(pair, side);
		if (ns >= BLOCK_NS / 4)
			break;
		accesses *= 2;
	}
	fits = (accesses * BLOCK_NS + ns / 2) / ns;
	return fits ? fits : 1;
}

/*
 * What a block costs beside its accesses, coming after one of the other side,
 * weighs the same in blocks of as many accesses. One side may be several times
 * as fast; its blocks must not become as short, for the clock's sake.
 */
static void fit_both(struct nfb_pair *pair)
{
	int first = nfb_order_side(&pair->order);
	uint64_t fits[2];

	fits[first] = fitting(pair, &pair->side[first]);
	fits[!first] = fitting(pair, &pair->side[!first]);
	for (int i = 0; i < 2; i++) {
		uint64_t other = fits[!i];
		bool alike = other <= fits[i] && fits[i] <= 2 * other;

		nfb_pair_set_block(pair, &pair->side[i],
				alike ? other : fits[i]);
	}
}

/* A block whose accesses are given is warmed up by one. */
static void fix(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	nfb_pair_set_block(pair, side, pair->kind->accesses);
	nfb_pair_block_ns(pair, side);
}

void nfb_pair_calibrate(struct nfb_pair *pair)
{
	if (!pair->kind->accesses && pair->sides == 2)
		fit_both(pair);
	else
		for (int i = 0; i < pair->sides; i++)
			if (pair->kind->accesses)
				fix(pair, &pair->side[i]);
			else
				nfb_pair_set_block(pair, &pair->side[i],
						fitting(pair, &pair->side[i]));
	nfb_pair_clear_totals(pair);
}
