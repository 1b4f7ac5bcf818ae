/* SPDX-License-Identifier: MIT */
#include "testbed.h"

#include <errno.h>
#include <stdlib.h>

#include "client_link.h"
#include "frame.h"
#include "pool.h"

struct nfb_region nfb_whole, nfb_first_half;

__attribute__((constructor))
static void set_regions(void)
{
	nfb_whole = (struct nfb_region){ 0, NFB_TESTBED_BYTES, 1,
		NFB_TESTBED_BYTES };
	nfb_first_half = (struct nfb_region){ 0, NFB_TESTBED_BYTES / 2, 1,
		NFB_TESTBED_BYTES / 2 };
}

struct nfb_client *nfb_drawing_client(bool sealed)
{
	struct nfb_client *client;

	REQUIRE(nfb_client_start(getenv("NOFAULT_CLIENT"), NFB_TESTBED_BYTES,
				sealed, &client, NULL) == 0);
	REQUIRE(nfb_client_command(client, NFB_CLIENT_DRAW, NFB_TESTBED_SEED)
			== 0);
	return client;
}

struct nfb_pool *nfb_attached(const struct nfb_strategy *strategy, int file,
		uint64_t bytes)
{
	char reason[192];
	struct nfb_pool *pool = NULL;
	int error = nfb_pool_open(strategy, file, bytes, &pool);

	if (nfb_is_refused_late(strategy, error, reason, sizeof(reason)))
		nfb_conclude(NFB_SKIPPED, "%s", reason);
	if (error)
		nfb_conclude(NFB_BROKEN, "cannot attach: errno=%d", -error);
	return pool;
}

static void attach(struct nfb_testbed *testbed)
{
	testbed->pool = nfb_attached(testbed->strategy, testbed->client->fd,
			NFB_TESTBED_BYTES);
}

struct nfb_testbed nfb_testbed_open(const struct nfb_strategy *strategy)
{
	struct nfb_testbed testbed = { .strategy = strategy };

	testbed.client =
			nfb_drawing_client(strategy->labels & NFB_NEEDS_CLIENT);
	attach(&testbed);
	return testbed;
}

void nfb_attach_anew(struct nfb_testbed *testbed)
{
	REQUIRE(nfb_pool_detach(testbed->pool) == 0);
	attach(testbed);
}

void nfb_draw(const struct nfb_testbed *testbed, uint64_t seed)
{
	REQUIRE(nfb_client_command(testbed->client, NFB_CLIENT_DRAW, seed)
			== 0);
}

bool nfb_may_truncate(const struct nfb_testbed *testbed, uint64_t bytes)
{
	int error = nfb_client_command(
			testbed->client, NFB_CLIENT_RESIZE, bytes);

	REQUIRE(error == 0 || error == -EPERM);
	return error == 0;
}

void nfb_truncate(const struct nfb_testbed *testbed, uint64_t bytes)
{
	if (!nfb_may_truncate(testbed, bytes))
		nfb_conclude(NFB_SKIPPED, "the client may not truncate a file "
				"that it has sealed: nothing can be lost");
}

struct nfb_access nfb_access_with(const struct nfb_testbed *testbed,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop)
{
	struct nfb_access access = { 0, false };
	char reason[192];
	int error = testbed->strategy->read_once(testbed->pool, region, loop,
			&access);

	if (nfb_is_refused_late(testbed->strategy, error, reason,
				sizeof(reason)))
		nfb_conclude(NFB_SKIPPED, "%s", reason);
	EXPECT(error == 0, "the access failed: errno=%d", -error);
	return access;
}

struct nfb_access nfb_testbed_access(const struct nfb_testbed *testbed,
		const struct nfb_region *region)
{
	return nfb_access_with(testbed, region, nfb_sum_loop());
}

uint64_t nfb_checksum_of(const struct nfb_region *region, uint64_t seed,
		uint64_t valid_bytes)
{
	unsigned char *bytes = calloc(1, NFB_TESTBED_BYTES);
	uint64_t checksum;

	REQUIRE(bytes);
	nfb_frame_fill(bytes, valid_bytes, seed);
	checksum = nfb_read_region(bytes, region, nfb_sum_loop());
	free(bytes);
	return checksum;
}
