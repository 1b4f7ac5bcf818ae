/* SPDX-License-Identifier: MIT */
/*
 * A measurement whose parts C alone can time. To add one: a file like
 * timed.c, its structures in nofault_measurements.h, and its row in
 * measurements.c.
 */
#ifndef NFB_MEASUREMENT_H
#define NFB_MEASUREMENT_H

#include <stddef.h>

#include "nofault_measurements.h"

struct nfb_measurement {
	const char *name;
	size_t setting_bytes; /* of its structures */
	size_t result_bytes;

	/* 0 or -errno; adds to RESULT. */
	int (*run)(const void *setting, void *result);
};

#endif
