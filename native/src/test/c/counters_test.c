/* SPDX-License-Identifier: MIT */
/* The arithmetic and the texts of hardware counters, which need none. */
#include <errno.h>
#include <string.h>

#include "check.h"
#include "counters.h"

static void takes_a_group_that_ran_all_the_time_as_it_is(const void *subject)
{
	struct nfb_counters_reading reading = { 3, 500, 500,
		{ (1ull << 60) + 1, 20, 30 } };
	uint64_t values[NFB_COUNTERS];

	(void)subject;
	CHECK_EQUAL(nfb_counters_scale(&reading, sizeof(reading), values), 0);
	CHECK(values[NFB_INSTRUCTIONS] == (1ull << 60) + 1);
	CHECK_EQUAL(values[NFB_CYCLES], 20);
	CHECK_EQUAL(values[NFB_DTLB_MISSES], 30);
}

static void scales_a_group_that_ran_part_of_the_time(const void *subject)
{
	struct nfb_counters_reading reading = { 3, 1000, 250, { 100, 20, 3 } };
	uint64_t values[NFB_COUNTERS];

	(void)subject;
	CHECK_EQUAL(nfb_counters_scale(&reading, sizeof(reading), values), 0);
	CHECK_EQUAL(values[NFB_INSTRUCTIONS], 400);
	CHECK_EQUAL(values[NFB_CYCLES], 80);
	CHECK_EQUAL(values[NFB_DTLB_MISSES], 12);
}

static void refuses_a_group_that_never_ran_or_is_cut_short(const void *subject)
{
	struct nfb_counters_reading reading = { 3, 1000, 0, { 0, 0, 0 } };
	uint64_t values[NFB_COUNTERS];

	(void)subject;
	CHECK_EQUAL(nfb_counters_scale(&reading, sizeof(reading), values),
			-EIO);
	reading.running_ns = 1000;
	CHECK_EQUAL(nfb_counters_scale(&reading, sizeof(reading) - 8, values),
			-EIO);
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "takes a group that ran all the time as it is",
				takes_a_group_that_ran_all_the_time_as_it_is,
				NULL, NULL, 0 },
		{ "scales a group that ran part of the time",
				scales_a_group_that_ran_part_of_the_time, NULL,
				NULL, 0 },
		{ "refuses a group that never ran or is cut short",
				refuses_a_group_that_never_ran_or_is_cut_short,
				NULL, NULL, 0 },
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
