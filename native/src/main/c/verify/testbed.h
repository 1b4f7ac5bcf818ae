/* SPDX-License-Identifier: MIT */
/* What an experiment begins with: a client process, a frame, a pool. */
#ifndef NFB_TESTBED_H
#define NFB_TESTBED_H

#include "experiment.h"
#include "mapping.h"

#define NFB_PAGE ((uint64_t)nfb_page_bytes())
#define NFB_TESTBED_BYTES (64 * NFB_PAGE)
#define NFB_TESTBED_SEED UINT64_C(0xc0ffee)

/* Of a pool of NFB_TESTBED_BYTES; set before main. */
extern struct nfb_region nfb_whole, nfb_first_half;

struct nfb_testbed {
	const struct nfb_strategy *strategy;
	struct nfb_client *client;
	struct nfb_pool *pool;
};

/* The client has drawn the frame of NFB_TESTBED_SEED; it has sealed its file
 * where the strategy needs that. */
struct nfb_testbed nfb_testbed_open(const struct nfb_strategy *strategy);

/* BYTES of FILE as STRATEGY attaches it. Skips the experiment where this
 * machine refuses it, ends it as broken where something else fails. */
struct nfb_pool *nfb_attached(const struct nfb_strategy *strategy, int file,
		uint64_t bytes);

/* A client with a file of NFB_TESTBED_BYTES that has drawn. */
struct nfb_client *nfb_drawing_client(bool sealed);

/* The client draws the frame of SEED. */
void nfb_draw(const struct nfb_testbed *testbed, uint64_t seed);

/* The client truncates its file, or grows it again. Skips the experiment
 * where the file is sealed and nothing can be lost. */
void nfb_truncate(const struct nfb_testbed *testbed, uint64_t bytes);

/* The same, but false where the client may not. */
bool nfb_may_truncate(const struct nfb_testbed *testbed, uint64_t bytes);

/* One access, which must not fail. */
struct nfb_access nfb_testbed_access(const struct nfb_testbed *testbed,
		const struct nfb_region *region);

/* The same with a read loop of the experiment's own. */
struct nfb_access nfb_access_with(const struct nfb_testbed *testbed,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop);

/* What reading a frame gives of which only VALID_BYTES are left. */
uint64_t nfb_checksum_of(const struct nfb_region *region, uint64_t seed,
		uint64_t valid_bytes);

/* Detaches the pool and attaches the client's file again. */
void nfb_attach_anew(struct nfb_testbed *testbed);

#endif
