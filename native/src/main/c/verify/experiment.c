/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "experiment.h"

#include <errno.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* A thousand recoveries take well under a second, also under a sanitizer. */
#define RECOVERIES_PER_S 1000

/* Shared between the child that concludes and the parent that reads it. */
static struct nfb_observation *conclusion;

_Noreturn void nfb_conclude(enum nfb_observed observed, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	vsnprintf(conclusion->detail, sizeof(conclusion->detail), format,
			arguments);
	va_end(arguments);
	conclusion->observed = observed;
	_exit(0);
}

static unsigned time_limit_s(const struct nfb_settings *settings)
{
	return settings->limit_s + (unsigned)(settings->recoveries
			/ RECOVERIES_PER_S);
}

/* The stack may not grow where the address space is used up, and valgrind does
 * not grow it for the frame of a signal. Not inlined, as clang would: the room
 * has to lie where the experiment's own frames will. */
__attribute__((noinline))
static void grow_stack(void)
{
	char room[256 * 1024];

	memset(room, 0, sizeof(room));
	__asm__ volatile("" : : "r"(room) : "memory");
}

_Noreturn static void run(const struct nfb_property *property,
		const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct rlimit none = { 0, 0 };

	setrlimit(RLIMIT_CORE, &none);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	/* libwayland says on stderr what an experiment provokes. */
	if (!freopen("/dev/null", "w", stderr))
		nfb_conclude(NFB_BROKEN, "cannot open /dev/null");
	grow_stack();
	alarm(time_limit_s(settings));
	property->try(strategy, settings);
	nfb_conclude(NFB_YES, "%s", "");
}

/* sigabbrev_np(3) is of glibc 2.32. */
static void describe_death(int signo, struct nfb_observation *observation)
{
	const char *name = signo == SIGBUS ? "SIGBUS"
		: signo == SIGSEGV ? "SIGSEGV"
		: signo == SIGABRT ? "SIGABRT"
		: signo == SIGKILL ? "SIGKILL" : NULL;

	if (name)
		snprintf(observation->detail, sizeof(observation->detail),
				"died of %s", name);
	else
		snprintf(observation->detail, sizeof(observation->detail),
				"died of signal %d", signo);
}

static void died(const struct nfb_property *property, int signo,
		const struct nfb_settings *settings,
		struct nfb_observation *observation)
{
	bool limit = signo == SIGALRM;

	observation->observed = limit ? NFB_BROKEN
		: property->dies && signo == SIGBUS ? NFB_YES : NFB_NO;
	if (limit)
		snprintf(observation->detail, sizeof(observation->detail),
				"time limit of %u s reached",
				time_limit_s(settings));
	else
		describe_death(signo, observation);
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -1;
	return status;
}

void nfb_experiment(const struct nfb_property *property,
		const struct nfb_strategy *strategy,
		const struct nfb_settings *settings,
		struct nfb_observation *observation)
{
	pid_t child;
	int status;

	if (!conclusion)
		conclusion = mmap(NULL, sizeof(*conclusion),
				PROT_READ | PROT_WRITE,
				MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	*conclusion = (struct nfb_observation){ NFB_BROKEN,
		"ended without a conclusion" };
	child = fork();
	if (child == 0)
		run(property, strategy, settings);
	status = child < 0 ? -1 : wait_for(child);
	*observation = *conclusion;
	if (status != -1 && WIFSIGNALED(status))
		died(property, WTERMSIG(status), settings, observation);
}
