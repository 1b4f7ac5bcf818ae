/* SPDX-License-Identifier: MIT */
/* What nofault-faultpath prints of a measurement, and how it ends where there
 * is no figure to print. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "faultpath_fixture.h"

/* As AloneForks.java reads it. */
static void prints_batches(const void *measurement)
{
	const struct ended *ended =
			faultpath_run("guard-pool", measurement, NULL, NULL);
	const char *line = ended->out;
	double ns;
	int batches, switches, faults, length = 0;

	CHECK_EQUAL(ended->status, 0);
	CHECK_EQUAL(strlen(ended->err), 0);
	CHECK(strstr(line,
			      "nofault-faultpath 1 strategy=guard-pool "
			      "measurement=")
			== line);
	CHECK_EQUAL(process_count(line, "\n"), 4);
	for (int i = 0; i < 2; i++) {
		line = strchr(line, '\n') + 1;
		CHECK(sscanf(line, "batch %lf%n", &ns, &length) == 1);
		CHECK(ns > 0);
		CHECK(line[length] == '\n' && line[length - 4] == '.');
	}
	line = strchr(line, '\n') + 1;
	CHECK(sscanf(line, "end batches=%d involuntary_switches=%d "
				"major_faults=%d%n", &batches, &switches,
				&faults, &length) == 3);
	CHECK_EQUAL(batches, 2);
	CHECK(strcmp(line + length, "\n") == 0);
}

/* The library does not take away what a strategy would die of. */
static void fails_where_the_strategy_would_die(const void *measurement)
{
	faultpath_ends_with(faultpath_run("unguarded-shared", measurement, NULL,
					    NULL),
			NFB_FAULTPATH_FAILED, "strategy=unguarded-shared");
}

static struct nfb_faultpath_options asked_of(const char *strategy)
{
	const char *words[] = { "nofault-faultpath", "--strategy", strategy,
		"--measurement", "recovery", "--pool-bytes", "8192" };

	return nfb_faultpath_arguments(7, (char **)words);
}

static void check_wrong_frame(const void *options)
{
	const struct nfb_timed timed = { .outcome.checksum = 1 };

	nfb_faultpath_check_fresh(options, &timed);
}

static void check_wrong_zeros(const void *options)
{
	const struct nfb_faultpath_options *of = options;
	const struct nfb_timed timed = { .outcome = { .checksum = 1,
		.lost_accesses = of->accesses } };

	nfb_faultpath_check_recovered(options, &timed);
}

static void check_untold(const void *options)
{
	const struct nfb_timed timed = { 0 };

	nfb_faultpath_check_recovered(options, &timed);
}

static void check_told(const void *options)
{
	const struct nfb_faultpath_options *of = options;
	const struct nfb_timed timed = { .outcome.lost_accesses =
		of->accesses };

	nfb_faultpath_check_recovered(options, &timed);
}

static void fails_where_other_bytes_were_read(const void *subject)
{
	const struct nfb_faultpath_options options = asked_of("guard-pool");

	(void)subject;
	faultpath_ends_with(process_run(check_wrong_frame, &options),
			NFB_FAULTPATH_FAILED,
			"wrong bytes were read: strategy=guard-pool");
	faultpath_ends_with(process_run(check_wrong_zeros, &options),
			NFB_FAULTPATH_FAILED,
			"wrong bytes or a loss untold: strategy=guard-pool");
}

static void fails_where_a_loss_was_not_told(const void *subject)
{
	const struct nfb_faultpath_options options = asked_of("guard-pool");

	(void)subject;
	faultpath_ends_with(process_run(check_untold, &options),
			NFB_FAULTPATH_FAILED, "a loss untold");
	CHECK_EQUAL(process_run(check_told, &options)->status, 0);
}

/* Survives the batch that warms up, and the first that counts. */
static void die_in_the_second(const struct nfb_faultpath_options *options,
		struct nfb_client *client, struct nfb_pool *pool,
		uint64_t seed, struct nfb_timed *timed)
{
	(void)client;
	(void)pool;
	if (seed >= options->seed + 2 * options->accesses)
		raise(SIGBUS);
	timed->histogram[0] = 1;
}

static void measure(const void *options)
{
	nfb_faultpath_measure(options);
}

/* What started it sees the signal, and no end that makes figures of batches. */
static void dies_without_an_end(const void *subject)
{
	static const struct nfb_faultpath_measurement deadly = { "deadly",
		die_in_the_second };
	struct nfb_faultpath_options options = asked_of("guard-pool");
	const struct ended *ended;

	(void)subject;
	options.measurement = &deadly;
	ended = process_run(measure, &options);
	CHECK(WIFSIGNALED(ended->status));
	CHECK_EQUAL(WTERMSIG(ended->status), SIGBUS);
	CHECK_EQUAL(process_count(ended->out, "end "), 0);
}

#define TRIAL(function, sentence, name) { sentence, function, name, name, 0 }

int main(void)
{
	static const struct check_case cases[] = {
		TRIAL(prints_batches, "prints batches and an end", "recovery"),
		TRIAL(prints_batches, "prints batches and an end",
				"read-fresh"),
		TRIAL(prints_batches, "prints batches and an end", "hostile"),
		TRIAL(fails_where_the_strategy_would_die,
				"fails where the strategy would die",
				"recovery"),
		TRIAL(fails_where_the_strategy_would_die,
				"fails where the strategy would die",
				"hostile"),
		CASE(dies_without_an_end, "dies without an end"),
		CASE(fails_where_other_bytes_were_read,
				"fails where other bytes were read"),
		CASE(fails_where_a_loss_was_not_told,
				"fails where a loss was not told"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
