/* SPDX-License-Identifier: MIT */
/* What two strategies in turn read, and what has to come of it. */
#include "frame.h"
#include "pair/expected.h"
#include "pair_fixture.h"

/* Rows with gaps, rectangles, and edges that are no words. */
static const struct nfb_region regions[] = {
	{ 0, POOL_BYTES, 1, POOL_BYTES },
	{ 0, 0, 0, 0 },
	{ 4, 4096, 3, 8192 },
	{ 4100, 516, 7, 1028, 15, 12300 },
	{ 12, 4 * BLOCK + 20, 2, 5 * BLOCK, 1, 20 * BLOCK },
};

static void works_out_what_a_region_sums_to(const void *subject)
{
	(void)subject;
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		CHECK_EQUAL(nfb_expected_checksum(&regions[i], SEED),
				expected(&regions[i], SEED, POOL_BYTES));
}

static void reads_every_region(const void *subject)
{
	(void)subject;
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++) {
		struct nfb_pair_options options = pair_asked_of("guard-list",
				"copy-pread");

		options.region = regions[i];
		CHECK_EQUAL(pair_run(&options)->status, 0);
	}
}

static void uploads_rows_with_every_loop(const void *subject)
{
	static const int loops[] = { NFB_LOOP_COPY, NFB_LOOP_COPY_STREAM,
		NFB_LOOP_MEMCPY, NFB_LOOP_BLEND, NFB_LOOP_PIXMAN };
	const char *missing;

	(void)subject;
	for (size_t i = 0; i < sizeof(loops) / sizeof(loops[0]); i++) {
		struct nfb_pair_options options =
				pair_asked_of("unguarded-shared", "copy-pread");

		options.loop = loops[i];
		options.region = regions[3];
		if (nfb_read_loop_of(loops[i], &missing))
			CHECK_EQUAL(pair_run(&options)->status, 0);
	}
}

static void finds_the_first_byte_that_is_wrong(const void *subject)
{
	const struct nfb_region whole = { 0, 2 * BLOCK, 2, 2 * BLOCK };
	unsigned char *upload = malloc(4 * BLOCK);

	(void)subject;
	nfb_frame_fill(upload, 4 * BLOCK, SEED);
	CHECK_EQUAL(nfb_first_difference(&whole, SEED, NFB_LOOP_COPY, 0,
				upload), -1);
	upload[3 * BLOCK + 5] ^= 1;
	CHECK_EQUAL(nfb_first_difference(&whole, SEED, NFB_LOOP_COPY, 0,
				upload), 3 * BLOCK + 5);
	free(upload);
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(works_out_what_a_region_sums_to,
				"works out what a region sums to"),
		CASE(reads_every_region, "reads every region"),
		CASE(uploads_rows_with_every_loop,
				"uploads rows with every loop"),
		CASE(finds_the_first_byte_that_is_wrong,
				"finds the first byte that is wrong"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
