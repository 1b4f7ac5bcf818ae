/* SPDX-License-Identifier: MIT */
/* One trial of one strategy: what is asked, how it is measured, how it ends. */
#ifndef NFB_ALONE_H
#define NFB_ALONE_H

#include <stdbool.h>

#include "nofault_trials.h"

enum nfb_alone_status {
	NFB_ALONE_FAILED = 1,
	NFB_ALONE_UNUSABLE = 2,
};

struct nfb_alone_trial;

struct nfb_alone_asked {
	int strategy; /* row of the registry */
	struct nfb_strategy_info info;
	const struct nfb_alone_trial *trial;
	uint64_t pool_bytes;
	uint64_t seed;
	uint64_t accesses; /* of a batch */
	uint64_t batches;
};

struct nfb_alone_trial {
	const char *name;
	/* Asks for one batch of frames from SEED on. */
	void (*batch)(const struct nfb_alone_asked *asked,
			struct nfb_client *client, struct nfb_pool *pool,
			uint64_t seed, struct nfb_timed *timed);
	bool needs_client;
	bool needs_pool;
};

/* Ends the process with one line on stderr. */
_Noreturn void nfb_alone_end(enum nfb_alone_status status,
		const char *format, ...) __attribute__((format(printf, 2, 3)));

/* From a command line; ends the process where it cannot be used. */
struct nfb_alone_asked nfb_alone_arguments(int argc, char **argv);

/* NULL for none of that name. */
const struct nfb_alone_trial *nfb_alone_trial_of(const char *name);

/* Prints what each batch took; ends the process where that fails. */
void nfb_alone_measure(const struct nfb_alone_asked *asked);

struct nfb_region nfb_alone_whole(const struct nfb_alone_asked *asked);

/* End the process where other bytes were read than had to be, or a loss was
 * not told of. */
void nfb_alone_check_fresh(const struct nfb_alone_asked *asked,
		const struct nfb_timed *timed);
void nfb_alone_check_recovered(const struct nfb_alone_asked *asked,
		const struct nfb_timed *timed);

#endif
