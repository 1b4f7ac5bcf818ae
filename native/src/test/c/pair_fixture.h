/* SPDX-License-Identifier: MIT */
/* Two strategies that are to take turns. */
#ifndef NFB_PAIR_FIXTURE_H
#define NFB_PAIR_FIXTURE_H

#include "fixture.h"
#include "pair/pair.h"
#include "process.h"

/* Of the whole of a small pool, for a millisecond. */
struct nfb_pair_options pair_asked_of(const char *a, const char *b);

/* Measures in a process of its own. */
const struct ended *pair_run(const struct nfb_pair_options *options);

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

#endif
