/* SPDX-License-Identifier: MIT */
/*
 * The compiler must not lift work out of the repeat loop: N more accesses
 * execute N times as many more instructions. They are counted, not timed, by
 * stepping a traced child through them one by one, which works for every
 * instruction set; valgrind 3.19 knows no AVX-512.
 */
#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/wait.h>

#include "check.h"
#include "registry.h"

#define POOL_BYTES (4 * 4096)
#define ACCESSES 8

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

static struct nfb_pool *attach(const struct nfb_strategy *strategy)
{
	struct nfb_strategy_info info;
	struct nfb_client *client;
	struct nfb_pool *pool;
	int index = 0;

	while (nfb_registry_at(index) != strategy)
		index++;
	CHECK_EQUAL(nfb_strategy_at(index, &info), 0);
	if (info.skip_reason[0])
		SKIP(info.skip_reason);
	CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"), POOL_BYTES,
				!!(info.traits & NFB_NEEDS_CLIENT), &client), 0);
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_DRAW, 1), 0);
	CHECK_EQUAL(nfb_pool_attach(index, client, &pool), 0);
	return pool;
}

/* In the child: what lies between the two stops is counted. */
static void read_between_two_stops(struct nfb_pool *pool, uint64_t accesses)
{
	struct nfb_outcome outcome;

	/* Page faults and lazy binding are over before the first stop. */
	nfb_read(pool, &whole, 2, &outcome);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL))
		_exit(CHECK_SKIPPED);
	raise(SIGSTOP);
	nfb_read(pool, &whole, accesses, &outcome);
	raise(SIGSTOP);
	_exit(0);
}

static void wait_for_stop(pid_t child, int *status)
{
	CHECK(waitpid(child, status, 0) == child);
	if (WIFEXITED(*status) && WEXITSTATUS(*status) == CHECK_SKIPPED)
		SKIP("ptrace(2) is forbidden here");
	CHECK(WIFSTOPPED(*status));
}

static uint64_t instructions(struct nfb_pool *pool, uint64_t accesses)
{
	uint64_t count = 0;
	int status;
	pid_t child = fork();

	CHECK(child >= 0);
	if (child == 0)
		read_between_two_stops(pool, accesses);
	wait_for_stop(child, &status);
	do {
		CHECK(ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) == 0);
		wait_for_stop(child, &status);
		count++;
	} while (WSTOPSIG(status) != SIGSTOP);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	return count;
}

static void twice_the_accesses_cost_twice_the_instructions(const void *subject)
{
	struct nfb_pool *pool = attach(subject);
	uint64_t once, twice, thrice, loads;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer's checks are not the loop's work");
	once = instructions(pool, ACCESSES);
	twice = instructions(pool, 2 * ACCESSES);
	thrice = instructions(pool, 3 * ACCESSES);
	CHECK_EQUAL(thrice - twice, twice - once);
	/* At least one instruction for each 64 bytes, the widest vector. */
	loads = ACCESSES * POOL_BYTES / 64;
	printf("# %s: instructions per access=%llu, widest loads=%llu\n",
			((const struct nfb_strategy *)subject)->id,
			(unsigned long long)((twice - once) / ACCESSES),
			(unsigned long long)(loads / ACCESSES));
	CHECK(twice - once >= loads);
}

int main(void)
{
	static struct check_case cases[64];
	const struct nfb_strategy *strategy;
	size_t count = 0;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		cases[count++] = (struct check_case){
			"twice the accesses cost twice the instructions",
			twice_the_accesses_cost_twice_the_instructions,
			strategy, strategy->id, 0 };
	return check_all(cases, count);
}
