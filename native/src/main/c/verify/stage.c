/* SPDX-License-Identifier: MIT */
#include "stage.h"

#include <errno.h>
#include <stdlib.h>

#include "client_link.h"
#include "frame.h"
#include "pool.h"

const struct nfb_region nfb_whole = { 0, NFB_STAGE_BYTES, 1, NFB_STAGE_BYTES };
const struct nfb_region nfb_first_half = { 0, NFB_STAGE_BYTES / 2, 1,
	NFB_STAGE_BYTES / 2 };

struct nfb_client *nfb_drawing_client(bool sealed)
{
	struct nfb_client *client;

	REQUIRE(nfb_client_start(getenv("NOFAULT_CLIENT"), NFB_STAGE_BYTES,
				sealed, &client, NULL) == 0);
	REQUIRE(nfb_client_command(client, NFB_CLIENT_DRAW, NFB_STAGE_SEED)
			== 0);
	return client;
}

static void attach(struct nfb_stage *stage)
{
	REQUIRE(nfb_pool_open(stage->strategy, stage->client->fd,
				NFB_STAGE_BYTES, &stage->pool) == 0);
}

struct nfb_stage nfb_set_stage(const struct nfb_strategy *strategy)
{
	struct nfb_stage stage = { .strategy = strategy };

	stage.client = nfb_drawing_client(strategy->labels & NFB_NEEDS_CLIENT);
	attach(&stage);
	return stage;
}

void nfb_attach_anew(struct nfb_stage *stage)
{
	REQUIRE(nfb_pool_detach(stage->pool) == 0);
	attach(stage);
}

void nfb_draw(const struct nfb_stage *stage, uint64_t seed)
{
	REQUIRE(nfb_client_command(stage->client, NFB_CLIENT_DRAW, seed) == 0);
}

bool nfb_may_truncate(const struct nfb_stage *stage, uint64_t bytes)
{
	int error = nfb_client_command(stage->client, NFB_CLIENT_RESIZE, bytes);

	REQUIRE(error == 0 || error == -EPERM);
	return error == 0;
}

void nfb_truncate(const struct nfb_stage *stage, uint64_t bytes)
{
	if (!nfb_may_truncate(stage, bytes))
		nfb_conclude(NFB_SKIPPED, "the client may not truncate a file "
				"that it has sealed: nothing can be lost");
}

struct nfb_access nfb_access_with(const struct nfb_stage *stage,
		const struct nfb_region *region,
		const struct nfb_kernel *kernel)
{
	struct nfb_access access = { 0, false };
	int error = stage->strategy->read_once(stage->pool, region, kernel,
			&access);

	EXPECT(error == 0, "the access failed: errno=%d", -error);
	return access;
}

struct nfb_access nfb_stage_access(const struct nfb_stage *stage,
		const struct nfb_region *region)
{
	return nfb_access_with(stage, region, nfb_sum_kernel());
}

uint64_t nfb_checksum_of(const struct nfb_region *region, uint64_t seed,
		uint64_t valid_bytes)
{
	unsigned char *bytes = calloc(1, NFB_STAGE_BYTES);
	uint64_t checksum;

	REQUIRE(bytes);
	nfb_frame_fill(bytes, valid_bytes, seed);
	checksum = nfb_read_region(bytes, region, nfb_sum_kernel());
	free(bytes);
	return checksum;
}
