/* SPDX-License-Identifier: MIT */
#include <errno.h>
#include <getopt.h>
#include <stdlib.h>
#include <string.h>

#include "alone/alone.h"

#define MOST_POOL_BYTES (UINT64_C(1) << 30)
#define MOST_ACCESSES 10000
#define MOST_BATCHES 1000

static uint64_t number(const char *name, const char *text, uint64_t most)
{
	char *rest;
	uint64_t value;

	errno = 0;
	value = strtoull(text, &rest, 10);
	if (*text < '0' || *text > '9' || *rest || errno || !value
			|| value > most)
		nfb_alone_end(NFB_ALONE_UNUSABLE,
				"unusable argument: %s=%s", name, text);
	return value;
}

static void find_strategy(struct nfb_alone_asked *asked, const char *id)
{
	asked->strategy = 0;
	while (!nfb_strategy_at(asked->strategy, &asked->info)
			&& strcmp(asked->info.id, id))
		asked->strategy++;
	if (strcmp(asked->info.id, id))
		nfb_alone_end(NFB_ALONE_UNUSABLE,
				"unusable argument: strategy=%s; `nofault-verify "
				"--list` shows the strategies", id);
	if (asked->info.skip_reason[0])
		nfb_alone_end(NFB_ALONE_UNUSABLE,
				"cannot run here: strategy=%s, reason=%s", id,
				asked->info.skip_reason);
}

static const struct nfb_alone_trial *find_trial(const char *name)
{
	const struct nfb_alone_trial *trial = nfb_alone_trial_of(name);

	if (!trial)
		nfb_alone_end(NFB_ALONE_UNUSABLE,
				"unusable argument: trial=%s; "
				"use recovery, read-fresh or hostile", name);
	return trial;
}

struct nfb_alone_asked nfb_alone_arguments(int argc, char **argv)
{
	static const struct option options[] = {
		{ "strategy", required_argument, NULL, 's' },
		{ "trial", required_argument, NULL, 't' },
		{ "pool-bytes", required_argument, NULL, 'p' },
		{ "seed", required_argument, NULL, 'r' },
		{ "accesses", required_argument, NULL, 'a' },
		{ "batches", required_argument, NULL, 'b' },
		{ NULL, 0, NULL, 0 },
	};
	struct nfb_alone_asked asked = { .pool_bytes = UINT64_C(1920) * 1080 * 4,
		.seed = 1, .accesses = 4, .batches = 3 };
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (option) {
		case 's':
			find_strategy(&asked, optarg);
			break;
		case 't':
			asked.trial = find_trial(optarg);
			break;
		case 'p':
			asked.pool_bytes = number("pool-bytes", optarg,
					MOST_POOL_BYTES);
			break;
		case 'r':
			asked.seed = number("seed", optarg, UINT64_MAX);
			break;
		case 'a':
			asked.accesses = number("accesses", optarg,
					MOST_ACCESSES);
			break;
		case 'b':
			asked.batches = number("batches", optarg, MOST_BATCHES);
			break;
		default:
			exit(NFB_ALONE_UNUSABLE); /* getopt has said why */
		}
	if (optind < argc || !asked.trial || !asked.info.id[0])
		nfb_alone_end(NFB_ALONE_UNUSABLE,
				"give --strategy and --trial, and no other words");
	return asked;
}
