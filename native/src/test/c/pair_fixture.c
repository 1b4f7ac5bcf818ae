/* SPDX-License-Identifier: MIT */
#include "pair_fixture.h"

#include <string.h>

static void measure(const void *asked)
{
	struct nfb_pair pair;

	nfb_pair_open(asked, &pair);
	nfb_pair_calibrate(&pair);
	nfb_pair_alternate(&pair);
	nfb_pair_check_staging(&pair);
	nfb_pair_close(&pair);
}

const struct ended *pair_run(const struct nfb_pair_asked *asked)
{
	return process_run(measure, asked);
}

static const struct nfb_strategy *strategy(const char *id)
{
	const struct nfb_strategy *found;

	for (int i = 0; (found = nfb_registry_at(i)); i++)
		if (strcmp(found->id, id) == 0)
			return found;
	CHECK(!"no such strategy");
	return NULL;
}

struct nfb_pair_asked pair_asked_of(const char *a, const char *b)
{
	return (struct nfb_pair_asked){
		.strategy = { strategy(a), strategy(b) },
		.region = { 0, POOL_BYTES, 1, POOL_BYTES },
		.pool_bytes = POOL_BYTES,
		.kernel = NFB_KERNEL_SUM,
		.seed = SEED,
		.measure_ns = 1000000,
	};
}
