/* SPDX-License-Identifier: MIT */
#include "fixture.h"

#include "frame.h"

static int index_of(const struct nfb_strategy *strategy)
{
	int index = 0;

	while (nfb_registry_at(index) != strategy)
		index++;
	return index;
}

void attach(struct fixture *fixture)
{
	CHECK_EQUAL(nfb_pool_attach(fixture->index, fixture->client,
				&fixture->pool), 0);
}

struct nfb_client *start_client(bool sealed)
{
	struct nfb_client *client;

	CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"), POOL_BYTES,
				sealed, &client, NULL), 0);
	return client;
}

struct fixture set_up(const void *subject)
{
	struct fixture fixture = { .strategy = subject };
	struct nfb_strategy_info info;

	fixture.index = index_of(fixture.strategy);
	CHECK_EQUAL(nfb_strategy_at(fixture.index, &info), 0);
	if (info.skip_reason[0])
		SKIP(info.skip_reason);
	fixture.client = start_client(info.traits & NFB_NEEDS_CLIENT);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_DRAW, SEED),
			0);
	attach(&fixture);
	return fixture;
}

void tear_down(struct fixture *fixture)
{
	CHECK_EQUAL(nfb_pool_detach(fixture->pool), 0);
	CHECK_EQUAL(nfb_client_stop(fixture->client), 0);
}

bool has(const struct fixture *fixture, enum nfb_trait trait)
{
	return nfb_traits_of(fixture->strategy) & trait;
}

uint64_t expected(const struct nfb_region *region, uint64_t seed,
		uint64_t valid_bytes)
{
	unsigned char *bytes = calloc(1, POOL_BYTES);
	uint64_t checksum;

	CHECK(bytes);
	nfb_frame_fill(bytes, valid_bytes, seed);
	checksum = nfb_read_region(bytes, region, nfb_sum_loop());
	free(bytes);
	return checksum;
}

struct nfb_outcome read_once(struct fixture *fixture,
		const struct nfb_region *region)
{
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_read(fixture->pool, region, NULL, 1, &outcome), 0);
	return outcome;
}

static bool applies(const struct conformance_case *test, int traits)
{
	return (traits & test->with) == test->with
		&& !(traits & test->without);
}

int check_conformance(const struct conformance_case *tests, size_t count)
{
	static struct check_case cases[1024];
	const struct nfb_strategy *strategy;
	size_t used = 0;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		for (size_t j = 0; j < count; j++) {
			if (!applies(&tests[j], nfb_traits_of(strategy)))
				continue;
			CHECK(used < sizeof(cases) / sizeof(cases[0]));
			cases[used++] = (struct check_case){ tests[j].name,
				tests[j].run, strategy, strategy->id, 0 };
		}
	return check_all(cases, used);
}
