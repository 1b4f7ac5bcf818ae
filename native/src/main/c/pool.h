/* SPDX-License-Identifier: MIT */
/* What the library itself does with pools beside what it exports. */
#ifndef NFB_POOL_H
#define NFB_POOL_H

#include "access.h"

/* A pool of SIZE bytes of FILE whose strategy's attach is still to be called,
 * by a caller who times it; 0 or -errno. */
int nfb_pool_connect(const struct nfb_strategy *strategy, int file,
		uint64_t size, struct nfb_pool **pool);

/* Ends a pool whose strategy's detach has been called; 0 or -errno. */
int nfb_pool_disconnect(struct nfb_pool *pool);

/* Attaches SIZE bytes of FILE as STRATEGY does; 0 or -errno. */
int nfb_pool_open(const struct nfb_strategy *strategy, int file, uint64_t size,
		struct nfb_pool **pool);

/*
 * Whether ERROR of an attach or an access says that this machine refuses
 * STRATEGY although its probe found nothing: memory that may not be locked is
 * an ordinary user's for all processes together (RLIMIT_MEMLOCK). Then REASON
 * says so, in one line.
 */
bool nfb_is_refused_late(const struct nfb_strategy *strategy, int error,
		char *reason, size_t length);

/* One access with the `sum` loop; 0 or -errno. */
static inline int nfb_access_once(struct nfb_pool *pool,
		const struct nfb_region *region, struct nfb_access *access)
{
	*access = (struct nfb_access){ 0, false };
	return pool->strategy->read_once(pool, region, nfb_sum_loop(),
			access);
}

/* Makes POOL SIZE bytes long, as wl_shm_pool.resize asks; 0, or -errno and the
 * pool as it was. No access may be in progress. */
int nfb_pool_resize(struct nfb_pool *pool, uint64_t size);

#endif
