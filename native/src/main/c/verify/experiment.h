/* SPDX-License-Identifier: MIT */
/*
 * One experiment: a function that puts one property of one strategy to the
 * test, in a process of its own, so that it may die or hang of it.
 */
#ifndef NFB_EXPERIMENT_H
#define NFB_EXPERIMENT_H

#include "access.h"

enum nfb_observed {
	NFB_YES,
	NFB_NO,
	NFB_SKIPPED, /* cannot be tried here, or makes no sense */
	NFB_BROKEN,  /* the experiment itself failed */
};

/* What came of one; DETAIL is one line, also of a yes where it says more. */
struct nfb_observation {
	enum nfb_observed observed;
	char detail[256];
};

/* Parameters of all experiments. */
struct nfb_settings {
	uint64_t recoveries; /* that an attacker must have caused */
	uint64_t seed;       /* of what is random */
	unsigned limit_s;    /* of an experiment, beside its recoveries */
};

struct nfb_property {
	enum nfb_trait trait;
	/* Concludes, or returns for a yes, or dies. */
	void (*try)(const struct nfb_strategy *strategy,
			const struct nfb_settings *settings);
	/* Death by SIGBUS is the yes. */
	bool dies;
};

/* Row INDEX, NULL past the end. */
const struct nfb_property *nfb_property_at(int index);

/* Runs PROPERTY's experiment in a child with a time limit. */
void nfb_experiment(const struct nfb_property *property,
		const struct nfb_strategy *strategy,
		const struct nfb_settings *settings,
		struct nfb_observation *observation);

/* In an experiment, of any thread: ends it. */
_Noreturn void nfb_conclude(enum nfb_observed observed, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Ends the experiment with a no unless CONDITION; the rest says why. */
#define EXPECT(condition, ...) \
	do { \
		if (!(condition)) \
			nfb_conclude(NFB_NO, __VA_ARGS__); \
	} while (0)

/* Ends it as broken: what is required has to do with no strategy. */
#define REQUIRE(condition) \
	do { \
		if (!(condition)) \
			nfb_conclude(NFB_BROKEN, "%s:%d: not true: %s", \
					__FILE__, __LINE__, #condition); \
	} while (0)

#endif
