/* SPDX-License-Identifier: MIT */
/* Batch after batch, and what each took per access. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "alone/alone.h"

static uint64_t accesses_in(const struct nfb_timed *timed)
{
	uint64_t count = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		count += timed->histogram[i];
	return count;
}

static void run_batches(const struct nfb_alone_asked *asked,
		struct nfb_client *client, struct nfb_pool *pool)
{
	const struct nfb_alone_trial *trial = asked->trial;
	static struct nfb_timed timed;
	struct rusage before, after;

	/* Trials with clients of their own begin in peace, and warm up there. */
	if (trial->needs_client)
		trial->batch(asked, client, pool, asked->seed, &timed);
	if (trial->needs_pool)
		nfb_alone_check_fresh(asked, &timed);
	getrusage(RUSAGE_SELF, &before);
	for (uint64_t i = 1; i <= asked->batches; i++) {
		memset(&timed, 0, sizeof(timed));
		trial->batch(asked, client, pool,
				asked->seed + i * asked->accesses, &timed);
		printf("batch %.3f\n", (double)timed.total_ns
				/ (double)accesses_in(&timed));
	}
	getrusage(RUSAGE_SELF, &after);
	printf("end batches=%llu involuntary_switches=%ld major_faults=%ld\n",
			(unsigned long long)asked->batches,
			after.ru_nivcsw - before.ru_nivcsw,
			after.ru_majflt - before.ru_majflt);
}

void nfb_alone_measure(const struct nfb_alone_asked *asked)
{
	const struct nfb_alone_trial *trial = asked->trial;
	bool sealed = asked->info.traits & NFB_NEEDS_CLIENT;
	struct nfb_client *client = NULL;
	struct nfb_pool *pool = NULL;
	int error = 0;

	if (trial->needs_client)
		error = nfb_client_start(getenv("NOFAULT_CLIENT"),
				asked->pool_bytes,
				sealed ? NFB_CLIENT_SEALED : 0, &client, NULL);
	if (!error && trial->needs_pool)
		error = nfb_pool_attach(asked->strategy, client, &pool);
	if (error)
		nfb_alone_end(NFB_ALONE_FAILED,
				"client or attach failed: strategy=%s, error=%s",
				asked->info.id, strerror(-error));
	printf("nofault-alone 1 strategy=%s trial=%s seed=%llu\n",
			asked->info.id, trial->name,
			(unsigned long long)asked->seed);
	run_batches(asked, client, pool);
	if (pool)
		nfb_pool_detach(pool);
	if (client)
		nfb_client_stop(client);
}
