/* SPDX-License-Identifier: MIT */
/*
 * The proposal itself: a private mapping for which the kernel supplies zero
 * pages where it would have sent the signal. No begin, no end, no handler.
 * How it is asked for is nofault_interface.c's to find out.
 */
#include <errno.h>
#include <stdio.h>
#include <sys/mman.h>

#include "mapping.h"
#include "nofault_interface.h"

static int probe(char *remark, size_t length)
{
	const struct nfb_nofault_interface *interface =
			nfb_nofault_interface(remark, length);

	if (!interface)
		return -EOPNOTSUPP;
	snprintf(remark, length, "asked for by %s, which a fault in a child "
			"proved", interface->name);
	return 0;
}

static int attach(struct nfb_pool *pool)
{
	const struct nfb_nofault_interface *interface =
			nfb_nofault_interface(NULL, 0);
	/* The flag of 2021 is accepted for a file of huge pages, whose faults do
	 * not look at it. */
	int error = nfb_check_replaceable(pool);
	void *base;

	if (error)
		return error;
	if (!interface)
		return -EOPNOTSUPP;
	base = nfb_nofault_map(interface, pool->size, pool->fd);
	if (base == MAP_FAILED)
		return -errno;
	pool->base = base;
	return 0;
}

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_nofault_private = {
	.id = "nofault-private",
	.name = "No-fault, private",
	.summary = "a private mapping that a patched kernel is asked to fill "
		"with zero pages instead of sending the signal",
	.family = NFB_FAMILY_NOFAULT,
	.labels = NFB_NEEDS_KERNEL_PATCH,
	.because = "the kernel supplies a zero page where it would have sent "
		"the signal",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_TELLS_LOSS | NFB_TELLS_SECOND_READER,
			"a zero page looks like any other" },
		{ NFB_SEES_REGROWTH,
			"the zero page stays until the pool is attached anew" },
		{ NFB_NEEDS_SHARED_MAPPING, "it is mapped privately, to read" },
	},
	.probe = probe,
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
