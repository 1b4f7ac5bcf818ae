/* SPDX-License-Identifier: MIT */
/* What nofault-alone prints of a trial, and how it ends where there is no
 * figure to print. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "alone_fixture.h"

/* As AloneForks.java reads it. */
static void prints_batches(const void *trial)
{
	const struct ended *ended = alone_run("guard-pool", trial, NULL, NULL);
	const char *line = ended->out;
	double ns;
	int batches, switches, faults, length = 0;

	CHECK_EQUAL(ended->status, 0);
	CHECK_EQUAL(strlen(ended->err), 0);
	CHECK(strstr(line, "nofault-alone 1 strategy=guard-pool trial=")
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
static void fails_where_the_strategy_would_die(const void *trial)
{
	alone_ends_with(alone_run("unguarded-shared", trial, NULL, NULL),
			NFB_ALONE_FAILED, "strategy=unguarded-shared");
}

static struct nfb_alone_asked asked_of(const char *strategy)
{
	const char *words[] = { "nofault-alone", "--strategy", strategy,
		"--trial", "recovery", "--pool-bytes", "8192" };

	return nfb_alone_arguments(7, (char **)words);
}

static void check_wrong_frame(const void *asked)
{
	const struct nfb_timed timed = { .outcome.checksum = 1 };

	nfb_alone_check_fresh(asked, &timed);
}

static void check_wrong_zeros(const void *asked)
{
	const struct nfb_alone_asked *of = asked;
	const struct nfb_timed timed = { .outcome = { .checksum = 1,
		.lost_accesses = of->accesses } };

	nfb_alone_check_recovered(asked, &timed);
}

static void check_untold(const void *asked)
{
	const struct nfb_timed timed = { 0 };

	nfb_alone_check_recovered(asked, &timed);
}

static void check_told(const void *asked)
{
	const struct nfb_alone_asked *of = asked;
	const struct nfb_timed timed = { .outcome.lost_accesses =
		of->accesses };

	nfb_alone_check_recovered(asked, &timed);
}

static void fails_where_other_bytes_were_read(const void *subject)
{
	const struct nfb_alone_asked asked = asked_of("guard-pool");

	(void)subject;
	alone_ends_with(process_run(check_wrong_frame, &asked), NFB_ALONE_FAILED,
			"wrong bytes were read: strategy=guard-pool");
	alone_ends_with(process_run(check_wrong_zeros, &asked), NFB_ALONE_FAILED,
			"wrong bytes or a loss untold: strategy=guard-pool");
}

static void fails_where_a_loss_was_not_told(const void *subject)
{
	const struct nfb_alone_asked asked = asked_of("guard-pool");

	(void)subject;
	alone_ends_with(process_run(check_untold, &asked), NFB_ALONE_FAILED,
			"a loss untold");
	CHECK_EQUAL(process_run(check_told, &asked)->status, 0);
}

/* Survives the batch that warms up, and the first that counts. */
static void die_in_the_second(const struct nfb_alone_asked *asked,
		struct nfb_client *client, struct nfb_pool *pool,
		uint64_t seed, struct nfb_timed *timed)
{
	(void)client;
	(void)pool;
	if (seed >= asked->seed + 2 * asked->accesses)
		raise(SIGBUS);
	timed->histogram[0] = 1;
}

static void measure(const void *asked)
{
	nfb_alone_measure(asked);
}

/* What started it sees the signal, and no end that makes figures of batches. */
static void dies_without_an_end(const void *subject)
{
	static const struct nfb_alone_trial deadly = { "deadly",
		die_in_the_second };
	struct nfb_alone_asked asked = asked_of("guard-pool");
	const struct ended *ended;

	(void)subject;
	asked.trial = &deadly;
	ended = process_run(measure, &asked);
	CHECK(WIFSIGNALED(ended->status));
	CHECK_EQUAL(WTERMSIG(ended->status), SIGBUS);
	CHECK_EQUAL(process_count(ended->out, "end "), 0);
}

#define TRIAL(function, sentence, name) { sentence, function, name, name, 0 }

int main(void)
{
	static const struct check_case cases[] = {
		TRIAL(prints_batches, "prints batches and an end", "recovery"),
		TRIAL(prints_batches, "prints batches and an end", "read-fresh"),
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
