/* SPDX-License-Identifier: MIT */
/* Was what the trial read what it had to read? */
#include "alone/alone.h"
#include "pair/expected.h"

struct nfb_region nfb_alone_whole(const struct nfb_alone_asked *asked)
{
	return (struct nfb_region){ 0, asked->pool_bytes, 1,
		asked->pool_bytes, 0, 0 };
}

/* Arithmetic for a frame takes longer than reading it, so that the batch that
 * warms up is checked for all. */
void nfb_alone_check_fresh(const struct nfb_alone_asked *asked,
		const struct nfb_timed *timed)
{
	const struct nfb_region region = nfb_alone_whole(asked);
	uint64_t expected = 0;

	for (uint64_t i = 0; i < asked->accesses; i++)
		expected = 31 * expected + nfb_expected_checksum(&region,
				asked->seed + i);
	if (timed->outcome.checksum != expected)
		nfb_alone_end(NFB_ALONE_FAILED,
				"wrong bytes were read: strategy=%s, checksum=%llx, "
				"expected=%llx", asked->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)expected);
}

void nfb_alone_check_recovered(const struct nfb_alone_asked *asked,
		const struct nfb_timed *timed)
{
	bool tells = asked->info.traits & NFB_TELLS_LOSS;

	/* Zeros and an abandoned access have the same checksum, which is 0. */
	if (timed->outcome.checksum || timed->outcome.lost_accesses
			!= (tells ? asked->accesses : 0))
		nfb_alone_end(NFB_ALONE_FAILED,
				"wrong bytes or a loss untold: strategy=%s, "
				"checksum=%llx, lost_accesses=%llu, of=%llu",
				asked->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)timed->outcome.lost_accesses,
				(unsigned long long)asked->accesses);
}
