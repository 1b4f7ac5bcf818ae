/* SPDX-License-Identifier: MIT */
#include "hook.h"

#include <stddef.h>

static _Thread_local nfb_hook_fn hook;
static _Thread_local void *argument;

/* The hook is taken off first: it may make an access of its own. Among the
 * read loops, because guard-fixup knows its way back through those only; the
 * hook itself is not. */
NFB_READ_LOOP
static void add(struct nfb_accumulator *acc, const void *bytes, size_t length)
{
	nfb_hook_fn once = hook;

	hook = NULL;
	if (once)
		once(argument, (unsigned char *)bytes);
	nfb_sum_loop()->add(acc, bytes, length);
}

static uint64_t result(const struct nfb_accumulator *acc)
{
	return nfb_sum_loop()->result(acc);
}

struct nfb_access nfb_access_around(const struct nfb_testbed *testbed,
		const struct nfb_region *region, nfb_hook_fn called,
		void *with)
{
	static const struct nfb_read_loop hooked = {
		.instruction_set = "hooked", .add = add, .result = result
	};

	hook = called;
	argument = with;
	return nfb_access_with(testbed, region, &hooked);
}
