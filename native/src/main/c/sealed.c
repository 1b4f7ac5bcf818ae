/* SPDX-License-Identifier: MIT */
/*
 * No guard at all, because the client gave up the power to shrink its file:
 * F_SEAL_SHRINK holds for the life of the file. The seal does not say how
 * long the file is, and a mapping that reaches past its end faults however
 * well it is sealed, so the length is checked with it, at every attach: a
 * check made once for the pool's first size is a hole after a resize.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>

#include "mapping.h"

static bool is_safe(const struct nfb_pool *pool)
{
	int seals = fcntl(pool->fd, F_GET_SEALS);
	struct stat file;

	return seals >= 0 && seals & F_SEAL_SHRINK
		&& fstat(pool->fd, &file) == 0
		&& (uint64_t)file.st_size >= pool->size;
}

static int attach(struct nfb_pool *pool)
{
	/* The seal permits holes; one in a file of huge pages cannot be filled
	 * where the system has none left. */
	int error = nfb_check_replaceable(pool);

	if (error)
		return error;
	return is_safe(pool) ? nfb_map_shared(pool) : -EPERM;
}

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_sealed = {
	.id = "sealed",
	.name = "Sealed memfd",
	.summary = "seal and size checked at attach, then unguarded; "
		"the client must have sealed its file",
	.family = NFB_FAMILY_SEALED,
	.labels = NFB_NEEDS_CLIENT,
	.because = "the kernel refuses the truncation of a sealed file, and a "
		"file that is not sealed or too short is refused at attach",
	.lacks = { NFB_CHARGED_FOR_HOLES },
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
