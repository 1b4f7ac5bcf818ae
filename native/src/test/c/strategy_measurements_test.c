/* SPDX-License-Identifier: MIT */
/* The measurements that are asked of a strategy, of every strategy. */
#include <errno.h>
#include <sys/mman.h>

#include "clock.h"
#include "fixture.h"
#include "nofault_measurements.h"

#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

/*
 * Whether the clock steps by less than what is timed here takes. That of an
 * emulated machine may step by a tick of the kernel, which most of it never
 * sees: then 0 ns is what was measured.
 */
static bool clock_is_fine(void)
{
	struct nfb_clock_setting setting = { .readings = 10000 };
	struct nfb_clock clock = { 0 };

	CHECK_EQUAL(nfb_measure("clock", &setting, sizeof(setting), &clock,
				sizeof(clock)), 0);
	return clock.resolution_ns > 0 && clock.resolution_ns < 1000;
}

static int recover(const struct fixture *fixture, uint64_t repeats,
		struct nfb_timed *timed)
{
	struct nfb_recovery_setting losses = { .strategy = fixture->index,
		.client = fixture->client, .seed = SEED, .repeats = repeats,
		.region = whole };

	return nfb_measure("recovery", &losses, sizeof(losses), timed,
			sizeof(*timed));
}

static void measures_many_recoveries(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));
	uint64_t recoveries = 0, start_ns = nfb_now_ns();

	CHECK_EQUAL(recover(&fixture, 50, timed), 0);
	CHECK(timed->total_ns <= nfb_now_ns() - start_ns);
	CHECK_EQUAL(timed->outcome.lost_accesses,
			has(&fixture, NFB_TELLS_LOSS) ? 50 : 0);
	CHECK_EQUAL(timed->outcome.checksum, 0);
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		recoveries += timed->histogram[i];
	CHECK_EQUAL(recoveries, 50);
	CHECK(timed->total_ns > 0 || !clock_is_fine());
	free(timed);
	tear_down(&fixture);
}

static void refuses_to_measure_what_it_would_die_of(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));

	CHECK_EQUAL(recover(&fixture, 1, timed), -EINVAL);
	free(timed);
	tear_down(&fixture);
}

static void times_each_access(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));
	struct nfb_timed_setting reads = { .pool = fixture.pool,
		.accesses = 9, .region = whole };
	uint64_t batch = 0, times = 0;

	CHECK_EQUAL(nfb_measure("read-timed", &reads, sizeof(reads), timed,
				sizeof(*timed)), 0);
	for (int i = 0; i < 9; i++)
		batch = 31 * batch + expected(&whole, SEED, POOL_BYTES);
	CHECK_EQUAL(timed->outcome.checksum, batch);
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		times += timed->histogram[i];
	CHECK_EQUAL(times, 9);
	free(timed);
	tear_down(&fixture);
}

static void counts_a_batch(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_counted counted = { 0 };
	struct nfb_counted_setting reads = { .pool = fixture.pool,
		.accesses = 9, .region = whole };
	uint64_t batch = 0;

	CHECK_EQUAL(nfb_measure("counted-read", &reads, sizeof(reads), &counted,
				sizeof(counted)), 0);
	for (int i = 0; i < 9; i++)
		batch = 31 * batch + expected(&whole, SEED, POOL_BYTES);
	CHECK_EQUAL(counted.outcome.checksum, batch);
	CHECK_EQUAL(counted.outcome.faults, 0);
	CHECK((counted.hardware_error == 0) == (counted.instructions > 0));
	tear_down(&fixture);
}

static void reads_in_many_threads(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_scaling *sum = calloc(1, sizeof(*sum));
	struct nfb_scaling_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = fixture.index, .pool_bytes = POOL_BYTES,
		.seed = SEED, .readers = 3, .accesses = 20 };
	uint64_t times = 0;

	CHECK_EQUAL(nfb_measure("scaling", &setting, sizeof(setting), sum,
				sizeof(*sum)), 0);
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		times += sum->reads.histogram[i];
	CHECK_EQUAL(times, 3 * 20);
	CHECK_EQUAL(sum->wrong_readers, 0);
	CHECK_EQUAL(sum->recoveries, 0);
	free(sum);
	tear_down(&fixture);
}

/* On a busy machine the readers may be done before the other thread has run. */
#define MOST_TRIES 100

static void reads_on_while_another_thread_recovers(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_scaling *sum = calloc(1, sizeof(*sum));
	struct nfb_scaling_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = fixture.index, .pool_bytes = POOL_BYTES,
		.seed = SEED, .readers = 2, .recovering = 1, .accesses = 200 };

	for (int i = 0; i < MOST_TRIES && sum->recoveries == 0; i++) {
		CHECK_EQUAL(nfb_measure("scaling", &setting, sizeof(setting),
					sum, sizeof(*sum)), 0);
		CHECK_EQUAL(sum->wrong_readers, 0);
		CHECK_EQUAL(sum->reads.outcome.lost_accesses, 0);
	}
	CHECK(sum->recoveries > 0);
	free(sum);
	tear_down(&fixture);
}

static void lives_from_attach_to_close(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_lifecycle life = { 0 };
	struct nfb_lifecycle_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = fixture.index, .pool_bytes = POOL_BYTES,
		.seed = SEED, .cycles = 3 };
	uint64_t batch = 0, start_ns = nfb_now_ns();

	CHECK_EQUAL(nfb_measure("lifecycle", &setting, sizeof(setting), &life,
				sizeof(life)), 0);
	for (int i = 0; i < 2 * 3; i++)
		batch = 31 * batch + expected(&whole, SEED, POOL_BYTES);
	CHECK_EQUAL(life.checksum, batch);
	CHECK(life.attach_ns + life.first_read_ns + life.warm_read_ns
			+ life.resize_ns + life.unmap_ns + life.close_ns
			<= nfb_now_ns() - start_ns);
	CHECK((life.attach_ns > 0 && life.first_read_ns > 0
			&& life.warm_read_ns > 0 && life.resize_ns > 0
			&& life.close_ns > 0) || !clock_is_fine());
	tear_down(&fixture);
}

/* A dma-buf's mapping, or a kernel that does not know the advice. */
static bool refuses_advice(const struct nfb_pool *pool)
{
	return madvise(pool->base, pool->size, MADV_POPULATE_READ)
		&& errno == EINVAL;
}

/* Or is refused, where there is no mapping of ours. */
static void brings_the_pages_in_when_it_is_attached(const void *subject)
{
	struct fixture fixture = set_up(subject);

	for (int how = NFB_POPULATE_MAP; how <= NFB_POPULATE_MADVISE; how++) {
		struct nfb_lifecycle life = { 0 };
		struct nfb_lifecycle_setting setting = {
			.program = getenv("NOFAULT_CLIENT"),
			.strategy = fixture.index, .pool_bytes = POOL_BYTES,
			.seed = SEED, .populate = how, .cycles = 1 };
		int error = nfb_measure("lifecycle", &setting, sizeof(setting),
				&life, sizeof(life));

		CHECK_EQUAL(error, fixture.pool->base
				&& !(how == NFB_POPULATE_MADVISE
					&& refuses_advice(fixture.pool))
				? 0 : -EOPNOTSUPP);
		CHECK_EQUAL(life.checksum != 0, error == 0);
	}
	tear_down(&fixture);
}

static void times_each_frame_that_the_client_draws(const void *subject)
{
	struct fixture fixture = set_up(subject);
	struct nfb_timed *timed = calloc(1, sizeof(*timed));
	struct nfb_fresh_setting frames = { .pool = fixture.pool,
		.client = fixture.client, .seed = SEED, .accesses = 7,
		.region = whole };
	uint64_t batch = 0;

	CHECK_EQUAL(nfb_measure("read-fresh", &frames, sizeof(frames), timed,
				sizeof(*timed)), 0);
	for (uint64_t i = 0; i < 7; i++)
		batch = 31 * batch + expected(&whole, SEED + i, POOL_BYTES);
	CHECK_EQUAL(timed->outcome.checksum, batch);
	free(timed);
	tear_down(&fixture);
}

static const struct conformance_case conformance[] = {
	{ "times each access", times_each_access, 0, 0 },
	{ "counts a batch", counts_a_batch, 0, 0 },
	{ "times each frame that the client draws",
		times_each_frame_that_the_client_draws, 0, 0 },
	{ "reads in many threads", reads_in_many_threads, 0, 0 },
	{ "reads on while another thread recovers",
		reads_on_while_another_thread_recovers,
		NFB_SURVIVES_TRUNCATION | NFB_WORKS_IN_TWO_THREADS,
		NFB_NEEDS_CLIENT },
	{ "lives from attach to close", lives_from_attach_to_close, 0, 0 },
	{ "brings the pages in when it is attached",
		brings_the_pages_in_when_it_is_attached, 0, 0 },
	{ "measures many recoveries", measures_many_recoveries, RECOVERS },
	{ "refuses to measure what it would die of",
		refuses_to_measure_what_it_would_die_of,
		0, NFB_SURVIVES_TRUNCATION },
};

int main(void)
{
	return check_conformance(conformance, COUNT(conformance));
}
