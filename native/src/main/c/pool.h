/* SPDX-License-Identifier: MIT */
/* Pools of files that are no client's, and of another size than they had. */
#ifndef NFB_POOL_H
#define NFB_POOL_H

#include "access.h"

/* Attaches SIZE bytes of FILE as STRATEGY does; 0 or -errno. */
int nfb_pool_open(const struct nfb_strategy *strategy, int file, uint64_t size,
		struct nfb_pool **pool);

/* Makes POOL SIZE bytes long, as wl_shm_pool.resize asks; 0, or -errno and the
 * pool as it was. No access may be in progress. */
int nfb_pool_resize(struct nfb_pool *pool, uint64_t size);

#endif
