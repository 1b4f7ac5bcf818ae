/* SPDX-License-Identifier: MIT */
/*
 * nofault-pair: times two strategies that take turns on one client's file, and
 * prints what they took in every cycle. Exits 1 where the measurement failed,
 * 2 where it was asked for what cannot be measured. By hand:
 *
 *   nofault-pair --a guard-pool --b nofault-emulated --pool-bytes 8294400
 */
#include <errno.h>
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "beside.h"
#include "pair.h"
#include "registry.h"

#define MOST_POOL_BYTES (UINT64_C(1) << 30)
#define MOST_MEASURE_MS 600000
#define MOST_PLANTED_PPM 1000000

static const char *const kernels[] = {
	[NFB_KERNEL_SUM] = "sum",
	[NFB_KERNEL_COPY] = "copy",
	[NFB_KERNEL_COPY_STREAM] = "copy-stream",
	[NFB_KERNEL_MEMCPY] = "memcpy",
	[NFB_KERNEL_BLEND] = "blend",
	[NFB_KERNEL_PIXMAN] = "pixman",
};

_Noreturn static void refuse(const char *name, const char *value)
{
	nfb_pair_end(NFB_PAIR_UNUSABLE, "unusable argument: %s=%s; `nofault-"
			"verify --list` shows the strategies", name, value);
}

static uint64_t number(const char *name, const char **text)
{
	char *end;
	uint64_t value;

	errno = 0;
	value = strtoull(*text, &end, 10);
	if (**text < '0' || **text > '9' || errno)
		refuse(name, *text);
	*text = end;
	return value;
}

static uint64_t number_up_to(const char *name, const char *text, uint64_t most)
{
	const char *end = text;
	uint64_t value = number(name, &end);

	if (*end || value > most)
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

static int kernel_of(const char *id)
{
	for (int i = 0; i < (int)(sizeof(kernels) / sizeof(kernels[0])); i++)
		if (strcmp(kernels[i], id) == 0)
			return i;
	refuse("kernel", id);
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
		nfb_pair_end(NFB_PAIR_UNUSABLE, "cannot run here: strategy=%s, "
				"reason=%s", id, info.skip_reason);
	return strategy;
}

static void check_kernel(int id)
{
	const char *missing;

	if (!nfb_kernel_of(id, &missing))
		nfb_pair_end(NFB_PAIR_UNUSABLE, "cannot run here: kernel=%s, "
				"reason=%s", kernels[id], missing);
}

static void take(struct nfb_pair_asked *asked, int option, const char *value)
{
	switch (option) {
	case 'a':
	case 'b':
		asked->strategy[option - 'a'] = strategy_of(value);
		break;
	case 'k':
		asked->kernel = kernel_of(value);
		break;
	case 'r':
		asked->region = region_of(value);
		break;
	case 'p':
		asked->pool_bytes = number_up_to("pool-bytes", value,
				MOST_POOL_BYTES);
		break;
	case 's':
		asked->seed = number_up_to("seed", value, UINT64_MAX);
		break;
	case 'm':
		asked->measure_ns = 1000000 * number_up_to("measure-ms",
				value, MOST_MEASURE_MS);
		break;
	case 'P':
		asked->planted_ppm = number_up_to("plant-ppm", value,
				MOST_PLANTED_PPM);
		break;
	default:
		exit(NFB_PAIR_UNUSABLE);
	}
}

static void parse(int argc, char **argv, struct nfb_pair_asked *asked)
{
	static const struct option options[] = {
		{ "a", required_argument, NULL, 'a' },
		{ "b", required_argument, NULL, 'b' },
		{ "kernel", required_argument, NULL, 'k' },
		{ "region", required_argument, NULL, 'r' },
		{ "pool-bytes", required_argument, NULL, 'p' },
		{ "seed", required_argument, NULL, 's' },
		{ "measure-ms", required_argument, NULL, 'm' },
		/* For tests: makes A slower, and every line say so. */
		{ "plant-ppm", required_argument, NULL, 'P' },
		{ NULL, 0, NULL, 0 },
	};
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		take(asked, option, optarg);
	if (optind < argc)
		refuse("argument", argv[optind]);
}

/* The whole of the pool in one run, unless a region is given. */
static void check(struct nfb_pair_asked *asked, bool region_given)
{
	if (!asked->strategy[0] || !asked->strategy[1])
		nfb_pair_end(NFB_PAIR_UNUSABLE, "a strategy is missing: give "
				"--a and --b");
	if (!asked->pool_bytes)
		refuse("pool-bytes", "0");
	if (!region_given)
		asked->region = (struct nfb_region){ 0, asked->pool_bytes, 1,
			asked->pool_bytes };
	if (!nfb_region_fits(&asked->region, asked->pool_bytes))
		nfb_pair_end(NFB_PAIR_UNUSABLE, "the region lies outside of "
				"the pool: pool_bytes=%llu",
				(unsigned long long)asked->pool_bytes);
	check_kernel(asked->kernel);
}

int main(int argc, char **argv)
{
	const struct nfb_region unset = { .rows = UINT64_MAX };
	struct nfb_pair_asked asked = {
		.kernel = NFB_KERNEL_SUM,
		.region = unset,
		.pool_bytes = UINT64_C(1920) * 1080 * 4,
		.seed = 1,
		.measure_ns = 200000000,
	};
	struct nfb_pair pair;

	setvbuf(stdout, NULL, _IOFBF, 1 << 16);
	parse(argc, argv, &asked);
	check(&asked, asked.region.rows != UINT64_MAX);
	nfb_find_client();
	nfb_pair_open(&asked, &pair);
	nfb_pair_calibrate(&pair);
	nfb_pair_alternate(&pair);
	nfb_pair_check_staging(&pair);
	nfb_pair_close(&pair);
	return 0;
}
