/* SPDX-License-Identifier: MIT */
/* A client, and its file as one strategy has attached it. */
#ifndef NFB_FIXTURE_H
#define NFB_FIXTURE_H

#include "check.h"
#include "registry.h"

#define SEED UINT64_C(0xc0ffee)
/* Pools are made of blocks, which no page is smaller than: a whole number of
 * pages of any size up to 64 KiB, for tables that a constant has to size. */
#define BLOCK UINT64_C(4096)
#define POOL_BYTES (64 * BLOCK)

struct fixture {
	const struct nfb_strategy *strategy;
	int index;
	struct nfb_client *client;
	struct nfb_pool *pool;
};

/* A pool that holds the frame of SEED, or a skipped case. */
struct fixture set_up(const void *strategy);

void tear_down(struct fixture *fixture);

/* Attaches the client's file, again if need be. */
void attach(struct fixture *fixture);

struct nfb_client *start_client(bool sealed);

bool has(const struct fixture *fixture, enum nfb_trait trait);

/* What is read of a frame of which VALID_BYTES are left. */
uint64_t expected(const struct nfb_region *region, uint64_t seed,
		uint64_t valid_bytes);

/* One access. */
struct nfb_outcome read_once(struct fixture *fixture,
		const struct nfb_region *region);

/* A case that is put to every strategy that has the traits WITH and none of
 * WITHOUT (enum nfb_trait). */
struct conformance_case {
	const char *name;
	void (*run)(const void *strategy);
	int with;
	int without;
};

/* A sealed file is never shrunk, so its strategy has nothing to recover. */
#define RECOVERS NFB_SURVIVES_TRUNCATION, NFB_NEEDS_CLIENT

/* Puts them and returns main's exit status. */
int check_conformance(const struct conformance_case *cases, size_t count);

#endif
