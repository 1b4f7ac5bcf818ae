/* SPDX-License-Identifier: MIT */
/* What nofault-alone refuses to be asked. */
#include "alone_fixture.h"

static void refuses_a_strategy_that_is_not_there(const void *subject)
{
	(void)subject;
	alone_ends_with(alone_run("guard-poll", "recovery", NULL, NULL),
			NFB_ALONE_UNUSABLE, "strategy=guard-poll");
}

static void refuses_a_trial_that_is_not_there(const void *subject)
{
	(void)subject;
	alone_ends_with(alone_run("guard-pool", "read-warm", NULL, NULL),
			NFB_ALONE_UNUSABLE, "trial=read-warm");
}

static void refuses_what_is_no_number(const void *subject)
{
	static const char *const bad[][2] = {
		{ "--pool-bytes", "0" }, { "--pool-bytes", "1073741825" },
		{ "--accesses", "-1" }, { "--accesses", "10001" },
		{ "--batches", "3x" }, { "--batches", "" },
		{ "--seed", "18446744073709551616" }, { "--seed", " 1" },
	};

	(void)subject;
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		alone_ends_with(alone_run("guard-pool", "recovery", bad[i][0], bad[i][1]),
				NFB_ALONE_UNUSABLE, bad[i][0] + 2);
}

static void refuses_further_words(const void *subject)
{
	(void)subject;
	alone_ends_with(alone_run("guard-pool", "recovery", "more", NULL),
			NFB_ALONE_UNUSABLE, "no other words");
	alone_ends_with(alone_run("guard-pool", "recovery", "--no-such", NULL),
			NFB_ALONE_UNUSABLE, "no-such");
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(refuses_a_strategy_that_is_not_there,
				"refuses a strategy that is not there"),
		CASE(refuses_a_trial_that_is_not_there,
				"refuses a trial that is not there"),
		CASE(refuses_what_is_no_number, "refuses what is no number"),
		CASE(refuses_further_words, "refuses further words"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
