/* SPDX-License-Identifier: MIT */
/* nofault-faultpath in a process of its own, asked for little. */
#ifndef NFB_FAULTPATH_FIXTURE_H
#define NFB_FAULTPATH_FIXTURE_H

#include "faultpath/faultpath.h"
#include "check.h"
#include "process.h"

/* With one further option, or none. */
const struct ended *faultpath_run(const char *strategy, const char *measurement,
		const char *name, const char *value);

/* With STATUS, one line that says WHY, and no figure. */
void faultpath_ends_with(
		const struct ended *ended, int status, const char *why);

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

#endif
