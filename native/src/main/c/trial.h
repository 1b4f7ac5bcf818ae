/* SPDX-License-Identifier: MIT */
/*
 * A trial: a measurement whose parts C alone can time. To add one: a file like
 * timed.c, its structures in nofault_trials.h, and its row in trials.c.
 */
#ifndef NFB_TRIAL_H
#define NFB_TRIAL_H

#include <stddef.h>

#include "nofault_trials.h"

struct nfb_trial {
	const char *name;
	size_t setting_bytes; /* of its structures */
	size_t result_bytes;

	/* 0 or -errno; adds to RESULT. */
	int (*run)(const void *setting, void *result);
};

#endif
