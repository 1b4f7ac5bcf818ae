/* SPDX-License-Identifier: MIT */
/* The client takes bytes away: who survives it, and what is read then. */
#include "trials.h"

#include "checking.h"
#include "client_link.h"
#include "pool.h"
#include "stage.h"

/* Once in the hot loop that benchmarks use, once with a look at each byte. */
static void survive(const struct nfb_strategy *strategy,
		const struct nfb_region *region, uint64_t keep_bytes)
{
	struct nfb_stage stage = nfb_set_stage(strategy);

	nfb_stage_access(&stage, region);
	if (!nfb_may_truncate(&stage, keep_bytes)) {
		nfb_check_access(&stage, region);
		nfb_conclude(NFB_YES, "the client may not truncate a file that "
				"it has sealed");
	}
	nfb_stage_access(&stage, region);
	nfb_truncate(&stage, NFB_STAGE_BYTES);
	nfb_draw(&stage, NFB_STAGE_SEED);
	nfb_attach_anew(&stage);
	EXPECT(nfb_check_access(&stage, region).checksum == 0,
			"did not read the frame when it was attached anew");
	nfb_truncate(&stage, keep_bytes);
	nfb_check_access(&stage, region);
}

void nfb_try_truncation(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	(void)settings;
	survive(strategy, &nfb_whole, 0);
}

void nfb_try_truncation_to_half(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	(void)settings;
	survive(strategy, &nfb_whole, NFB_STAGE_BYTES / 2);
}

void nfb_try_truncation_inside_page(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	(void)settings;
	survive(strategy, &nfb_whole, 7 * NFB_PAGE + 1234);
}

void nfb_try_unaligned_offset(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	static const struct nfb_region unaligned = { NFB_PAGE + 13,
		NFB_STAGE_BYTES - 3 * NFB_PAGE, 1, NFB_STAGE_BYTES };
	/* Its last words, and less than one, are the first that are lost. */
	static const struct nfb_region tail = { 13, NFB_STAGE_BYTES / 2 + 102,
		1, NFB_STAGE_BYTES };

	(void)settings;
	survive(strategy, &tail, NFB_STAGE_BYTES / 2);
	survive(strategy, &unaligned, NFB_STAGE_BYTES / 2);
}

void nfb_try_hole_punch(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_stage stage = nfb_set_stage(strategy);
	uint64_t half = nfb_checksum_of(&nfb_whole, NFB_STAGE_SEED,
			NFB_STAGE_BYTES / 2);

	(void)settings;
	nfb_stage_access(&stage, &nfb_whole);
	REQUIRE(nfb_client_command(stage.client, NFB_CLIENT_PUNCH,
				NFB_STAGE_BYTES / 2) == 0);
	EXPECT(nfb_stage_access(&stage, &nfb_whole).checksum == half,
			"did not read the hole as zeros");
}

/* The client asks for a larger pool than it has a file for. */
void nfb_try_past_sealed_end(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	static const struct nfb_region beyond = { NFB_STAGE_BYTES,
		NFB_STAGE_BYTES, 1, NFB_STAGE_BYTES };
	struct nfb_stage stage = { .strategy = strategy,
		.client = nfb_drawing_client(true) };
	int error;

	(void)settings;
	REQUIRE(nfb_pool_open(strategy, stage.client->fd, NFB_STAGE_BYTES,
				&stage.pool) == 0);
	nfb_stage_access(&stage, &nfb_whole);
	error = nfb_pool_resize(stage.pool, 2 * NFB_STAGE_BYTES);
	if (error)
		nfb_conclude(NFB_YES, "the resize is refused: errno=%d",
				-error);
	EXPECT(nfb_stage_access(&stage, &beyond).checksum == 0,
			"read bytes that were never there");
}

void nfb_try_reads_zeros(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_stage stage = nfb_set_stage(strategy);

	(void)settings;
	nfb_truncate(&stage, NFB_STAGE_BYTES / 2);
	EXPECT(nfb_stage_access(&stage, &nfb_whole).checksum
			== nfb_checksum_of(&nfb_whole, NFB_STAGE_SEED,
				NFB_STAGE_BYTES / 2),
			"did not read on over zeros");
}

void nfb_try_keeps_valid_pages(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_stage stage = nfb_set_stage(strategy);

	(void)settings;
	nfb_truncate(&stage, NFB_STAGE_BYTES / 2);
	nfb_stage_access(&stage, &nfb_whole);
	EXPECT(nfb_stage_access(&stage, &nfb_first_half).checksum
			== nfb_checksum_of(&nfb_first_half, NFB_STAGE_SEED,
				NFB_STAGE_BYTES),
			"the half that was left is gone too");
}

void nfb_try_tells_loss(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_stage stage = nfb_set_stage(strategy);

	(void)settings;
	EXPECT(!nfb_stage_access(&stage, &nfb_whole).lost,
			"told of a loss where there was none");
	nfb_truncate(&stage, NFB_STAGE_BYTES / 2);
	EXPECT(nfb_stage_access(&stage, &nfb_whole).lost, "was not told");
}

void nfb_try_sees_regrowth(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_stage stage = nfb_set_stage(strategy);

	(void)settings;
	nfb_truncate(&stage, 0);
	nfb_stage_access(&stage, &nfb_whole);
	nfb_truncate(&stage, NFB_STAGE_BYTES);
	nfb_draw(&stage, NFB_STAGE_SEED + 1);
	EXPECT(nfb_stage_access(&stage, &nfb_whole).checksum
			== nfb_checksum_of(&nfb_whole, NFB_STAGE_SEED + 1,
				NFB_STAGE_BYTES),
			"did not see what was drawn after the file grew back");
}
