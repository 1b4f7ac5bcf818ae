/* SPDX-License-Identifier: MIT */
/*
 * nofault-count: instructions of an access of every strategy, where the clock
 * counts them. Prints lines of tab-separated words, described in --help; exits
 * 0, 1 where a count failed, 2 where it was asked for nonsense, and 77 where
 * the clock of this machine does not count instructions.
 */
#define _GNU_SOURCE
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/personality.h>
#include <sys/wait.h>
#include <unistd.h>

#include "find_client.h"
#include "cases.h"
#include "loops.h"
#include "number.h"
#include "registry.h"
#include "strategy_library.h"
#include "ticks.h"

#define POOL_BYTES (UINT64_C(1920) * 1080 * 4)
#define TRIES 10
#define SAMPLES 2
#define NO_SUCH_CLOCK 77

static struct nfb_count_setting setting = { POOL_BYTES, TRIES };
static bool any_clock; /* what is printed then is no instructions */
static bool loops;     /* instead of strategies */
static const char *only; /* strategy, or NULL for all */

static void print_help(void)
{
	puts("nofault-count [--any-clock] [--bytes=N] [--strategy=ID] [--strategy-library=FILE]: lines "
	     "of words, with tabs:\n"
	     "  count STRATEGY CASE BYTES INSTRUCTIONS...\n"
	     "  skip STRATEGY CASE REASON\n"
	     "nofault-count --loops [--any-clock] [--bytes=N]: the read loops alone:\n"
	     "  loop NAME INSTRUCTION-SET BYTES INSTRUCTIONS");
	for (int i = 0; nfb_count_case_at(i); i++)
		printf("CASE %s: %s\n", nfb_count_case_at(i)->id,
				nfb_count_case_at(i)->what);
}

static void skip(const struct nfb_strategy *strategy,
		const struct nfb_count_case *what, const char *why)
{
	printf("skip\t%s\t%s\t%s\n", strategy->id, what->id, why);
}

/* A process of its own, since handlers stay and the strategy may die. */
_Noreturn static void count(const struct nfb_strategy *strategy,
		const struct nfb_count_case *what)
{
	uint64_t samples[SAMPLES];

	for (int i = 0; i < SAMPLES; i++) {
		int error;

		samples[i] = UINT64_MAX;
		error = what->count(strategy, &setting, &samples[i]);
		if (error) {
			char why[64];

			snprintf(why, sizeof(why), "errno=%d", -error);
			skip(strategy, what, why);
			exit(0);
		}
	}
	printf("count\t%s\t%s\t%llu", strategy->id, what->id,
			(unsigned long long)setting.bytes);
	for (int i = 0; i < SAMPLES; i++)
		printf("\t%llu", (unsigned long long)samples[i]);
	printf("\n");
	exit(0);
}

static bool count_apart(const struct nfb_strategy *strategy,
		const struct nfb_count_case *what)
{
	int status = -1;
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child == 0)
		count(strategy, what);
	if (child < 0 || waitpid(child, &status, 0) < 0)
		return false;
	if (WIFSIGNALED(status))
		printf("skip\t%s\t%s\tdied of signal %d\n", strategy->id,
				what->id, WTERMSIG(status));
	return status == 0;
}

/* Whether nothing failed. */
static bool count_strategy(int index)
{
	const struct nfb_strategy *strategy = nfb_registry_at(index);
	const struct nfb_count_case *what;
	struct nfb_strategy_info info;
	bool whole = true;

	nfb_strategy_at(index, &info);
	for (int i = 0; (what = nfb_count_case_at(i)); i++) {
		if (info.skip_reason[0])
			skip(strategy, what, info.skip_reason);
		else if (what->needs & ~nfb_traits_of(strategy))
			skip(strategy, what, "it would not survive it");
		else
			whole &= count_apart(strategy, what);
	}
	return whole;
}

static void demand_the_clock(void)
{
	uint64_t ticks;

	if (nfb_ticks_are_instructions(&ticks))
		return;
	fprintf(stderr, "nofault-count: the clock of this machine counts no "
			"instructions: instructions=1000, ticks=%llu; QEMU's "
			"does, see native/kernel\n", (unsigned long long)ticks);
	exit(NO_SUCH_CLOCK);
}

_Noreturn static void refuse(const char *argument)
{
	fprintf(stderr, "nofault-count: unusable argument: argument=%s; "
			"--help says what it takes\n", argument);
	exit(2);
}

static void take(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		if (strcmp(argv[i], "--help") == 0) {
			print_help();
			exit(0);
		}
		if (strcmp(argv[i], "--any-clock") == 0) {
			any_clock = true;
			continue;
		}
		if (strcmp(argv[i], "--loops") == 0) {
			loops = true;
			continue;
		}
		if (strncmp(argv[i], "--strategy=", 11) == 0) {
			only = argv[i] + 11;
			continue;
		}
		if (strncmp(argv[i], "--bytes=", 8) != 0
				|| !nfb_parse_number(argv[i] + 8, UINT64_MAX,
					&setting.bytes)
				|| setting.bytes == 0)
			refuse(argv[i]);
	}
}

/* Where a mapping lies decides how many page tables it needs, and that is
 * counted too: every run has the same addresses, and so has every kernel. */
static void fix_addresses(char **argv)
{
	int now = personality(0xffffffff);

	if (now >= 0 && now & ADDR_NO_RANDOMIZE)
		return;
	if (now < 0 || personality((unsigned long)now | ADDR_NO_RANDOMIZE)
			< 0) {
		fputs("nofault-count: personality(2) is refused here: runs "
				"have different addresses, and their counts "
				"differ by page tables\n", stderr);
		return;
	}
	execv("/proc/self/exe", argv);
}

int main(int argc, char **argv)
{
	bool whole = true, known = false;

	fix_addresses(argv);
	argc = nfb_take_strategy_libraries("nofault-count", argc, argv);
	take(argc, argv);
	if (!any_clock)
		demand_the_clock();
	if (loops)
		return nfb_count_loops(&setting);
	nfb_find_client();
	for (int i = 0; nfb_registry_at(i); i++) {
		if (only && strcmp(only, nfb_registry_at(i)->id) != 0)
			continue;
		known = true;
		whole &= count_strategy(i);
	}
	if (!known)
		refuse(only);
	return whole ? 0 : 1;
}
