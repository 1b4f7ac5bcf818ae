/* SPDX-License-Identifier: MIT */
/*
 * One suite over every strategy of the registry: what a strategy declares of
 * itself decides what is expected of it, and a strategy that this machine
 * cannot run is skipped with its reason.
 */
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>

#include "fixture.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define MAX_STRATEGIES 64

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

static void reads_what_the_client_drew(const void *subject)
{
	static const struct nfb_region regions[] = {
		{ 0, POOL_BYTES, 1, POOL_BYTES },
		{ 0, 0, 0, 0 },
		{ PAGE, 3 * PAGE, 1, 3 * PAGE },
		{ 13, 1000, 1, 1000 },           /* unaligned offset */
		{ 64, 400, 20, 1024 },           /* rectangle */
		{ POOL_BYTES - 100, 100, 1, 100 },
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
	CHECK_EQUAL(nfb_read(fixture.pool, &whole, 5, &outcome), 0);
	CHECK_EQUAL(outcome.checksum, batch);
	tear_down(&fixture);
}

static void sees_what_the_client_draws_later(const void *subject)
{
	struct fixture fixture = set_up(subject);

	read_once(&fixture, &whole);
	for (uint64_t seed = SEED + 1; seed < SEED + 4; seed++) {
		CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_DRAW,
					seed), 0);
		CHECK_EQUAL(read_once(&fixture, &whole).checksum,
				expected(&whole, seed, POOL_BYTES));
	}
	tear_down(&fixture);
}

static void refuses_a_region_outside_the_pool(const void *subject)
{
	static const struct nfb_region regions[] = {
		{ 1, POOL_BYTES, 1, POOL_BYTES },
		{ POOL_BYTES, 1, 1, 1 },
		{ 0, PAGE, 65, PAGE },
		{ UINT64_MAX - 10, 100, 1, 100 },
		{ 0, 16, UINT64_MAX / 8, 32 },
		{ 0, UINT64_MAX, 1, 0 },
	};
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	for (size_t i = 0; i < COUNT(regions); i++)
		CHECK_EQUAL(nfb_read(fixture.pool, &regions[i], 1, &outcome),
				-ERANGE);
	tear_down(&fixture);
}

static void truncate_to(struct fixture *fixture, uint64_t keep_bytes)
{
	CHECK_EQUAL(nfb_client_command(fixture->client, NFB_CLIENT_RESIZE,
				keep_bytes), 0);
}

/* The bytes left: guard-pool's kind loses the valid pages with the others. */
static void check_loss(struct fixture *fixture, uint64_t keep_bytes)
{
	struct nfb_outcome outcome;
	bool all_kept = keep_bytes + PAGE > POOL_BYTES;

	truncate_to(fixture, keep_bytes);
	outcome = read_once(fixture, &whole);
	CHECK_EQUAL(outcome.lost_accesses,
			has(fixture, NFB_TELLS_LOSS) && !all_kept);
	if (has(fixture, NFB_READS_ZEROS)
			&& has(fixture, NFB_KEEPS_VALID_PAGES))
		CHECK_EQUAL(outcome.checksum,
				expected(&whole, SEED, keep_bytes));
}

static void survives_truncation_to_zero(const void *subject)
{
	struct fixture fixture = set_up(subject);

	check_loss(&fixture, 0);
	tear_down(&fixture);
}

static void survives_truncation_to_half(const void *subject)
{
	struct fixture fixture = set_up(subject);

	check_loss(&fixture, POOL_BYTES / 2);
	tear_down(&fixture);
}

static void survives_truncation_inside_a_page(const void *subject)
{
	struct fixture fixture = set_up(subject);

	check_loss(&fixture, 7 * PAGE + 1234);
	tear_down(&fixture);
}

/* The rest of the file's last page reads as zeros and raises nothing, so no
 * mapping can tell; pread can, and does. */
static void survives_truncation_inside_the_last_page(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	truncate_to(&fixture, POOL_BYTES - 100);
	outcome = read_once(&fixture, &whole);
	CHECK_EQUAL(outcome.checksum, expected(&whole, SEED, POOL_BYTES - 100));
	CHECK_EQUAL(outcome.faults, 0);
	CHECK_EQUAL(outcome.lost_accesses,
			fixture.strategy->family == NFB_FAMILY_COPY);
	tear_down(&fixture);
}

static void reads_zeros_where_everything_is_lost(const void *subject)
{
	struct fixture fixture = set_up(subject);

	truncate_to(&fixture, 0);
	CHECK_EQUAL(read_once(&fixture, &whole).checksum, 0);
	tear_down(&fixture);
}

static void keeps_valid_pages_if_it_says_so(const void *subject)
{
	static const struct nfb_region valid = { 0, 16 * PAGE, 1, 16 * PAGE };
	struct fixture fixture = set_up(subject);

	truncate_to(&fixture, POOL_BYTES / 2);
	read_once(&fixture, &whole);
	CHECK_EQUAL(read_once(&fixture, &valid).checksum,
			has(&fixture, NFB_KEEPS_VALID_PAGES)
				? expected(&valid, SEED, POOL_BYTES) : 0);
	tear_down(&fixture);
}

static void sees_data_again_when_attached_anew(const void *subject)
{
	struct fixture fixture = set_up(subject);

	truncate_to(&fixture, 0);
	read_once(&fixture, &whole);
	CHECK_EQUAL(nfb_pool_detach(fixture.pool), 0);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE,
				POOL_BYTES), 0);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_DRAW, 77),
			0);
	attach(&fixture);
	CHECK_EQUAL(read_once(&fixture, &whole).checksum,
			expected(&whole, 77, POOL_BYTES));
	tear_down(&fixture);
}

static void survives_many_recoveries(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));
	uint64_t recoveries = 0;

	CHECK_EQUAL(nfb_recover(fixture.index, fixture.client, SEED, &whole, 0,
				50, timed), 0);
	CHECK_EQUAL(timed->outcome.lost_accesses,
			has(&fixture, NFB_TELLS_LOSS) ? 50 : 0);
	CHECK_EQUAL(timed->outcome.checksum, 0);
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		recoveries += timed->histogram[i];
	CHECK_EQUAL(recoveries, 50);
	CHECK(timed->total_ns > 0);
	free(timed);
	tear_down(&fixture);
}

static void times_each_frame_that_the_client_draws(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));
	uint64_t batch = 0;

	CHECK_EQUAL(nfb_read_fresh(fixture.pool, fixture.client, SEED, &whole,
				7, timed), 0);
	for (uint64_t i = 0; i < 7; i++)
		batch = 31 * batch + expected(&whole, SEED + i, POOL_BYTES);
	CHECK_EQUAL(timed->outcome.checksum, batch);
	free(timed);
	tear_down(&fixture);
}

static void outlives_its_client(const void *subject)
{
	struct fixture fixture = set_up(subject);

	CHECK_EQUAL(nfb_client_stop(fixture.client), 0);
	CHECK_EQUAL(read_once(&fixture, &whole).checksum,
			expected(&whole, SEED, POOL_BYTES));
	CHECK_EQUAL(nfb_pool_detach(fixture.pool), 0);
}

struct reader {
	const void *subject;
	pthread_t thread;
};

static void *read_while_it_shrinks(void *argument)
{
	struct reader *reader = argument;
	struct fixture fixture = set_up(reader->subject);

	for (int i = 0; i < 20; i++) {
		check_loss(&fixture, 0);
		CHECK_EQUAL(nfb_pool_detach(fixture.pool), 0);
		CHECK_EQUAL(nfb_client_command(fixture.client,
					NFB_CLIENT_RESIZE, POOL_BYTES), 0);
		CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_DRAW,
					SEED), 0);
		attach(&fixture);
	}
	tear_down(&fixture);
	return NULL;
}

static void works_in_two_threads_while_both_pools_shrink(const void *subject)
{
	struct reader readers[2] = { { .subject = subject },
		{ .subject = subject } };

	for (int i = 0; i < 2; i++)
		CHECK_EQUAL(pthread_create(&readers[i].thread, NULL,
					read_while_it_shrinks, &readers[i]), 0);
	for (int i = 0; i < 2; i++)
		CHECK_EQUAL(pthread_join(readers[i].thread, NULL), 0);
}

static void dies_by_sigbus_without_protection(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE, 0),
			0);
	nfb_read(fixture.pool, &whole, 1, &outcome);
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

static void is_written_to(const void *subject)
{
	struct fixture fixture = set_up(subject);

	fixture.pool->base[5] ^= 0xff;
	CHECK(read_once(&fixture, &whole).checksum
			!= expected(&whole, SEED, POOL_BYTES));
	tear_down(&fixture);
}

/* A case is for the strategies that have all traits WITH and none WITHOUT. */
struct conformance_case {
	const char *name;
	void (*run)(const void *strategy);
	int with;
	int without;
	int signal;
};

/* A sealed file is never shrunk, so its strategy has nothing to recover. */
#define RECOVERS NFB_SURVIVES_TRUNCATION, NFB_NEEDS_CLIENT, 0

static const struct conformance_case conformance[] = {
	{ "reads what the client drew", reads_what_the_client_drew, 0, 0, 0 },
	{ "folds the accesses of a batch in order",
		folds_the_accesses_of_a_batch_in_order, 0, 0, 0 },
	{ "sees what the client draws later",
		sees_what_the_client_draws_later, 0, 0, 0 },
	{ "refuses a region outside the pool",
		refuses_a_region_outside_the_pool, 0, 0, 0 },
	{ "times each frame that the client draws",
		times_each_frame_that_the_client_draws, 0, 0, 0 },
	{ "outlives its client", outlives_its_client, 0, 0, 0 },
	{ "needs the seal if it says so", needs_the_seal_if_it_says_so,
		0, 0, 0 },
	{ "is written to", is_written_to, NFB_WRITABLE, 0, 0 },
	{ "survives truncation to zero", survives_truncation_to_zero,
		RECOVERS },
	{ "survives truncation to half", survives_truncation_to_half,
		RECOVERS },
	{ "survives truncation inside a page",
		survives_truncation_inside_a_page, RECOVERS },
	{ "survives truncation inside the last page",
		survives_truncation_inside_the_last_page, RECOVERS },
	{ "keeps valid pages if it says so", keeps_valid_pages_if_it_says_so,
		RECOVERS },
	{ "sees data again when attached anew",
		sees_data_again_when_attached_anew, RECOVERS },
	{ "survives many recoveries", survives_many_recoveries, RECOVERS },
	{ "works in two threads while both pools shrink",
		works_in_two_threads_while_both_pools_shrink, RECOVERS },
	{ "reads zeros where everything is lost",
		reads_zeros_where_everything_is_lost, NFB_READS_ZEROS, 0, 0 },
	{ "dies by SIGBUS without protection",
		dies_by_sigbus_without_protection,
		0, NFB_SURVIVES_TRUNCATION, SIGBUS },
};

static bool applies(const struct conformance_case *test, int traits)
{
	return (traits & test->with) == test->with
		&& !(traits & test->without);
}

int main(void)
{
	static struct check_case cases[MAX_STRATEGIES * COUNT(conformance)];
	const struct nfb_strategy *strategy;
	size_t count = 0;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		for (size_t j = 0; j < COUNT(conformance); j++)
			if (applies(&conformance[j], strategy->traits))
				cases[count++] = (struct check_case){
					conformance[j].name,
					conformance[j].run, strategy,
					strategy->id, conformance[j].signal };
	return check_all(cases, count);
}
