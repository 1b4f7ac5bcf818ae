/* SPDX-License-Identifier: MIT */
#include "faultpath_fixture.h"

#include <string.h>
#include <sys/wait.h>

#define WORDS 16

static void run_words(const void *options)
{
	char *const *words = options;
	struct nfb_faultpath_options parsed;
	int count = 0;

	while (words[count])
		count++;
	parsed = nfb_faultpath_arguments(count, (char **)words);
	nfb_faultpath_measure(&parsed);
}

/* The program with these further arguments, in small. */
const struct ended *faultpath_run(const char *strategy, const char *measurement,
		const char *name, const char *value)
{
	const char *words[WORDS] = { "nofault-faultpath", "--strategy",
		strategy, "--measurement", measurement, "--pool-bytes",
		"262144", "--seed", "7", "--accesses", "2", "--batches", "2",
		name, value };

	return process_run(run_words, words);
}

void faultpath_ends_with(const struct ended *ended, int status, const char *why)
{
	CHECK(WIFEXITED(ended->status));
	CHECK_EQUAL(WEXITSTATUS(ended->status), status);
	CHECK(strstr(ended->err, why));
	CHECK_EQUAL(process_count(ended->err, "\n"), 1);
	CHECK_EQUAL(process_count(ended->out, "end "), 0);
}
