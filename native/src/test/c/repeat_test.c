/* SPDX-License-Identifier: MIT */
/*
 * The compiler must not lift work out of the repeat loop: N more accesses
 * execute N times as many more instructions. They are counted, not timed, by
 * stepping a traced child through them one by one, which works for every
 * instruction set; valgrind 3.19 knows no AVX-512.
 */
#include <errno.h>
#include <signal.h>
#include <stddef.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/user.h>
#include <sys/wait.h>

#include "check.h"
#include "mapping.h"
#include "registry.h"
#include "sum.h"

#define POOL_BYTES (2 * NFB_SUM_CHUNK_BYTES)
#define ACCESSES 2

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

static struct nfb_pool *attach(const struct nfb_strategy *strategy)
{
	struct nfb_strategy_info info;
	struct nfb_client *client;
	struct nfb_pool *pool;
	size_t page_bytes = nfb_page_bytes();
	int index = 0;

	while (nfb_registry_at(index) != strategy)
		index++;
	CHECK_EQUAL(nfb_strategy_at(index, &info), 0);
	if (info.skip_reason[0])
		SKIP(info.skip_reason);
	/* A dma-buf takes whole pages, which may be larger than what is read. */
	CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"),
				POOL_BYTES > page_bytes ? POOL_BYTES : page_bytes,
				!!(info.traits & NFB_NEEDS_CLIENT), &client,
				NULL), 0);
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_DRAW, 1), 0);
	CHECK_EQUAL(nfb_pool_attach(index, client, &pool), 0);
	return pool;
}

/* In the child: what lies between the two stops is counted. */
static void read_between_two_stops(struct nfb_pool *pool, uint64_t accesses)
{
	struct nfb_outcome outcome;

	/* Page faults and lazy binding are over before the first stop. */
	nfb_read(pool, &whole, NULL, 2, &outcome);
	if (ptrace(PTRACE_TRACEME, 0, NULL, NULL))
		_exit(CHECK_SKIPPED);
	raise(SIGSTOP);
	nfb_read(pool, &whole, NULL, accesses, &outcome);
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

/* Counts every instruction, or those of one kind. */
typedef bool (*counts_fn)(pid_t child);

static bool any(pid_t child)
{
	(void)child;
	return true;
}

/* Whether CHILD is about to execute `syscall`. */
static bool system_call(pid_t child)
{
#ifdef __x86_64__
	struct user_regs_struct registers;

	CHECK(ptrace(PTRACE_GETREGS, child, NULL, &registers) == 0);
	return (ptrace(PTRACE_PEEKTEXT, child, (void *)registers.rip, NULL)
			& 0xffff) == 0x050f;
#else
	(void)child;
	return false;
#endif
}

#ifdef __x86_64__
/* The length of a repeated move or store of strings, 0 of all else. */
static size_t length_of_repeated(pid_t child, uintptr_t address)
{
	long code = ptrace(PTRACE_PEEKTEXT, child, (void *)address, NULL);
	const unsigned char *byte = (const unsigned char *)&code;
	size_t wide = byte[1] == 0x48;
	bool repeated = byte[0] == 0xf3 && (byte[1 + wide] & 0xf4) == 0xa4;

	return repeated ? 2 + wide : 0;
}

static uintptr_t instruction_of(pid_t child)
{
	return (uintptr_t)ptrace(PTRACE_PEEKUSER, child,
			(void *)offsetof(struct user_regs_struct, rip), NULL);
}

/* Runs CHILD up to the instruction at ADDRESS, by a breakpoint in its own copy
 * of the page. */
static void run_to(pid_t child, uintptr_t address, int *status)
{
	long code = ptrace(PTRACE_PEEKTEXT, child, (void *)address, NULL);

	CHECK(ptrace(PTRACE_POKETEXT, child, (void *)address,
			(code & ~0xffL) | 0xcc) == 0);
	CHECK(ptrace(PTRACE_CONT, child, NULL, NULL) == 0);
	wait_for_stop(child, status);
	CHECK_EQUAL(instruction_of(child), address + 1);
	CHECK(ptrace(PTRACE_POKEUSER, child,
			(void *)offsetof(struct user_regs_struct, rip),
			(void *)address) == 0);
	CHECK(ptrace(PTRACE_POKETEXT, child, (void *)address, code) == 0);
}

/*
 * A repeated string instruction counts once. Stepping stops after each of its
 * turns, one a byte: where glibc's memcpy uses `rep movsb` it would count the
 * bytes, and take minutes.
 */
static void step(pid_t child, int *status)
{
	uintptr_t before = instruction_of(child);
	size_t length;

	CHECK(ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) == 0);
	wait_for_stop(child, status);
	/* The first step ends before it has begun, at what stopped CHILD. */
	length = instruction_of(child) == before
		? length_of_repeated(child, before) : 0;
	if (length)
		run_to(child, before + length, status);
}
#else
static void step(pid_t child, int *status)
{
	CHECK(ptrace(PTRACE_SINGLESTEP, child, NULL, NULL) == 0);
	wait_for_stop(child, status);
}
#endif

static uint64_t count(struct nfb_pool *pool, uint64_t accesses,
		counts_fn counts)
{
	uint64_t counted = 0;
	int status;
	pid_t child = fork();

	CHECK(child >= 0);
	if (child == 0)
		read_between_two_stops(pool, accesses);
	wait_for_stop(child, &status);
	do {
		counted += counts(child);
		step(child, &status);
	} while (WSTOPSIG(status) != SIGSTOP);
	kill(child, SIGKILL);
	waitpid(child, NULL, 0);
	return counted;
}

static void twice_the_accesses_cost_twice_the_instructions(const void *subject)
{
	struct nfb_pool *pool = attach(subject);
	uint64_t once, twice, thrice, loads;
	int tries = 0;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer's checks are not the loop's work");
	/* Again where it differs: a system call that waits may be interrupted
	 * by the stepping and is then made anew. */
	do {
		once = count(pool, ACCESSES, any);
		twice = count(pool, 2 * ACCESSES, any);
		thrice = count(pool, 3 * ACCESSES, any);
	} while (thrice - twice != twice - once && ++tries < 5);
	CHECK_EQUAL(thrice - twice, twice - once);
	/* At least one instruction for each 64 bytes, the widest vector. */
	loads = ACCESSES * POOL_BYTES / 64;
	printf("# %s: instructions per access=%llu, widest loads=%llu\n",
			((const struct nfb_strategy *)subject)->id,
			(unsigned long long)((twice - once) / ACCESSES),
			(unsigned long long)(loads / ACCESSES));
	CHECK(twice - once >= loads);
}

/* What the guards in use are known for (guard_list.c, guard_range.c). */
static const struct {
	const char *id;
	uint64_t system_calls; /* of an access */
} known[] = {
	{ "unguarded-shared", 0 }, { "guard-pool", 0 },
	{ "guard-libwayland", 0 }, { "guard-list", 2 }, { "guard-range", 1 },
	{ "guard-page", 0 }, { "guard-tail", 0 }, { "guard-jump", 0 },
	{ "guard-fixup", 0 }, { "guard-huge-zero", 0 },
	{ "guard-huge-tail", 0 }, { "nofault-emulated", 0 },
};

static void makes_the_system_calls_it_is_known_for(const void *subject)
{
	const struct nfb_strategy *strategy = subject;
	struct nfb_pool *pool = attach(strategy);
	uint64_t more;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer makes system calls of its own");
#ifndef __x86_64__
	SKIP("the instruction is known on x86-64 only");
#endif
	more = count(pool, 2 * ACCESSES, system_call)
		- count(pool, ACCESSES, system_call);
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].id, strategy->id) == 0)
			CHECK_EQUAL(more, known[i].system_calls * ACCESSES);
}

static bool is_known(const struct nfb_strategy *strategy)
{
	for (size_t i = 0; i < sizeof(known) / sizeof(known[0]); i++)
		if (strcmp(known[i].id, strategy->id) == 0)
			return true;
	return false;
}

int main(void)
{
	static struct check_case cases[128];
	const struct nfb_strategy *strategy;
	size_t total = 0;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		cases[total++] = (struct check_case){
			"twice the accesses cost twice the instructions",
			twice_the_accesses_cost_twice_the_instructions,
			strategy, strategy->id, 0 };
	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		if (is_known(strategy))
			cases[total++] = (struct check_case){
				"makes the system calls it is known for",
				makes_the_system_calls_it_is_known_for,
				strategy, strategy->id, 0 };
	return check_all(cases, total);
}
