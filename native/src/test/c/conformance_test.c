/* SPDX-License-Identifier: MIT */
/*
 * The access contract, kept by every strategy of the registry; one that this
 * machine cannot run is skipped with its reason. What a strategy survives is
 * nofault-verify's to find out, which make check runs beside this.
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

#include "client_link.h"
#include "fixture.h"
#include "frame.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

static void reads_what_the_client_drew(const void *subject)
{
	static const struct nfb_region regions[] = {
		{ 0, POOL_BYTES, 1, POOL_BYTES },
		{ 0, 0, 0, 0 },
		{ BLOCK, 3 * BLOCK, 1, 3 * BLOCK },
		{ 13, 1000, 1, 1000 },           /* unaligned offset */
		{ 64, 400, 20, 1024 },           /* rectangle */
		{ POOL_BYTES - 100, 100, 1, 100 },
		{ 4, 16, 1500, 128 }, /* more rows than one call takes */
		{ 8, 17 * BLOCK + 12, 3, 20 * BLOCK }, /* and than a tile */
	};
	struct fixture fixture = set_up(subject);

	for (size_t i = 0; i < COUNT(regions); i++) {
		struct nfb_outcome outcome = read_once(&fixture, &regions[i]);

		CHECK_EQUAL(outcome.checksum, expected(&regions[i], SEED,
					POOL_BYTES));
		CHECK_EQUAL(outcome.lost_accesses, 0);
		CHECK_EQUAL(outcome.faults, 0);
	}
	tear_down(&fixture);
}

static void folds_the_accesses_of_a_batch_in_order(const void *subject)
{
	struct fixture fixture = set_up(subject);
	uint64_t one = expected(&whole, SEED, POOL_BYTES), batch = 0;
	struct nfb_outcome outcome;

	for (int i = 0; i < 5; i++)
		batch = 31 * batch + one;
	CHECK_EQUAL(nfb_read(fixture.pool, &whole, NULL, 5, &outcome), 0);
	CHECK_EQUAL(outcome.checksum, batch);
	tear_down(&fixture);
}

static void refuses_a_region_outside_the_pool(const void *subject)
{
	static const struct nfb_region regions[] = {
		{ 1, POOL_BYTES, 1, POOL_BYTES },
		{ POOL_BYTES, 1, 1, 1 },
		{ 0, BLOCK, 65, BLOCK },
		{ UINT64_MAX - 10, 100, 1, 100 },
		{ 0, 16, UINT64_MAX / 8, 32 },
		{ 0, UINT64_MAX, 1, 0 },
	};
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	for (size_t i = 0; i < COUNT(regions); i++)
		CHECK_EQUAL(nfb_read(fixture.pool, &regions[i], NULL, 1,
					    &outcome),
				-ERANGE);
	tear_down(&fixture);
}

static void truncate_to(struct fixture *fixture, uint64_t keep_bytes)
{
	CHECK_EQUAL(nfb_client_command(fixture->client, NFB_CLIENT_RESIZE,
				keep_bytes), 0);
}

/* The rest of the file's last page reads as zeros and raises nothing, so no
 * mapping can tell; who reads the file itself can, and does. */
static void counts_no_loss_inside_the_last_page(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	truncate_to(&fixture, POOL_BYTES - 100);
	outcome = read_once(&fixture, &whole);
	CHECK_EQUAL(outcome.checksum, expected(&whole, SEED, POOL_BYTES - 100));
	CHECK_EQUAL(outcome.faults, 0);
	CHECK_EQUAL(outcome.lost_accesses,
			fixture.pool->base == NULL);
	tear_down(&fixture);
}

static uint64_t expected_of(const unsigned char *bytes, uint64_t length)
{
	return nfb_read_region(bytes, &(struct nfb_region){ 0, length, 1,
			length }, nfb_sum_loop());
}

static int testbed(struct fixture *fixture, const struct nfb_region *region,
		int loop, unsigned char *upload)
{
	struct nfb_reading reading = { loop, upload, POOL_BYTES };
	struct nfb_outcome outcome;

	memset(upload, 0xa5, POOL_BYTES);
	return nfb_read(fixture->pool, region, &reading, 1, &outcome);
}

/* With gaps between the rows and without, several rectangles, and one alone. */
static const struct nfb_region rectangles[] = {
	{ 4096, 1024, 64, 1024 }, { 400, 1200, 30, 2000 },
	{ 800, 400, 4, 2048, 15, 4 * 2048 + 400 },
};

static void copies_every_rectangle_to_the_upload_buffer(const void *subject)
{
	struct fixture fixture = set_up(subject);
	unsigned char *upload = malloc(POOL_BYTES), *frame = malloc(POOL_BYTES);

	nfb_frame_fill(frame, POOL_BYTES, SEED);
	for (size_t i = 0; i < sizeof(rectangles) / sizeof(*rectangles); i++) {
		const struct nfb_region *region = &rectangles[i];

		CHECK_EQUAL(testbed(&fixture, region, NFB_LOOP_COPY, upload),
				0);
		for (uint64_t row = 0; row < nfb_rows_of(region); row++)
			CHECK(memcmp(upload + row * region->row_bytes,
					frame + nfb_offset_of(region, row),
					region->row_bytes) == 0);
		CHECK_EQUAL(upload[nfb_rows_of(region) * region->row_bytes],
				0xa5);
	}
	free(frame);
	free(upload);
	tear_down(&fixture);
}

static void blends_alike_whatever_the_strategy(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_read_loop loop;
	const char *missing;
	unsigned char *upload = malloc(POOL_BYTES), *frame = malloc(POOL_BYTES);
	unsigned char *plain = malloc(POOL_BYTES);

	nfb_frame_fill(frame, POOL_BYTES, SEED);
	loop = *nfb_read_loop_of(NFB_LOOP_BLEND, &missing);
	loop.upload = plain;
	for (size_t i = 0; i < sizeof(rectangles) / sizeof(*rectangles); i++) {
		CHECK_EQUAL(testbed(&fixture, &rectangles[i], NFB_LOOP_BLEND,
					upload), 0);
		memset(plain, 0xa5, POOL_BYTES);
		nfb_read_region(frame, &rectangles[i], &loop);
		CHECK(memcmp(upload, plain, POOL_BYTES) == 0);
	}
	free(plain);
	free(frame);
	free(upload);
	tear_down(&fixture);
}

/* What the client would see of it, or that it is refused. */
static void writes_the_clients_file_if_it_can(const void *subject)
{
	struct fixture fixture = set_up(subject);
	unsigned char *frame = malloc(POOL_BYTES), *file = malloc(POOL_BYTES);
	bool writes = has(&fixture, NFB_WRITABLE)
		|| fixture.strategy->write_run;

	for (size_t i = 0; i < sizeof(rectangles) / sizeof(*rectangles); i++) {
		const struct nfb_region *region = &rectangles[i];
		struct nfb_reading fill = { NFB_LOOP_FILL, frame, POOL_BYTES };
		struct nfb_outcome outcome;

		nfb_frame_fill(frame, POOL_BYTES, SEED + i);
		CHECK_EQUAL(nfb_read(fixture.pool, region, &fill, 1, &outcome),
				writes ? 0 : -EOPNOTSUPP);
		CHECK_EQUAL(pread(fixture.client->fd, file, POOL_BYTES, 0),
				POOL_BYTES);
		for (uint64_t row = 0; row < nfb_rows_of(region) && writes;
				row++)
			CHECK(memcmp(file + nfb_offset_of(region, row),
					frame + row * region->row_bytes,
					region->row_bytes) == 0);
	}
	/* No rectangle begins before byte 400. */
	nfb_frame_fill(frame, BLOCK, SEED);
	CHECK(memcmp(file, frame, 400) == 0);
	free(file);
	free(frame);
	tear_down(&fixture);
}

/* Why screen capture cannot use one: what is written stays with the writer. */
static void never_reaches_the_client_through_a_private_mapping(
		const void *subject)
{
	struct fixture fixture = set_up(subject);
	unsigned char *file = malloc(POOL_BYTES);
	unsigned char *mapped = mmap(NULL, POOL_BYTES, PROT_READ | PROT_WRITE,
			MAP_PRIVATE, fixture.client->fd, 0);

	CHECK(mapped != MAP_FAILED);
	memset(mapped, 0x77, POOL_BYTES);
	CHECK_EQUAL(pread(fixture.client->fd, file, POOL_BYTES, 0), POOL_BYTES);
	CHECK_EQUAL(expected_of(file, POOL_BYTES),
			nfb_frame_sum(POOL_BYTES, SEED));
	munmap(mapped, POOL_BYTES);
	free(file);
	tear_down(&fixture);
}

static void refuses_an_upload_buffer_that_is_too_small(const void *subject)
{
	struct fixture fixture = set_up(subject);
	unsigned char upload[16];
	struct nfb_reading reading = { NFB_LOOP_COPY, upload, 16 };
	struct nfb_region huge = { 0, 1, UINT64_MAX, 0, UINT64_MAX, 0 };
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_read(fixture.pool, &whole, &reading, 1, &outcome),
			-ERANGE);
	CHECK_EQUAL(nfb_read(fixture.pool, &huge, &reading, 1, &outcome),
			-ERANGE);
	tear_down(&fixture);
}

/* Zeros behind what is left, in whatever order the strategy gives up pages. */
static void uploads_zeros_for_what_is_lost(const void *subject)
{
	struct fixture fixture = set_up(subject);
	unsigned char *upload = malloc(POOL_BYTES);

	CHECK_EQUAL(testbed(&fixture, &whole, NFB_LOOP_COPY, upload), 0);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE,
				POOL_BYTES / 2), 0);
	CHECK_EQUAL(testbed(&fixture, &whole, NFB_LOOP_COPY, upload), 0);
	for (uint64_t i = POOL_BYTES / 2; i < POOL_BYTES; i++)
		CHECK_EQUAL(upload[i], 0);
	free(upload);
	tear_down(&fixture);
}

/* Of many short rows those that are left, and zeros for the others. */
static void reads_the_rows_that_are_left(const void *subject)
{
	static const struct nfb_region rows = { 4, 16, 1500, 128 };
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE,
				POOL_BYTES / 2), 0);
	outcome = read_once(&fixture, &rows);
	CHECK_EQUAL(outcome.checksum, expected(&rows, SEED, POOL_BYTES / 2));
	CHECK_EQUAL(outcome.lost_accesses, has(&fixture, NFB_TELLS_LOSS));
	tear_down(&fixture);
}

static void needs_the_seal_if_it_says_so(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_client *unsealed = start_client(false);
	struct nfb_pool *pool = NULL;

	CHECK_EQUAL(nfb_pool_attach(fixture.index, unsealed, &pool),
			has(&fixture, NFB_NEEDS_CLIENT) ? -EPERM : 0);
	if (pool)
		CHECK_EQUAL(nfb_pool_detach(pool), 0);
	CHECK_EQUAL(nfb_client_stop(unsealed), 0);
	tear_down(&fixture);
}

/* A case is for the strategies that have all traits WITH and none WITHOUT. */

static const struct conformance_case conformance[] = {
	{ "reads what the client drew", reads_what_the_client_drew, 0, 0 },
	{ "folds the accesses of a batch in order",
		folds_the_accesses_of_a_batch_in_order, 0, 0 },
	{ "refuses a region outside the pool",
		refuses_a_region_outside_the_pool, 0, 0 },
	{ "copies every rectangle to the upload buffer",
		copies_every_rectangle_to_the_upload_buffer, 0, 0 },
	{ "blends alike whatever the strategy",
		blends_alike_whatever_the_strategy, 0, 0 },
	{ "writes the client's file if it can",
		writes_the_clients_file_if_it_can, 0, 0 },
	{ "never reaches the client through a private mapping",
		never_reaches_the_client_through_a_private_mapping, 0,
		NFB_WRITABLE },
	{ "refuses an upload buffer that is too small",
		refuses_an_upload_buffer_that_is_too_small, 0, 0 },
	{ "uploads zeros for what is lost", uploads_zeros_for_what_is_lost,
		NFB_SURVIVES_TRUNCATION_TO_HALF | NFB_READS_ZEROS,
		NFB_NEEDS_CLIENT },
	{ "reads the rows that are left", reads_the_rows_that_are_left,
		NFB_SURVIVES_TRUNCATION_TO_HALF | NFB_READS_ZEROS
			| NFB_KEEPS_VALID_PAGES, NFB_NEEDS_CLIENT },
	{ "needs the seal if it says so", needs_the_seal_if_it_says_so, 0, 0 },
	{ "counts no loss inside the last page",
		counts_no_loss_inside_the_last_page, RECOVERS },
};

int main(void)
{
	return check_conformance(conformance, COUNT(conformance));
}
