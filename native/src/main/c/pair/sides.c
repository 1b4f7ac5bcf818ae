/* SPDX-License-Identifier: MIT */
/* What a fork begins and ends with: a client, two pools, an upload buffer. */
#define _GNU_SOURCE
#include "pair.h"

#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "client_link.h"
#include "clock.h"
#include "expected.h"
#include "mapping.h"
#include "pool.h"
#include "slowdown.h"

#define BACKDROP 0x6B
#define HUGE_BYTES ((size_t)2 << 20)
#define MOST_GAP_PAGES 512

/* Of a screen on which one client attacks. */
#define HERTZ 240

static struct nfb_client *start_client(const struct nfb_pair_options *options,
		int kind)
{
	const char *program = getenv("NOFAULT_CLIENT");
	struct nfb_client *client;
	int error = nfb_client_start(program, options->pool_bytes, kind,
			&client, NULL);

	if (error)
		nfb_pair_exit(NFB_PAIR_FAILED, "the client does not start: "
				"program=%s, pool_bytes=%llu, error=%s; build "
				"the suite again on this machine", program,
				(unsigned long long)options->pool_bytes,
				strerror(-error));
	error = nfb_client_command(client, NFB_CLIENT_DRAW, options->seed);
	if (error)
		nfb_pair_exit(NFB_PAIR_FAILED, "the client cannot draw: "
				"pool_bytes=%llu, error=%s; is there memory?",
				(unsigned long long)options->pool_bytes,
				strerror(-error));
	return client;
}

/* The client seals its file where either side needs the seal: the other reads
 * a sealed file at the same rate. */
static void start_clients(struct nfb_pair *pair)
{
	int labels = 0;

	for (int i = 0; i < pair->sides; i++)
		labels |= pair->options->strategy[i]->labels;
	pair->client = start_client(pair->options, labels & NFB_NEEDS_CLIENT
			? NFB_CLIENT_SEALED : 0);
	if (pair->kind->two_clients)
		pair->benign = start_client(pair->options, 0);
}

/*
 * Mappings lie next to one another, so that the two would always be apart by
 * the size of the file, and would always meet in the same sets of the TLB. A
 * gap of a random number of pages, up to what one page table covers, makes
 * that a matter of the fork.
 */
static void leave_gap(struct nfb_order *order)
{
	size_t pages = 1 + nfb_order_next(order) % MOST_GAP_PAGES;

	/* It stays as long as the process; without it nothing is lost. */
	mmap(NULL, pages * nfb_page_bytes(), PROT_NONE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
}

static void attach(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	int error = 0;

	leave_gap(&pair->order);
	if (pair->kind->reads_pool)
		error = nfb_pool_open(side->strategy, pair->client->fd,
				pair->options->pool_bytes, &side->pool);
	else if (pair->kind->two_clients) {
		side->attack = (struct nfb_attack){
			.strategy = side->strategy,
			.attacker = pair->client,
			.benign = pair->benign,
			.seed = pair->options->seed,
			.hertz = HERTZ,
		};
		error = nfb_attack_attach(&side->attack);
	}
	if (error)
		nfb_pair_exit_of(side->strategy, "attach", error);
}

static void attach_all(struct nfb_pair *pair)
{
	int first = pair->sides == 2 ? nfb_order_side(&pair->order) : 0;

	nfb_pair_do(pair, &pair->side[first], NFB_PAIR_ATTACH);
	if (pair->sides == 2)
		nfb_pair_do(pair, &pair->side[!first], NFB_PAIR_ATTACH);
}

/*
 * In huge pages where there are any, as a driver's buffer objects are. In 2,000
 * small ones beside the client's 2,000, a frame and its copy do not fit the TLB:
 * then the places of both decide what a copy takes, and one process differs by
 * percents from the next.
 */
static unsigned char *huge_pages(uint64_t bytes)
{
	size_t length = (bytes + HUGE_BYTES) / HUGE_BYTES * HUGE_BYTES;
	unsigned char *pages = aligned_alloc(HUGE_BYTES, length);

	if (pages)
		madvise(pages, length, MADV_HUGEPAGE);
	return pages;
}

static void make_upload(struct nfb_pair *pair)
{
	const struct nfb_region *region = &pair->options->region;
	uint64_t bytes = nfb_rows_of(region) * region->row_bytes;

	pair->reading.loop = pair->options->loop;
	if (pair->reading.loop == NFB_LOOP_SUM)
		return;
	pair->reading.upload = huge_pages(bytes);
	pair->reading.upload_bytes = bytes;
	if (!pair->reading.upload)
		nfb_pair_exit(NFB_PAIR_FAILED,
				"no memory for the upload buffer: bytes=%llu",
				(unsigned long long)bytes);
	memset(pair->reading.upload, BACKDROP, bytes);
}

static bool has_handler(const struct nfb_strategy *strategy)
{
	return strategy->family != NFB_FAMILY_UNGUARDED;
}

/* Handlers that act, or two of which one is not the dispatcher's, would meet in
 * one process. */
static int processes_for(const struct nfb_pair *pair)
{
	const struct nfb_strategy *const *both = pair->options->strategy;

	if (pair->sides == 1 || !(pair->kind->own_process
				|| (has_handler(both[0]) && has_handler(both[1])
					&& (both[0]->own_handler
						|| both[1]->own_handler))))
		return pair->options->processes == 2 ? 2 : 1;
	if (pair->options->processes == 1)
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "these two need a process "
				"each: a=%s, b=%s, measure=%s, processes=1",
				pair->options->strategy[0]->id,
				pair->options->strategy[1]->id,
				pair->kind->name);
	return 2;
}

/* The frame's seed and the order's are different numbers of one seed. */
void nfb_pair_open(
		const struct nfb_pair_options *options, struct nfb_pair *pair)
{
	*pair = (struct nfb_pair){ .options = options,
		.kind = options->kind ? options->kind : nfb_pair_kind_at(0),
		.sides = options->strategy[1] ? 2 : 1,
		.order = { ~options->seed } };
	pair->processes = processes_for(pair);
	start_clients(pair);
	if (options->loop == NFB_LOOP_SUM)
		pair->access_checksum = nfb_expected_checksum(&options->region,
				options->seed);
	/* Once, and not in each process. */
	if (options->slowdown_ppm)
		nfb_slowdown_turns_a_second();
	for (int i = 0; i < pair->sides; i++)
		pair->side[i].strategy = options->strategy[i];
	pair->side[0].slowdown_ppm = options->slowdown_ppm;
	nfb_pair_start_turns(pair, make_upload);
	attach_all(pair);
}

/* Its place stays taken, or the next mapping of that size would get it. */
static void detach(struct nfb_pair_side *side)
{
	unsigned char *base = side->pool->base;
	size_t size = side->pool->size;

	nfb_pool_detach(side->pool);
	if (base)
		mmap(base, size, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS
				| MAP_FIXED_NOREPLACE, -1, 0);
}

void nfb_pair_attach_anew(struct nfb_pair *pair)
{
	if (!pair->kind->reads_pool)
		return;
	for (int i = 0; i < pair->sides; i++)
		nfb_pair_do(pair, &pair->side[i], NFB_PAIR_DETACH);
	attach_all(pair);
	for (int i = 0; i < pair->sides; i++)
		nfb_pair_do(pair, &pair->side[i], NFB_PAIR_TOUCH);
}

/* One access, outside of every total; of one access the fold is its own
 * checksum. Of kinds that draw, the frame of the moment is not known here. */
static void touch(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_outcome outcome;
	int error = nfb_read(side->pool, &pair->options->region,
			&pair->reading, 1, &outcome);

	if (error)
		nfb_pair_exit_of(side->strategy, "a read", error);
	if (!pair->kind->own_process
			&& outcome.checksum != pair->access_checksum)
		nfb_pair_exit(NFB_PAIR_FAILED, "wrong bytes were read: "
				"strategy=%s", side->strategy->id);
}

static void check_upload(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	const struct nfb_pair_options *options = pair->options;
	int64_t at;

	memset(pair->reading.upload, BACKDROP, pair->reading.upload_bytes);
	touch(pair, side);
	at = nfb_first_difference(&options->region, options->seed,
			options->loop, BACKDROP, pair->reading.upload);
	if (at >= 0)
		nfb_pair_exit(NFB_PAIR_FAILED, "wrong bytes were uploaded: "
				"strategy=%s, first_at=%lld",
				side->strategy->id, (long long)at);
}

void nfb_pair_check_upload(struct nfb_pair *pair)
{
	if (pair->options->loop == NFB_LOOP_SUM)
		return;
	for (int i = 0; i < pair->sides; i++)
		nfb_pair_do(pair, &pair->side[i], NFB_PAIR_CHECK_UPLOAD);
}

/* The slow-down and what else came between belong to the block. */
static void perform_block(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_pair_totals *totals = &side->turn->totals;
	struct rusage before, after;

	getrusage(RUSAGE_THREAD, &before);
	side->turn->ns = pair->kind->block(pair, side);
	if (side->slowdown_ppm) {
		uint64_t start_ns = nfb_now_ns();

		totals->slowdown_turns += nfb_slowdown_delay(nfb_slowdown_turns(
				side->turn->ns, side->slowdown_ppm));
		side->turn->ns += nfb_now_ns() - start_ns;
	}
	getrusage(RUSAGE_THREAD, &after);
	totals->accesses += side->turn->accesses;
	totals->ns += side->turn->ns;
	totals->involuntary_switches += (uint64_t)(after.ru_nivcsw
			- before.ru_nivcsw);
	totals->major_faults += (uint64_t)(after.ru_majflt - before.ru_majflt);
}

void nfb_pair_perform(struct nfb_pair *pair, struct nfb_pair_side *side,
		enum nfb_pair_action action)
{
	switch (action) {
	case NFB_PAIR_ATTACH:
		attach(pair, side);
		break;
	case NFB_PAIR_DETACH:
		detach(side);
		break;
	case NFB_PAIR_TOUCH:
		touch(pair, side);
		break;
	case NFB_PAIR_BLOCK:
		perform_block(pair, side);
		break;
	case NFB_PAIR_CHECK_UPLOAD:
		check_upload(pair, side);
		break;
	}
}

void nfb_pair_close(struct nfb_pair *pair)
{
	if (pair->processes == 1)
		for (int i = 0; i < pair->sides; i++) {
			if (pair->side[i].pool)
				nfb_pool_detach(pair->side[i].pool);
			nfb_attack_detach(&pair->side[i].attack);
		}
	nfb_pair_end_turns(pair);
	nfb_client_stop(pair->client);
	if (pair->benign)
		nfb_client_stop(pair->benign);
	free(pair->reading.upload);
}
