/* SPDX-License-Identifier: MIT */
/* What holds for every trial, and the trials that read no pool. */
#include <errno.h>

#include "check.h"
#include "nofault.h"

static void refuses_a_trial_that_is_not_there(const void *subject)
{
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_trial("no-such-trial", &clock, sizeof(clock), &clock,
				sizeof(clock)), -ENOENT);
}

static void refuses_a_structure_of_another_size(const void *subject)
{
	struct nfb_clock_setting setting = { .readings = 1 };
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_trial("clock", &setting, sizeof(setting) + 8, &clock,
				sizeof(clock)), -EINVAL);
	CHECK_EQUAL(nfb_trial("clock", &setting, sizeof(setting), &clock,
				sizeof(clock) - 8), -EINVAL);
	CHECK_EQUAL(clock.total_ns, 0);
}

static void knows_what_a_reading_of_the_clock_costs(const void *subject)
{
	struct nfb_clock_setting setting = { .readings = 100000 };
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_trial("clock", &setting, sizeof(setting), &clock,
				sizeof(clock)), 0);
	CHECK(clock.total_ns > 0);
	CHECK(clock.resolution_ns > 0);
	CHECK_EQUAL(clock.total_ns % clock.resolution_ns, 0);
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "refuses a trial that is not there",
			refuses_a_trial_that_is_not_there, NULL, NULL, 0 },
		{ "refuses a structure of another size",
			refuses_a_structure_of_another_size, NULL, NULL, 0 },
		{ "knows what a reading of the clock costs",
			knows_what_a_reading_of_the_clock_costs, NULL, NULL, 0 },
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
