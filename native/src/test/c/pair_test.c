/* SPDX-License-Identifier: MIT */
/* Two strategies that take turns: in which order, and where. */
#include <string.h>

#include "mapping.h"
#include "pair_fixture.h"

static void prints_a_line_a_cycle_and_an_end(const void *subject)
{
	struct nfb_pair_options options = pair_asked_of("guard-pool",
			"nofault-emulated");
	const struct ended *ended = pair_run(&options);

	(void)subject;
	CHECK_EQUAL(ended->status, 0);
	CHECK(strstr(ended->out, "nofault-pair 1 a=guard-pool "
				"b=nofault-emulated ") == ended->out);
	CHECK(process_count(ended->out, "\ncycle ") >= 3);
	CHECK_EQUAL(process_count(ended->out, "\nend cycles="), 1);
	CHECK_EQUAL(process_count(ended->out, "INJECTED"), 0);
}

static void measures_a_strategy_beside_itself(const void *subject)
{
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");

	(void)subject;
	CHECK_EQUAL(pair_run(&options)->status, 0);
}

static void begins_by_chance(const void *subject)
{
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");
	const struct ended *ended;

	(void)subject;
	options.measure_ns = 200000000;
	ended = pair_run(&options);
	CHECK(process_count(ended->out, "cycle ABBA") >= 1);
	CHECK(process_count(ended->out, "cycle BAAB") >= 1);
}

static void attaches_at_other_places(const void *subject)
{
	struct nfb_pair_options options = pair_asked_of("guard-pool",
			"nofault-emulated");
	struct nfb_pair pair;
	int moved[2] = { 0 };

	(void)subject;
	nfb_pair_open(&options, &pair);
	for (int i = 0; i < 20; i++) {
		const unsigned char *before[] = { pair.side[0].pool->base,
			pair.side[1].pool->base };

		nfb_pair_attach_anew(&pair);
		for (int j = 0; j < 2; j++)
			moved[j] += pair.side[j].pool->base != before[j];
	}
	CHECK(moved[0] >= 15);
	CHECK(moved[1] >= 15);
	nfb_pair_close(&pair);
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(prints_a_line_a_cycle_and_an_end,
				"prints a line a cycle and an end"),
		CASE(measures_a_strategy_beside_itself,
				"measures a strategy beside itself"),
		CASE(begins_by_chance, "begins by chance"),
		CASE(attaches_at_other_places, "attaches at other places"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
