/* SPDX-License-Identifier: MIT */
/*
 * Doing something in the middle of an access: a read loop that first calls
 * a function of the experiment. One at a time in a thread.
 */
#ifndef NFB_HOOK_H
#define NFB_HOOK_H

#include "testbed.h"

/* BYTES are those that the access reads next: the pool's, or a copy. */
typedef void (*nfb_hook_fn)(void *argument, unsigned char *bytes);

/* One access of REGION, in which HOOK is called before the first byte. */
struct nfb_access nfb_access_around(const struct nfb_testbed *testbed,
		const struct nfb_region *region, nfb_hook_fn hook,
		void *argument);

#endif
