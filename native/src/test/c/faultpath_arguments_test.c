/* SPDX-License-Identifier: MIT */
/* What nofault-faultpath refuses to be asked. */
#include "faultpath_fixture.h"

static void refuses_a_strategy_that_is_not_there(const void *subject)
{
	(void)subject;
	faultpath_ends_with(faultpath_run("guard-poll", "recovery", NULL, NULL),
			NFB_FAULTPATH_UNUSABLE, "strategy=guard-poll");
}

static void refuses_an_unknown_measurement(const void *subject)
{
	(void)subject;
	faultpath_ends_with(
			faultpath_run("guard-pool", "read-warm", NULL, NULL),
			NFB_FAULTPATH_UNUSABLE, "measurement=read-warm");
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
		faultpath_ends_with(faultpath_run("guard-pool", "recovery",
						    bad[i][0], bad[i][1]),
				NFB_FAULTPATH_UNUSABLE, bad[i][0] + 2);
}

static void refuses_further_words(const void *subject)
{
	(void)subject;
	faultpath_ends_with(
			faultpath_run("guard-pool", "recovery", "more", NULL),
			NFB_FAULTPATH_UNUSABLE, "no other words");
	faultpath_ends_with(faultpath_run("guard-pool", "recovery", "--no-such",
					    NULL),
			NFB_FAULTPATH_UNUSABLE, "no-such");
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(refuses_a_strategy_that_is_not_there,
				"refuses a strategy that is not there"),
		CASE(refuses_an_unknown_measurement,
				"refuses an unknown measurement"),
		CASE(refuses_what_is_no_number, "refuses what is no number"),
		CASE(refuses_further_words, "refuses further words"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
