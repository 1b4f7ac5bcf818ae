/* SPDX-License-Identifier: MIT */
/* What a fork begins and ends with: a client, two pools, an upload buffer. */
#define _GNU_SOURCE
#include "pair.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "client_link.h"
#include "expected.h"
#include "mapping.h"
#include "pool.h"

#define BACKDROP 0x6B
#define MOST_GAP_PAGES 512

/* The client seals its file where either side needs the seal: the other reads
 * a sealed file at the same rate. */
static void start_client(struct nfb_pair *pair)
{
	const struct nfb_pair_options *options = pair->options;
	const char *program = getenv("NOFAULT_CLIENT");
	int labels = options->strategy[0]->labels
			| options->strategy[1]->labels;
	int error = nfb_client_start(program, options->pool_bytes,
			labels & NFB_NEEDS_CLIENT ? NFB_CLIENT_SEALED : 0,
			&pair->client, NULL);

	if (error)
		nfb_pair_exit(NFB_PAIR_FAILED, "the client does not start: "
				"program=%s, pool_bytes=%llu, error=%s; build "
				"the suite again on this machine", program,
				(unsigned long long)options->pool_bytes,
				strerror(-error));
	error = nfb_client_command(
			pair->client, NFB_CLIENT_DRAW, options->seed);
	if (error)
		nfb_pair_exit(NFB_PAIR_FAILED, "the client cannot draw: "
				"pool_bytes=%llu, error=%s; is there memory?",
				(unsigned long long)options->pool_bytes,
				strerror(-error));
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
	int error;

	leave_gap(&pair->order);
	error = nfb_pool_open(side->strategy, pair->client->fd,
			pair->options->pool_bytes, &side->pool);
	if (error)
		nfb_pair_exit(NFB_PAIR_FAILED, "attach failed: strategy=%s, "
				"error=%s", side->strategy->id,
				strerror(-error));
}

static void attach_both(struct nfb_pair *pair)
{
	int first = nfb_order_side(&pair->order);

	attach(pair, &pair->side[first]);
	attach(pair, &pair->side[!first]);
}

static void make_upload(struct nfb_pair *pair)
{
	const struct nfb_region *region = &pair->options->region;
	uint64_t bytes = nfb_rows_of(region) * region->row_bytes;

	pair->reading.loop = pair->options->loop;
	if (pair->reading.loop == NFB_LOOP_SUM)
		return;
	pair->reading.upload = aligned_alloc(4096,
			(bytes + 4096) / 4096 * 4096);
	pair->reading.upload_bytes = bytes;
	if (!pair->reading.upload)
		nfb_pair_exit(NFB_PAIR_FAILED,
				"no memory for the staging buffer: bytes=%llu",
				(unsigned long long)bytes);
	memset(pair->reading.upload, BACKDROP, bytes);
}

/* The frame's seed and the order's are different numbers of one seed. */
void nfb_pair_open(
		const struct nfb_pair_options *options, struct nfb_pair *pair)
{
	*pair = (struct nfb_pair){ .options = options,
		.order = { ~options->seed } };
	start_client(pair);
	make_upload(pair);
	if (pair->reading.loop == NFB_LOOP_SUM)
		pair->access_checksum = nfb_expected_checksum(&options->region,
				options->seed);
	for (int i = 0; i < 2; i++)
		pair->side[i].strategy = options->strategy[i];
	pair->side[0].slowdown_ppm = options->slowdown_ppm;
	attach_both(pair);
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
	detach(&pair->side[0]);
	detach(&pair->side[1]);
	attach_both(pair);
	for (int i = 0; i < 2; i++)
		nfb_pair_touch(pair, &pair->side[i]);
}

static void check_upload(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	const struct nfb_pair_options *options = pair->options;
	int64_t at;

	memset(pair->reading.upload, BACKDROP, pair->reading.upload_bytes);
	nfb_pair_set_block(pair, side, 1);
	nfb_pair_block_ns(pair, side);
	at = nfb_first_difference(&options->region, options->seed,
			options->loop, BACKDROP, pair->reading.upload);
	if (at >= 0)
		nfb_pair_exit(NFB_PAIR_FAILED, "wrong bytes were uploaded: "
				"strategy=%s, first_at=%lld",
				side->strategy->id, (long long)at);
}

void nfb_pair_check_upload(struct nfb_pair *pair)
{
	if (!pair->reading.upload)
		return;
	check_upload(pair, &pair->side[0]);
	check_upload(pair, &pair->side[1]);
}

void nfb_pair_close(struct nfb_pair *pair)
{
	for (int i = 0; i < 2; i++)
		nfb_pool_detach(pair->side[i].pool);
	nfb_client_stop(pair->client);
	free(pair->reading.upload);
}
