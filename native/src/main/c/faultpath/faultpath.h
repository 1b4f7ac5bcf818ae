/* SPDX-License-Identifier: MIT */
/* One measurement of one strategy: what is asked, how it is measured, how it
 * ends. */
#ifndef NFB_FAULTPATH_H
#define NFB_FAULTPATH_H

#include <stdbool.h>

#include "nofault_measurements.h"

enum nfb_faultpath_status {
	NFB_FAULTPATH_FAILED = 1,
	NFB_FAULTPATH_UNUSABLE = 2,
};

struct nfb_faultpath_measurement;

struct nfb_faultpath_options {
	int strategy; /* row of the registry */
	struct nfb_strategy_info info;
	const struct nfb_faultpath_measurement *measurement;
	uint64_t pool_bytes;
	uint64_t seed;
	uint64_t accesses; /* of a batch */
	uint64_t batches;
};

struct nfb_faultpath_measurement {
	const char *name;
	/* Asks for one batch of frames from SEED on. */
	void (*batch)(const struct nfb_faultpath_options *options,
			struct nfb_client *client, struct nfb_pool *pool,
			uint64_t seed, struct nfb_timed *timed);
	bool needs_client;
	bool needs_pool;
};

/* Ends the process with one line on stderr. */
_Noreturn void nfb_faultpath_exit(enum nfb_faultpath_status status,
		const char *format, ...) __attribute__((format(printf, 2, 3)));

/* From a command line; ends the process where it cannot be used. */
struct nfb_faultpath_options nfb_faultpath_arguments(int argc, char **argv);

/* NULL for none of that name. */
const struct nfb_faultpath_measurement *nfb_faultpath_measurement_of(
		const char *name);

/* Prints what each batch took; ends the process where that fails. */
void nfb_faultpath_measure(const struct nfb_faultpath_options *options);

struct nfb_region nfb_faultpath_whole(
		const struct nfb_faultpath_options *options);

/* End the process where other bytes were read than had to be, or a loss was
 * not told of. */
void nfb_faultpath_check_fresh(const struct nfb_faultpath_options *options,
		const struct nfb_timed *timed);
void nfb_faultpath_check_recovered(const struct nfb_faultpath_options *options,
		const struct nfb_timed *timed);

#endif
