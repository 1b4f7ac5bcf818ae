/* SPDX-License-Identifier: MIT */
/* Was what the measurement read what it had to read? */
#include "faultpath/faultpath.h"
#include "pair/expected.h"

struct nfb_region nfb_faultpath_whole(
		const struct nfb_faultpath_options *options)
{
	return (struct nfb_region){ 0, options->pool_bytes, 1,
		options->pool_bytes, 0, 0 };
}

/* Arithmetic for a frame takes longer than reading it, so that the batch that
 * warms up is checked for all. */
void nfb_faultpath_check_fresh(const struct nfb_faultpath_options *options,
		const struct nfb_timed *timed)
{
	const struct nfb_region region = nfb_faultpath_whole(options);
	uint64_t expected = 0;

	for (uint64_t i = 0; i < options->accesses; i++)
		expected = 31 * expected + nfb_expected_checksum(&region,
				options->seed + i);
	if (timed->outcome.checksum != expected)
		nfb_faultpath_exit(NFB_FAULTPATH_FAILED,
				"wrong bytes were read: strategy=%s, "
				"checksum=%llx, expected=%llx",
				options->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)expected);
}

void nfb_faultpath_check_recovered(const struct nfb_faultpath_options *options,
		const struct nfb_timed *timed)
{
	bool tells = options->info.traits & NFB_TELLS_LOSS;

	/* Zeros and an abandoned access have the same checksum, which is 0. */
	if (timed->outcome.checksum || timed->outcome.lost_accesses
			!= (tells ? options->accesses : 0))
		nfb_faultpath_exit(NFB_FAULTPATH_FAILED,
				"wrong bytes or a loss untold: strategy=%s, "
				"checksum=%llx, lost_accesses=%llu, of=%llu",
				options->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)
						timed->outcome.lost_accesses,
				(unsigned long long)options->accesses);
}
