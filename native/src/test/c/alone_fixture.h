/* SPDX-License-Identifier: MIT */
/* nofault-alone in a process of its own, asked for little. */
#ifndef NFB_ALONE_FIXTURE_H
#define NFB_ALONE_FIXTURE_H

#include "alone/alone.h"
#include "check.h"
#include "process.h"

/* With one further option, or none. */
const struct ended *alone_run(const char *strategy, const char *trial,
		const char *name, const char *value);

/* With STATUS, one line that says WHY, and no figure. */
void alone_ends_with(const struct ended *ended, int status, const char *why);

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

#endif
