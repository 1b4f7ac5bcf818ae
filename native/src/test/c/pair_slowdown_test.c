/* SPDX-License-Identifier: MIT */
/* Work that is planted in one side on purpose. */
#include <string.h>

#include "pair/slowdown.h"
#include "pair_fixture.h"

static void delays_by_the_turns_that_it_says(const void *subject)
{
	uint64_t a_second = nfb_slowdown_turns_a_second();

	(void)subject;
	CHECK_EQUAL(nfb_slowdown_delay(12345), 12345);
	CHECK(a_second > 1000000);
	CHECK_EQUAL(nfb_slowdown_turns_a_second(), a_second);
	CHECK_EQUAL(nfb_slowdown_turns(1000000000, 0), 0);
	/* 1% of a second. */
	CHECK(llabs((long long)(nfb_slowdown_turns(1000000000, 10000)
				- a_second / 100)) <= 1);
}

/* Field NAME of the line that WHERE begins. */
static long long field(const char *where, const char *name)
{
	const char *at = strstr(where, name);

	CHECK(at);
	return atoll(at + strlen(name));
}

static void plants_work_and_says_so_in_every_line(const void *subject)
{
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");
	const struct ended *ended;

	(void)subject;
	CHECK_EQUAL(field(pair_run(&options)->out, "slowdown_turns="), 0);
	options.slowdown_ppm = 10000;
	ended = pair_run(&options);
	CHECK_EQUAL(ended->status, 0);
	CHECK(field(ended->out, "slowdown_turns=") > 0);
	CHECK_EQUAL(process_count(ended->out, "\n"),
			process_count(ended->out, "INJECTED "));
}

/* Only A is slowed down, by about as many turns as its own time has. */
static void plants_in_the_first_side_alone(const void *subject)
{
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");
	struct nfb_pair pair;
	uint64_t turns;

	(void)subject;
	options.slowdown_ppm = 500000;
	nfb_pair_open(&options, &pair);
	nfb_pair_calibrate(&pair);
	CHECK_EQUAL(pair.side[0].turn->totals.slowdown_turns, 0);
	nfb_pair_block_ns(&pair, &pair.side[1]);
	CHECK_EQUAL(pair.side[0].turn->totals.slowdown_turns, 0);
	turns = nfb_slowdown_turns(nfb_pair_block_ns(&pair, &pair.side[0]),
			options.slowdown_ppm);
	/* Half of what was read, a third of the block: reading the clock and
	 * being interrupted add to the block. */
	CHECK(pair.side[0].turn->totals.slowdown_turns > 0);
	CHECK(pair.side[0].turn->totals.slowdown_turns <= turns);
	nfb_pair_close(&pair);
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(delays_by_the_turns_that_it_says,
				"delays by the turns that it says"),
		CASE(plants_work_and_says_so_in_every_line,
				"plants work and says so in every line"),
		CASE(plants_in_the_first_side_alone,
				"plants in the first side alone"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
