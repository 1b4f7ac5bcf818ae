/* SPDX-License-Identifier: MIT */
/*
 * latency_peer BYTES [STRETCHES]: do the library's latencies agree with those
 * of a program that shares none of its loops, buckets or arithmetic? Stretches
 * of single reads of one mapping alternate: the measurement `read-timed` with
 * its histogram, and a plain loop here whose raw times are kept and sorted. Run
 * by hand on a quiet machine; no test asserts times.
 */
#define _GNU_SOURCE
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <time.h>

#include "nofault_measurements.h"
#include "sum.h"

static uint64_t *raw_ns;
static size_t raws;
static volatile uint64_t acc;

__attribute__((noinline, optimize("O3"),
	target_clones("avx512f", "avx2", "default")))
static uint64_t add_words(const uint64_t *words, size_t count)
{
	uint64_t sum[32] = { 0 }, total = 0;

	for (size_t i = 0; i + 32 <= count; i += 32)
		for (size_t column = 0; column < 32; column++)
			sum[column] += words[i + column];
	for (size_t column = 0; column < 32; column++)
		total += sum[column];
	return total;
}

static uint64_t read_plainly_ns(const uint64_t *words, size_t bytes)
{
	struct timespec before, after;

	clock_gettime(CLOCK_MONOTONIC, &before);
	acc = add_words(words, bytes / sizeof(*words));
	clock_gettime(CLOCK_MONOTONIC, &after);
	return (uint64_t)((after.tv_sec - before.tv_sec) * 1000000000
			+ after.tv_nsec - before.tv_nsec);
}

static int by_size(const void *left, const void *right)
{
	uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;

	return a < b ? -1 : a > b;
}

/* The middle of the bucket in which the percentile lies. */
static double histogram_percentile(const struct nfb_timed *timed, double share)
{
	uint64_t total = 0, below = 0, wanted;
	int bucket = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		total += timed->histogram[i];
	wanted = (uint64_t)ceil(share * (double)total);
	while (below + timed->histogram[bucket] < wanted)
		below += timed->histogram[bucket++];
	if (bucket < 128)
		return bucket;
	return ldexp(128 + bucket % 128 + 0.5, bucket / 128 - 1);
}

static int unguarded(void)
{
	struct nfb_strategy_info info;
	int index = 0;

	while (nfb_strategy_at(index, &info) == 0
			&& strcmp(info.id, "unguarded-shared"))
		index++;
	return index;
}

static void compare(const struct nfb_timed *library, double share)
{
	double theirs = histogram_percentile(library, share);
	double plain = (double)raw_ns[(size_t)ceil(share * (double)raws) - 1];

	printf("p%-5g library=%.0f ns, peer=%.0f ns, ratio=%.3f\n",
			share * 100, theirs, plain, theirs / plain);
}

int main(int argc, char **argv)
{
	size_t bytes = argc > 1 ? strtoull(argv[1], NULL, 10) : 0;
	int stretches = argc > 2 ? atoi(argv[2]) : 50;
	size_t accesses = bytes ? (size_t)(64 << 20) / bytes + 1 : 0;
	static struct nfb_timed timed;
	struct nfb_client *client;
	struct nfb_pool *pool;
	uint64_t *words;
	int fd;

	if (bytes == 0 || bytes % NFB_SUM_CHUNK_BYTES || stretches < 1) {
		fprintf(stderr, "not a size or a count: bytes=%zu, "
				"stretches=%d; use latency_peer 8294400 50\n",
				bytes, stretches);
		return 2;
	}
	raw_ns = calloc((size_t)stretches * accesses, sizeof(*raw_ns));
	if (!raw_ns || nfb_client_start(getenv("NOFAULT_CLIENT"), bytes, 0,
				&client, &fd)
			|| nfb_client_command(client, NFB_CLIENT_DRAW, 1)
			|| nfb_pool_attach(unguarded(), client, &pool))
		return 1;
	words = mmap(NULL, bytes, PROT_READ, MAP_SHARED, fd, 0);
	if (words == MAP_FAILED)
		return 1;
	for (int i = 0; i < stretches; i++) {
		struct nfb_timed_setting setting = { .pool = pool,
			.accesses = accesses,
			.region = { 0, bytes, 1, bytes } };

		if (nfb_measure("read-timed", &setting, sizeof(setting), &timed,
					sizeof(timed)))
			return 1;
		for (size_t j = 0; j < accesses; j++)
			raw_ns[raws++] = read_plainly_ns(words, bytes);
	}
	qsort(raw_ns, raws, sizeof(*raw_ns), by_size);
	printf("%zu bytes, %zu accesses each, in %d stretches\n", bytes, raws,
			stretches);
	compare(&timed, 0.5);
	compare(&timed, 0.9);
	compare(&timed, 0.99);
	compare(&timed, 0.999);
	return 0;
}
