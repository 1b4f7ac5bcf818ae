/* SPDX-License-Identifier: MIT */
/* The client takes bytes away: who survives it, and what is read then. */
#include "experiments.h"

#include "checking.h"
#include "client_link.h"
#include "pool.h"
#include "testbed.h"

/* Once in the hot loop that benchmarks use, once with a look at each byte. */
static void survive(const struct nfb_strategy *strategy,
		const struct nfb_region *region, uint64_t keep_bytes)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	nfb_testbed_access(&testbed, region);
	if (!nfb_may_truncate(&testbed, keep_bytes)) {
		nfb_check_access(&testbed, region);
		nfb_conclude(NFB_YES, "the client may not truncate a file that "
				"it has sealed");
	}
	nfb_testbed_access(&testbed, region);
	nfb_truncate(&testbed, NFB_TESTBED_BYTES);
	nfb_draw(&testbed, NFB_TESTBED_SEED);
	nfb_attach_anew(&testbed);
	EXPECT(nfb_check_access(&testbed, region).checksum == 0,
			"did not read the frame when it was attached anew");
	nfb_truncate(&testbed, keep_bytes);
	nfb_check_access(&testbed, region);
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
	survive(strategy, &nfb_whole, NFB_TESTBED_BYTES / 2);
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
	const struct nfb_region unaligned = { NFB_PAGE + 13,
		NFB_TESTBED_BYTES - 3 * NFB_PAGE, 1, NFB_TESTBED_BYTES };
	/* Its last words, and less than one, are the first that are lost. */
	const struct nfb_region tail = { 13, NFB_TESTBED_BYTES / 2 + 102,
		1, NFB_TESTBED_BYTES };

	(void)settings;
	survive(strategy, &tail, NFB_TESTBED_BYTES / 2);
	survive(strategy, &unaligned, NFB_TESTBED_BYTES / 2);
}

void nfb_try_hole_punch(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);
	uint64_t half = nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED,
			NFB_TESTBED_BYTES / 2);

	(void)settings;
	nfb_testbed_access(&testbed, &nfb_whole);
	REQUIRE(nfb_client_command(testbed.client, NFB_CLIENT_PUNCH,
				NFB_TESTBED_BYTES / 2) == 0);
	EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum == half,
			"did not read the hole as zeros");
}

/* The client asks for a larger pool than it has a file for. */
void nfb_try_past_sealed_end(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	const struct nfb_region beyond = { NFB_TESTBED_BYTES,
		NFB_TESTBED_BYTES, 1, NFB_TESTBED_BYTES };
	struct nfb_testbed testbed = { .strategy = strategy,
		.client = nfb_drawing_client(true) };
	int error;

	(void)settings;
	REQUIRE(nfb_pool_open(strategy, testbed.client->fd, NFB_TESTBED_BYTES,
				&testbed.pool) == 0);
	nfb_testbed_access(&testbed, &nfb_whole);
	error = nfb_pool_resize(testbed.pool, 2 * NFB_TESTBED_BYTES);
	if (error)
		nfb_conclude(NFB_YES, "the resize is refused: errno=%d",
				-error);
	EXPECT(nfb_testbed_access(&testbed, &beyond).checksum == 0,
			"read bytes that were never there");
}

void nfb_try_reads_zeros(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	nfb_truncate(&testbed, NFB_TESTBED_BYTES / 2);
	EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum
			== nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED,
				NFB_TESTBED_BYTES / 2),
			"did not read on over zeros");
}

void nfb_try_keeps_valid_pages(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	nfb_truncate(&testbed, NFB_TESTBED_BYTES / 2);
	nfb_testbed_access(&testbed, &nfb_whole);
	EXPECT(nfb_testbed_access(&testbed, &nfb_first_half).checksum
			== nfb_checksum_of(&nfb_first_half, NFB_TESTBED_SEED,
				NFB_TESTBED_BYTES),
			"the half that was left is gone too");
}

void nfb_try_tells_loss(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	EXPECT(!nfb_testbed_access(&testbed, &nfb_whole).lost,
			"told of a loss where there was none");
	nfb_truncate(&testbed, NFB_TESTBED_BYTES / 2);
	EXPECT(nfb_testbed_access(&testbed, &nfb_whole).lost, "was not told");
}

void nfb_try_sees_regrowth(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	nfb_truncate(&testbed, 0);
	nfb_testbed_access(&testbed, &nfb_whole);
	nfb_truncate(&testbed, NFB_TESTBED_BYTES);
	nfb_draw(&testbed, NFB_TESTBED_SEED + 1);
	EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum
			== nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED + 1,
				NFB_TESTBED_BYTES),
			"did not see what was drawn after the file grew back");
}
