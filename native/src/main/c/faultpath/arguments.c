/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "faultpath/faultpath.h"
#include "number.h"

#define MOST_POOL_BYTES (UINT64_C(1) << 30)
#define MOST_ACCESSES 10000
#define MOST_BATCHES 1000

static uint64_t number(const char *name, const char *text, uint64_t most)
{
	uint64_t value;

	if (!nfb_parse_number(text, most, &value) || !value)
		nfb_faultpath_exit(NFB_FAULTPATH_UNUSABLE,
				"unusable argument: %s=%s", name, text);
	return value;
}

static void find_strategy(struct nfb_faultpath_options *options, const char *id)
{
	options->strategy = 0;
	while (!nfb_strategy_at(options->strategy, &options->info)
			&& strcmp(options->info.id, id))
		options->strategy++;
	if (strcmp(options->info.id, id))
		nfb_faultpath_exit(NFB_FAULTPATH_UNUSABLE,
				"unusable argument: strategy=%s; "
				"`nofault-verify --list` shows the strategies",
				id);
	if (options->info.skip_reason[0])
		nfb_faultpath_exit(NFB_FAULTPATH_UNUSABLE,
				"cannot run here: strategy=%s, reason=%s", id,
				options->info.skip_reason);
}

static const struct nfb_faultpath_measurement *find_measurement(
		const char *name)
{
	const struct nfb_faultpath_measurement *measurement =
			nfb_faultpath_measurement_of(name);

	if (!measurement)
		nfb_faultpath_exit(NFB_FAULTPATH_UNUSABLE,
				"unusable argument: measurement=%s; use "
				"recovery, read-fresh or hostile", name);
	return measurement;
}

struct nfb_faultpath_options nfb_faultpath_arguments(int argc, char **argv)
{
	static const struct option long_options[] = {
		{ "strategy", required_argument, NULL, 's' },
		{ "measurement", required_argument, NULL, 't' },
		{ "pool-bytes", required_argument, NULL, 'p' },
		{ "seed", required_argument, NULL, 'r' },
		{ "accesses", required_argument, NULL, 'a' },
		{ "batches", required_argument, NULL, 'b' },
		{ NULL, 0, NULL, 0 },
	};
	struct nfb_faultpath_options options = { .pool_bytes = UINT64_C(1920)
				* 1080 * 4,
		.seed = 1,
		.accesses = 4,
		.batches = 3 };
	int option;

	while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
		switch (option) {
		case 's':
			find_strategy(&options, optarg);
			break;
		case 't':
			options.measurement = find_measurement(optarg);
			break;
		case 'p':
			options.pool_bytes = number("pool-bytes", optarg,
					MOST_POOL_BYTES);
			break;
		case 'r':
			options.seed = number("seed", optarg, UINT64_MAX);
			break;
		case 'a':
			options.accesses = number("accesses", optarg,
					MOST_ACCESSES);
			break;
		case 'b':
			options.batches =
					number("batches", optarg, MOST_BATCHES);
			break;
		default:
			exit(NFB_FAULTPATH_UNUSABLE); /* getopt has said why */
		}
	if (optind < argc || !options.measurement || !options.info.id[0])
		nfb_faultpath_exit(NFB_FAULTPATH_UNUSABLE,
				"give --strategy and --measurement, and no "
				"other words");
	return options;
}
