/* SPDX-License-Identifier: MIT */
/* What an access must give, worked out from the seed of the frame alone. */
#ifndef NFB_EXPECTED_H
#define NFB_EXPECTED_H

#include "access.h"

/* The checksum of `sum` (sum.h), in plain code that shares none with it. */
uint64_t nfb_expected_checksum(const struct nfb_region *region, uint64_t seed);

/* Where the first byte is that KERNEL (enum nfb_read_loop_id) should not have
 * left in STAGING, whose bytes were all BACKDROP before; -1 where there is
 * none. */
int64_t nfb_first_difference(const struct nfb_region *region, uint64_t seed,
		int loop, unsigned char backdrop,
		const unsigned char *upload);

#endif
