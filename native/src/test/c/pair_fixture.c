/* SPDX-License-Identifier: MIT */
#include "pair_fixture.h"

#include <string.h>

static void measure(const void *options)
{
	struct nfb_pair pair;

	nfb_pair_open(options, &pair);
	nfb_pair_calibrate(&pair);
	nfb_pair_alternate(&pair);
	nfb_pair_check_upload(&pair);
	nfb_pair_close(&pair);
}

const struct ended *pair_run(const struct nfb_pair_options *options)
{
	return process_run(measure, options);
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

struct nfb_pair_options pair_asked_of(const char *a, const char *b)
{
	return (struct nfb_pair_options){
		.strategy = { strategy(a), strategy(b) },
		.region = { 0, POOL_BYTES, 1, POOL_BYTES },
		.pool_bytes = POOL_BYTES,
		.loop = NFB_LOOP_SUM,
		.seed = SEED,
		.measure_ns = 1000000,
	};
}
