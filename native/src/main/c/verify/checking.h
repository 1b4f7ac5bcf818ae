/* SPDX-License-Identifier: MIT */
/* Accesses that look at every byte instead of summing. */
#ifndef NFB_CHECKING_H
#define NFB_CHECKING_H

#include "testbed.h"

/*
 * One access of one run of bytes. Ends the experiment with a no where a byte is
 * neither that of the frame of NFB_TESTBED_SEED nor zero; the access's checksum
 * is the number of words that are not the frame's.
 */
struct nfb_access nfb_check_access(const struct nfb_testbed *testbed,
		const struct nfb_region *region);

#endif
