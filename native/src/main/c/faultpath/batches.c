/* SPDX-License-Identifier: MIT */
/* Batch after batch, and what each took per access. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "faultpath/faultpath.h"

static uint64_t accesses_in(const struct nfb_timed *timed)
{
	uint64_t count = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		count += timed->histogram[i];
	return count;
}

static void run_batches(const struct nfb_faultpath_options *options,
		struct nfb_client *client, struct nfb_pool *pool)
{
	const struct nfb_faultpath_measurement *measurement =
			options->measurement;
	static struct nfb_timed timed;
	struct rusage before, after;

	/* Measurements with clients of their own begin in peace, and warm up
	 * there. */
	if (measurement->needs_client)
		measurement->batch(
				options, client, pool, options->seed, &timed);
	if (measurement->needs_pool)
		nfb_faultpath_check_fresh(options, &timed);
	getrusage(RUSAGE_SELF, &before);
	for (uint64_t i = 1; i <= options->batches; i++) {
		memset(&timed, 0, sizeof(timed));
		measurement->batch(options, client, pool,
				options->seed + i * options->accesses, &timed);
		printf("batch %.3f\n", (double)timed.total_ns
				/ (double)accesses_in(&timed));
	}
	getrusage(RUSAGE_SELF, &after);
	printf("end batches=%llu involuntary_switches=%ld major_faults=%ld\n",
			(unsigned long long)options->batches,
			after.ru_nivcsw - before.ru_nivcsw,
			after.ru_majflt - before.ru_majflt);
}

void nfb_faultpath_measure(const struct nfb_faultpath_options *options)
{
	const struct nfb_faultpath_measurement *measurement =
			options->measurement;
	bool sealed = options->info.traits & NFB_NEEDS_CLIENT;
	struct nfb_client *client = NULL;
	struct nfb_pool *pool = NULL;
	int error = 0;

	if (measurement->needs_client)
		error = nfb_client_start(getenv("NOFAULT_CLIENT"),
				options->pool_bytes,
				sealed ? NFB_CLIENT_SEALED : 0, &client, NULL);
	if (!error && measurement->needs_pool)
		error = nfb_pool_attach(options->strategy, client, &pool);
	if (error)
		nfb_faultpath_exit(NFB_FAULTPATH_FAILED,
				"client or attach failed: strategy=%s, "
				"error=%s",
				options->info.id, strerror(-error));
	printf("nofault-faultpath 1 strategy=%s measurement=%s seed=%llu\n",
			options->info.id, measurement->name,
			(unsigned long long)options->seed);
	run_batches(options, client, pool);
	if (pool)
		nfb_pool_detach(pool);
	if (client)
		nfb_client_stop(client);
}
