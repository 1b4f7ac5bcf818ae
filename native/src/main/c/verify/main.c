/* SPDX-License-Identifier: MIT */
/*
 * nofault-verify: puts every property of every strategy to the test and holds
 * what it observes against what the strategy declares. Prints KTAP; exits 0
 * where nothing differs, 1 where something does or could not be tried, 2 where
 * it was asked for nonsense.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "find_client.h"
#include "number.h"
#include "registry.h"
#include "session.h"
#include "traits.h"
#include "strategy_library.h"

#define DEFAULT_RECOVERIES 2000
#define TIME_LIMIT_S 30

static bool is_strategy(const char *id)
{
	const struct nfb_strategy *strategy;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		if (strcmp(strategy->id, id) == 0)
			return true;
	return false;
}

static bool is_property(const char *id)
{
	const struct nfb_property *property;

	for (int i = 0; (property = nfb_property_at(i)); i++)
		if (strcmp(nfb_property_name(property->trait), id) == 0)
			return true;
	return false;
}

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

_Noreturn static void refuse(const char *name, const char *value)
{
	fprintf(stderr, "nofault-verify: unusable argument: %s=%s; --list "
			"shows strategies and properties\n", name, value);
	exit(2);
}

static void add(struct nfb_filter *filter, const char *name, const char *id,
		bool known)
{
	if (!known || filter->count == COUNT(filter->ids))
		refuse(name, id);
	filter->ids[filter->count++] = id;
}

static uint64_t number_of(const char *name, const char *text)
{
	uint64_t number;

	if (!nfb_parse_number(text, UINT64_MAX, &number))
		refuse(name, text);
	return number;
}

_Noreturn static void list(void)
{
	const struct nfb_strategy *strategy;
	const struct nfb_property *property;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		printf("strategy %s\n", strategy->id);
	for (int i = 0; (property = nfb_property_at(i)); i++)
		printf("property %s\n", nfb_property_name(property->trait));
	exit(0);
}

struct request {
	struct nfb_filter strategies, properties;
	struct nfb_settings settings;
};

static void take(struct request *request, int option, const char *value)
{
	switch (option) {
	case 's':
		add(&request->strategies, "strategy", value,
				is_strategy(value));
		break;
	case 'p':
		add(&request->properties, "property", value,
				is_property(value));
		break;
	case 'r':
		request->settings.recoveries = number_of("recoveries", value);
		break;
	case 'n':
		request->settings.seed = number_of("seed", value);
		break;
	case 'l':
		list();
	default:
		exit(2);
	}
}

int main(int argc, char **argv)
{
	static const struct option long_options[] = {
		{ "strategy", required_argument, NULL, 's' },
		{ "property", required_argument, NULL, 'p' },
		{ "recoveries", required_argument, NULL, 'r' },
		{ "seed", required_argument, NULL, 'n' },
		{ "list", no_argument, NULL, 'l' },
		{ NULL, 0, NULL, 0 },
	};
	static struct request request = {
		.settings = {
			.recoveries = DEFAULT_RECOVERIES,
			.seed = 1,
			.limit_s = TIME_LIMIT_S,
		},
	};
	int option;

	argc = nfb_take_strategy_libraries("nofault-verify", argc, argv);
	while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
		take(&request, option, optarg);
	if (optind < argc)
		refuse("argument", argv[optind]);
	nfb_find_client();
	setvbuf(stdout, NULL, _IOLBF, 0);
	return nfb_try_all(&request.strategies, &request.properties,
			&request.settings) ? 1 : 0;
}
