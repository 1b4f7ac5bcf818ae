/* SPDX-License-Identifier: MIT */
/* What holds for every measurement, and the measurements that read no pool. */
#include <errno.h>
#include <unistd.h>

#include "check.h"
#include "nofault_measurements.h"

static void refuses_an_unknown_measurement(const void *subject)
{
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_measure("no-such-measurement", &clock, sizeof(clock),
				    &clock, sizeof(clock)),
			-ENOENT);
}

static void refuses_a_structure_of_another_size(const void *subject)
{
	struct nfb_clock_setting setting = { .readings = 1 };
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_measure("clock", &setting, sizeof(setting) + 8, &clock,
				sizeof(clock)), -EINVAL);
	CHECK_EQUAL(nfb_measure("clock", &setting, sizeof(setting), &clock,
				sizeof(clock) - 8), -EINVAL);
	CHECK_EQUAL(clock.total_ns, 0);
}

static void knows_what_a_reading_of_the_clock_costs(const void *subject)
{
	struct nfb_clock_setting setting = { .readings = 100000 };
	struct nfb_clock clock = { 0 };

	(void)subject;
	CHECK_EQUAL(nfb_measure("clock", &setting, sizeof(setting), &clock,
				sizeof(clock)), 0);
	CHECK(clock.total_ns > 0);
	CHECK(clock.resolution_ns > 0);
	CHECK_EQUAL(clock.total_ns % clock.resolution_ns, 0);
}

static int ask_non_user(int shape, uint64_t pages, uint64_t repeats,
		struct nfb_non_user *result)
{
	struct nfb_non_user_setting setting = {
		.shape = shape,
		.bytes = pages * (uint64_t)sysconf(_SC_PAGESIZE),
		.repeats = repeats,
	};

	*result = (struct nfb_non_user){ 0 };
	return nfb_measure("non-user", &setting, sizeof(setting), result,
			sizeof(*result));
}

static void takes_a_fault_for_every_page(const void *subject)
{
	struct nfb_non_user result;

	(void)subject;
	for (int shape = NFB_FAULT_ANONYMOUS; shape <= NFB_FAULT_SHARED_FILE;
			shape++) {
		CHECK_EQUAL(ask_non_user(shape, 100, 3, &result), 0);
		CHECK(result.events >= 300);
		CHECK(result.events < 400);
		CHECK(result.total_ns > 0);
	}
}

static void maps_and_forks_as_often_as_asked(const void *subject)
{
	struct nfb_non_user result;

	(void)subject;
	for (int shape = NFB_MAP_UNMAP; shape <= NFB_FORK_EXIT; shape++) {
		CHECK_EQUAL(ask_non_user(shape, 10, 5, &result), 0);
		CHECK_EQUAL(result.events, 5);
		CHECK(result.total_ns > 0);
	}
}

static void refuses_a_shape_that_is_not_there(const void *subject)
{
	struct nfb_non_user result;

	(void)subject;
	CHECK_EQUAL(ask_non_user(NFB_FORK_EXIT + 1, 1, 1, &result), -EINVAL);
	CHECK_EQUAL(ask_non_user(-1, 1, 1, &result), -EINVAL);
	CHECK_EQUAL(ask_non_user(NFB_MAP_UNMAP, 0, 1, &result), -EINVAL);
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "refuses an unknown measurement",
				refuses_an_unknown_measurement, NULL, NULL, 0 },
		{ "refuses a structure of another size",
				refuses_a_structure_of_another_size, NULL, NULL,
				0 },
		{ "knows what a reading of the clock costs",
				knows_what_a_reading_of_the_clock_costs, NULL,
				NULL, 0 },
		{ "takes a fault for every page", takes_a_fault_for_every_page,
				NULL, NULL, 0 },
		{ "maps and forks as often as asked",
				maps_and_forks_as_often_as_asked, NULL, NULL,
				0 },
		{ "refuses a shape that is not there",
				refuses_a_shape_that_is_not_there, NULL, NULL,
				0 },
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
