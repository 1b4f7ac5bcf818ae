/* SPDX-License-Identifier: MIT */
/*
 * nofault-pair: times two strategies that take turns on one client's file, and
 * prints what they took in every cycle; or one strategy alone, block by block.
 * Exits 1 where the measurement failed, 2 where it was asked for what cannot be
 * measured. By hand:
 *
 *   nofault-pair --a guard-pool --b nofault-emulated --pool-bytes 8294400
 *   nofault-pair --a guard-huge-tail --b guard-pool --measure recovery
 *   nofault-pair --a copy-pread --measure attack
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "find_client.h"
#include "number.h"
#include "pair.h"
#include "registry.h"
#include "strategy_library.h"
#include "sum.h"

#define MOST_POOL_BYTES (UINT64_C(1) << 30)
#define MOST_MEASURE_MS 600000
#define MOST_SLOWDOWN_PPM 1000000

static const char *const loops[] = {
	[NFB_LOOP_SUM] = "sum",
	[NFB_LOOP_COPY] = "copy",
	[NFB_LOOP_COPY_STREAM] = "copy-stream",
	[NFB_LOOP_MEMCPY] = "memcpy",
	[NFB_LOOP_BLEND] = "blend",
	[NFB_LOOP_PIXMAN] = "pixman",
};

_Noreturn static void refuse(const char *name, const char *value)
{
	nfb_pair_exit(NFB_PAIR_UNUSABLE, "unusable argument: %s=%s; `nofault-"
			"verify --list` shows the strategies", name, value);
}

static uint64_t number(const char *name, const char **text)
{
	const char *all = *text;
	uint64_t value;

	if (!nfb_take_number(text, &value))
		refuse(name, all);
	return value;
}

static uint64_t number_up_to(const char *name, const char *text, uint64_t most)
{
	uint64_t value;

	if (!nfb_parse_number(text, most, &value))
		refuse(name, text);
	return value;
}

/* OFFSET,ROW_BYTES,ROWS,STRIDE,MORE_RECTANGLES,RECTANGLE_STRIDE */
static struct nfb_region region_of(const char *text)
{
	uint64_t field[6];
	const char *at = text;

	for (int i = 0; i < 6; i++) {
		field[i] = number("region", &at);
		if (*at++ != (i < 5 ? ',' : '\0'))
			refuse("region", text);
	}
	return (struct nfb_region){ field[0], field[1], field[2], field[3],
		field[4], field[5] };
}

static int loop_of(const char *id)
{
	for (int i = 0; i < (int)(sizeof(loops) / sizeof(loops[0])); i++)
		if (strcmp(loops[i], id) == 0)
			return i;
	refuse("read-loop", id);
}

static const struct nfb_pair_kind *kind_of(const char *name)
{
	const struct nfb_pair_kind *kind;

	for (int i = 0; (kind = nfb_pair_kind_at(i)); i++)
		if (strcmp(kind->name, name) == 0)
			return kind;
	nfb_pair_exit(NFB_PAIR_UNUSABLE, "unusable argument: measure=%s; use "
			"one of read, latency, fresh, recovery, attack, "
			"lifecycle", name);
}

/* A strategy that this machine runs. */
static const struct nfb_strategy *strategy_of(const char *id)
{
	const struct nfb_strategy *strategy;
	struct nfb_strategy_info info;
	int i = 0;

	while ((strategy = nfb_registry_at(i)) && strcmp(strategy->id, id))
		i++;
	if (!strategy)
		refuse("strategy", id);
	nfb_strategy_at(i, &info);
	if (info.skip_reason[0])
		nfb_pair_exit(NFB_PAIR_UNUSABLE,
				"cannot run here: strategy=%s, reason=%s",
				id, info.skip_reason);
	return strategy;
}

static void check_loop(int id)
{
	const char *missing;

	if (!nfb_read_loop_of(id, &missing))
		nfb_pair_exit(NFB_PAIR_UNUSABLE,
				"cannot run here: read_loop=%s, reason=%s",
				loops[id], missing);
}

static void take(
		struct nfb_pair_options *options, int option, const char *value)
{
	switch (option) {
	case 'a':
	case 'b':
		options->strategy[option - 'a'] = strategy_of(value);
		break;
	case 'k':
		options->loop = loop_of(value);
		break;
	case 't':
		options->kind = kind_of(value);
		break;
	case 'n':
		options->processes = (int)number_up_to("processes", value, 2);
		break;
	case 'r':
		options->region = region_of(value);
		break;
	case 'p':
		options->pool_bytes = number_up_to("pool-bytes", value,
				MOST_POOL_BYTES);
		break;
	case 's':
		options->seed = number_up_to("seed", value, UINT64_MAX);
		break;
	case 'm':
		options->measure_ns = 1000000 * number_up_to("measure-ms",
				value, MOST_MEASURE_MS);
		break;
	case 'P':
		options->slowdown_ppm = number_up_to("slowdown-ppm", value,
				MOST_SLOWDOWN_PPM);
		break;
	default:
		exit(NFB_PAIR_UNUSABLE);
	}
}

static void parse(int argc, char **argv, struct nfb_pair_options *options)
{
	static const struct option long_options[] = {
		{ "a", required_argument, NULL, 'a' },
		{ "b", required_argument, NULL, 'b' },
		{ "measure", required_argument, NULL, 't' },
		{ "processes", required_argument, NULL, 'n' },
		{ "read-loop", required_argument, NULL, 'k' },
		{ "region", required_argument, NULL, 'r' },
		{ "pool-bytes", required_argument, NULL, 'p' },
		{ "seed", required_argument, NULL, 's' },
		{ "measure-ms", required_argument, NULL, 'm' },
		/* For tests: makes A slower, and every line say so. */
		{ "slowdown-ppm", required_argument, NULL, 'P' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "", long_options, NULL)) != -1)
		take(options, option, optarg);
	if (optind < argc)
		refuse("argument", argv[optind]);
}

/* Kinds that make losses, or new pools, read all of them; only an access that
 * nothing but reading is part of may be another loop's. */
static void check_kind(const struct nfb_pair_options *options,
		bool region_given)
{
	const struct nfb_pair_kind *kind = options->kind;

	for (int i = 0; i < 2; i++) {
		const struct nfb_strategy *strategy = options->strategy[i];
		const char *why = strategy && kind->refusal
			? kind->refusal(strategy) : NULL;

		if (why)
			nfb_pair_exit(NFB_PAIR_UNUSABLE, "cannot be asked "
					"for: measure=%s, strategy=%s, "
					"reason=%s", kind->name, strategy->id,
					why);
	}
	if (kind != nfb_pair_kind_at(0) && options->loop != NFB_LOOP_SUM)
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "measure=%s reads by `sum` "
				"alone: read_loop=%s", kind->name,
				loops[options->loop]);
	if (kind->own_process && (region_given
				|| options->pool_bytes % NFB_SUM_CHUNK_BYTES))
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "measure=%s reads the whole "
				"of a pool, in multiples of %d bytes: "
				"pool_bytes=%llu", kind->name,
				NFB_SUM_CHUNK_BYTES, (unsigned long long)
				options->pool_bytes);
}

/* The whole of the pool in one run, unless a region is given. */
static void check(struct nfb_pair_options *options)
{
	bool region_given = options->region.rows != UINT64_MAX;

	if (!options->strategy[0])
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "a strategy is missing: give "
				"--a, and --b to compare it");
	if (!options->pool_bytes)
		refuse("pool-bytes", "0");
	if (!region_given)
		options->region = (struct nfb_region){ 0, options->pool_bytes,
			1, options->pool_bytes };
	if (!nfb_region_fits(&options->region, options->pool_bytes))
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "the region lies outside of "
				"the pool: pool_bytes=%llu",
				(unsigned long long)options->pool_bytes);
	check_kind(options, region_given);
	check_loop(options->loop);
}

int main(int argc, char **argv)
{
	const struct nfb_region unset = { .rows = UINT64_MAX };
	struct nfb_pair_options options = {
		.kind = nfb_pair_kind_at(0),
		.loop = NFB_LOOP_SUM,
		.region = unset,
		.pool_bytes = UINT64_C(1920) * 1080 * 4,
		.seed = 1,
		.measure_ns = 200000000,
	};
	struct nfb_pair pair;

	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	argc = nfb_take_strategy_libraries("nofault-pair", argc, argv);
	parse(argc, argv, &options);
	check(&options);
	nfb_find_client();
	nfb_pair_open(&options, &pair);
	nfb_pair_calibrate(&pair);
	nfb_pair_alternate(&pair);
	nfb_pair_check_upload(&pair);
	nfb_pair_close(&pair);
	return 0;
}
