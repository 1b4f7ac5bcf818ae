/* SPDX-License-Identifier: MIT */
/* A library that has to be refused, for the reason that the build defines. */
#include "nofault_strategy.h"

#ifndef ID
#define ID "unusable"
#endif
#ifndef NAME
#define NAME "Unusable"
#endif
#ifndef PROPERTY
#define PROPERTY "tells-loss"
#endif
#ifndef WHY
#define WHY "nobody asks it"
#endif
#ifndef FAMILY
#define FAMILY NOFAULT_GUARD
#endif
#ifndef ABI
#define ABI NOFAULT_STRATEGY_ABI
#endif
#ifndef BYTES
#define BYTES sizeof(struct nofault_strategy)
#endif
#ifndef COUNT
#define COUNT sizeof(strategies) / sizeof(strategies[0])
#endif
#ifndef ARRAY
#define ARRAY strategies
#endif
#ifndef MAP
#define MAP map
#endif

static int map(int fd, size_t size, void **pool)
{
	(void)fd;
	(void)size;
	(void)pool;
	return -ENOSYS;
}

static void unmap(void *pool)
{
	(void)pool;
}

static inline const void *begin(void *pool, struct nofault_access *access)
{
	(void)access;
	return pool;
}

static inline bool end(void *pool, struct nofault_access *access)
{
	(void)pool;
	(void)access;
	return false;
}

NOFAULT_ACCESSES(access_pool, begin, end)

#define STRATEGY(id_) { \
	.id = id_, .name = NAME, .summary = "not usable", .because = "of it", \
	.lacks = { { PROPERTY, WHY } }, .family = FAMILY, .map = MAP, \
	.unmap = unmap, .access = access_pool }

static const struct nofault_strategy strategies[] = {
	STRATEGY("usable"),
	STRATEGY(ID),
};

#ifndef NO_SYMBOL
const struct nofault_strategies nofault_strategies = { ABI, BYTES, COUNT,
	ARRAY };
#endif

int (*volatile keep)(int fd, size_t size, void **pool) = map;
const void *volatile keep_strategies = strategies;
