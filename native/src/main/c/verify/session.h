/* SPDX-License-Identifier: MIT */
/* A run of experiments, reported as KTAP (Documentation/dev-tools/ktap.rst). */
#ifndef NFB_SESSION_H
#define NFB_SESSION_H

#include "experiment.h"

/* Ids that are wanted; none stands for all. */
struct nfb_filter {
	const char *ids[64];
	int count;
};

/* Prints the line of one case; whether it is as declared. */
bool nfb_report(int number, const struct nfb_strategy *strategy,
		const struct nfb_property *property,
		const struct nfb_observation *observation);

/* Tries the wanted properties of the wanted strategies. Returns how many were
 * not as declared, or could not be tried. */
int nfb_try_all(const struct nfb_filter *strategies,
		const struct nfb_filter *properties,
		const struct nfb_settings *settings);

#endif
