/* SPDX-License-Identifier: MIT */
/*
 * Readers in one address space. They share nothing of their own; what they
 * share is the process's: its memory map, whose lock a recovery takes, the
 * TLB's shoot-downs that follow from it, and the guards' lists.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "client_link.h"
#include "clock.h"
#include "frame.h"
#include "histogram.h"
#include "pool.h"
#include "registry.h"
#include "sum.h"
#include "measurement.h"

struct reader {
	const struct nfb_scaling_setting *options;
	pthread_barrier_t *start;
	atomic_bool *over; /* of the recovering thread: the readers are done */
	struct nfb_client *client;
	struct nfb_pool *pool;
	pthread_t thread;
	int error;
	uint64_t checksum;
	uint64_t recoveries;
	struct nfb_scaling own;
};

static int open_client(struct reader *reader)
{
	const struct nfb_scaling_setting *options = reader->options;
	const struct nfb_strategy *row =
		nfb_registry_at((int)options->strategy);
	int sealed = !!(nfb_traits_of(row) & NFB_NEEDS_CLIENT);
	int error = nfb_client_start(options->program, options->pool_bytes,
			sealed, &reader->client, NULL);

	return error ? error : nfb_client_command(reader->client,
			NFB_CLIENT_DRAW, options->seed);
}

static int open_reader(struct reader *reader)
{
	int error = open_client(reader);

	return error ? error : nfb_pool_attach((int)reader->options->strategy,
			reader->client, &reader->pool);
}

static void close_reader(struct reader *reader)
{
	if (reader->pool)
		nfb_pool_detach(reader->pool);
	if (reader->client)
		nfb_client_stop(reader->client);
}

static int read_once(struct reader *reader, uint64_t bytes)
{
	struct nfb_region whole = { 0, bytes, 1, bytes };
	struct nfb_access access;
	uint64_t start_ns = nfb_now_ns(), taken_ns;
	int error = nfb_access_once(reader->pool, &whole, &access);

	taken_ns = nfb_now_ns() - start_ns;
	reader->checksum = nfb_fold(reader->checksum, &access);
	reader->own.reads.total_ns += taken_ns;
	reader->own.reads.histogram[nfb_histogram_bucket(taken_ns)]++;
	reader->own.reads.outcome.lost_accesses += access.lost;
	if (taken_ns > reader->own.worst_ns)
		reader->own.worst_ns = taken_ns;
	return error;
}

static void *read_all(void *argument)
{
	struct reader *reader = argument;

	pthread_barrier_wait(reader->start);
	for (uint64_t i = 0; i < reader->options->accesses && !reader->error;
			i++)
		reader->error = read_once(reader, reader->options->pool_bytes);
	return NULL;
}

/* One loss of everything and its recovery. */
static int lose_once(struct reader *reader)
{
	uint64_t bytes = reader->options->pool_bytes;
	struct nfb_region whole = { 0, bytes, 1, bytes };
	struct nfb_access access;
	struct nfb_pool *pool;
	int error = nfb_pool_attach((int)reader->options->strategy,
			reader->client, &pool);

	if (error)
		return error;
	error = nfb_client_command(reader->client, NFB_CLIENT_RESIZE, 0);
	if (!error)
		error = nfb_access_once(pool, &whole, &access);
	nfb_pool_detach(pool);
	return error ? error : nfb_client_command(reader->client,
			NFB_CLIENT_RESIZE, bytes);
}

static void *recover_all(void *argument)
{
	struct reader *reader = argument;

	pthread_barrier_wait(reader->start);
	while (!atomic_load(reader->over) && !reader->error) {
		reader->error = lose_once(reader);
		reader->recoveries++;
	}
	return NULL;
}

static uint64_t expected(const struct nfb_scaling_setting *options)
{
	struct nfb_access access = {
		nfb_frame_sum(options->pool_bytes, options->seed), false };
	uint64_t batch = 0;

	for (uint64_t i = 0; i < options->accesses; i++)
		batch = nfb_fold(batch, &access);
	return batch;
}

static void add(struct nfb_scaling *sum, const struct reader *reader)
{
	sum->reads.total_ns += reader->own.reads.total_ns;
	sum->reads.outcome.lost_accesses +=
		reader->own.reads.outcome.lost_accesses;
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		sum->reads.histogram[i] += reader->own.reads.histogram[i];
	if (reader->own.worst_ns > sum->worst_ns)
		sum->worst_ns = reader->own.worst_ns;
	sum->wrong_readers += reader->checksum != expected(reader->options);
}

/* The last of READERS is the recovering one, if there is one. */
static int run_threads(struct reader *readers, uint64_t count,
		struct nfb_scaling *sum)
{
	uint64_t reading = readers[0].options->readers;
	int error = 0;

	/* A thread that is missing would leave the others at the barrier. */
	for (uint64_t i = 0; i < count; i++)
		if (pthread_create(&readers[i].thread, NULL, i < reading
					? read_all : recover_all, &readers[i]))
			abort();
	for (uint64_t i = 0; i < reading; i++)
		pthread_join(readers[i].thread, NULL);
	atomic_store(readers[0].over, true);
	if (count > reading)
		pthread_join(readers[reading].thread, NULL);
	for (uint64_t i = 0; i < count && !error; i++)
		error = readers[i].error;
	for (uint64_t i = 0; i < reading; i++)
		add(sum, &readers[i]);
	if (count > reading)
		sum->recoveries += readers[reading].recoveries;
	return error;
}

static int run_readers(const struct nfb_scaling_setting *options,
		struct nfb_scaling *sum)
{
	uint64_t count = options->readers + !!options->recovering;
	struct reader *readers = calloc(count, sizeof(*readers));
	pthread_barrier_t start;
	atomic_bool over = false;
	int error = readers ? 0 : -ENOMEM;

	if (error)
		return error;
	pthread_barrier_init(&start, NULL, (unsigned)count);
	for (uint64_t i = 0; i < count && !error; i++) {
		readers[i].options = options;
		readers[i].start = &start;
		readers[i].over = &over;
		error = i < options->readers ? open_reader(&readers[i])
			: open_client(&readers[i]);
	}
	if (!error)
		error = run_threads(readers, count, sum);
	for (uint64_t i = 0; i < count; i++)
		close_reader(&readers[i]);
	pthread_barrier_destroy(&start);
	free(readers);
	return error;
}

static int run(const void *setting, void *result)
{
	const struct nfb_scaling_setting *options = setting;
	const struct nfb_strategy *row =
		nfb_registry_at((int)options->strategy);
	int needed = NFB_WORKS_IN_TWO_THREADS
		| (options->recovering ? NFB_SURVIVES_TRUNCATION : 0);

	/* Nobody survives a loss without protection: refuse, do not die. */
	if (!row || (options->recovering
				&& (nfb_traits_of(row) & needed) != needed)
			|| (options->recovering
				&& nfb_traits_of(row) & NFB_NEEDS_CLIENT)
			|| options->readers < 1
			|| options->readers > NFB_MOST_READERS
			|| options->pool_bytes % NFB_SUM_CHUNK_BYTES)
		return -EINVAL;
	return run_readers(options, result);
}

const struct nfb_measurement nfb_readers = {
	.name = "scaling",
	.setting_bytes = sizeof(struct nfb_scaling_setting),
	.result_bytes = sizeof(struct nfb_scaling),
	.run = run,
};
