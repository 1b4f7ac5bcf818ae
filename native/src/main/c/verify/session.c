/* SPDX-License-Identifier: MIT */
#include "session.h"

#include <stdio.h>
#include <string.h>

#include "registry.h"
#include "traits.h"

static bool passes(const struct nfb_filter *filter, const char *id)
{
	for (int i = 0; i < filter->count; i++)
		if (strcmp(filter->ids[i], id) == 0)
			return true;
	return filter->count == 0;
}

static const struct nfb_lack *lack_of(const struct nfb_strategy *strategy,
		enum nfb_trait property)
{
	for (const struct nfb_lack *lack = strategy->lacks; lack->why;
			lack++)
		if (lack->properties & (int)property)
			return lack;
	return NULL;
}

static const char *word(enum nfb_observed observed)
{
	return observed == NFB_YES ? "yes" : observed == NFB_NO ? "no"
		: "error";
}

/* The reason for a no is the declared one; what was seen follows it. */
bool nfb_report(int number, const struct nfb_strategy *strategy,
		const struct nfb_property *property,
		const struct nfb_observation *observation)
{
	const struct nfb_lack *lack = lack_of(strategy, property->trait);
	enum nfb_observed observed = observation->observed;
	bool repaired = lack && observed == NFB_YES
		&& strategy->is_known_version
		&& !strategy->is_known_version();
	bool as_declared = repaired || observed == (lack ? NFB_NO : NFB_YES);
	const char *declared = repaired
		? "the installed version has it, the known one does not: "
		: as_declared ? lack ? lack->why : ""
		: lack ? "declared no: " : "declared yes";
	bool more = observation->detail[0];

	printf("%s %d %s %s: %s%s%s%s%s%s\n", as_declared ? "ok" : "not ok",
			number, strategy->id,
			nfb_property_name(property->trait), word(observed),
			declared[0] || more ? " - " : "", declared,
			repaired || (!as_declared && lack) ? lack->why : "",
			declared[0] && more ? "; " : "", observation->detail);
	return as_declared;
}

/* Whether it is as declared, or skipped. */
static bool try(int number, const struct nfb_strategy *strategy,
		const struct nfb_property *property, const char *skip_reason,
		const struct nfb_settings *settings)
{
	struct nfb_observation observation = { NFB_SKIPPED, "" };

	if (!skip_reason[0]) {
		nfb_experiment(property, strategy, settings, &observation);
		skip_reason = observation.detail;
	}
	if (observation.observed != NFB_SKIPPED)
		return nfb_report(number, strategy, property, &observation);
	printf("ok %d %s %s # SKIP %s\n", number, strategy->id,
			nfb_property_name(property->trait), skip_reason);
	return true;
}

static int count(const struct nfb_filter *strategies,
		const struct nfb_filter *properties)
{
	const struct nfb_strategy *strategy;
	const struct nfb_property *property;
	int rows = 0, columns = 0;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		rows += passes(strategies, strategy->id);
	for (int i = 0; (property = nfb_property_at(i)); i++)
		columns += passes(properties, nfb_property_name(property->trait));
	return rows * columns;
}

/* NUMBER counts the cases on. */
static int try_strategy(int index, const struct nfb_filter *properties,
		const struct nfb_settings *settings, int *number)
{
	const struct nfb_strategy *strategy = nfb_registry_at(index);
	const struct nfb_property *property;
	struct nfb_strategy_info info;
	int failed = 0;

	nfb_strategy_at(index, &info);
	printf("# %s: %s\n", strategy->id, strategy->because);
	for (int i = 0; (property = nfb_property_at(i)); i++)
		if (passes(properties, nfb_property_name(property->trait)))
			failed += !try(++*number, strategy, property,
					info.skip_reason, settings);
	return failed;
}

int nfb_try_all(const struct nfb_filter *strategies,
		const struct nfb_filter *properties,
		const struct nfb_settings *settings)
{
	const struct nfb_strategy *strategy;
	int number = 0, failed = 0;

	printf("KTAP version 1\n1..%d\n", count(strategies, properties));
	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		if (passes(strategies, strategy->id))
			failed += try_strategy(i, properties, settings,
					&number);
	return failed;
}
