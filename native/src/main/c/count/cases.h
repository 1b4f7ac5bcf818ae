/* SPDX-License-Identifier: MIT */
/* What is counted of a strategy. */
#ifndef NFB_COUNT_CASES_H
#define NFB_COUNT_CASES_H

#include "access.h"

struct nfb_count_setting {
	uint64_t bytes; /* of the pool, and of what an access reads of it */
	uint64_t tries; /* of which the least counts */
};

struct nfb_count_case {
	const char *id;
	const char *what;
	/* Properties that a strategy has to have. */
	int needs;
	/* Instructions of the access, less those of reading the clock; 0 or
	 * -errno. */
	int (*count)(const struct nfb_strategy *strategy,
			const struct nfb_count_setting *setting,
			uint64_t *instructions);
};

/* Row INDEX, NULL past the end. */
const struct nfb_count_case *nfb_count_case_at(int index);

#endif
