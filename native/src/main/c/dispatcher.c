/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "dispatcher.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

#include "access.h"

#define MAX_CLAIMANTS 16

/* Written under the lock, before the count that makes them visible. */
static nfb_claim_fn claimants[MAX_CLAIMANTS];
static atomic_int claimant_count;
static struct sigaction previous;
static bool installed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

NFB_HANDLER_TLS uint64_t faults;

void nfb_count_fault(void)
{
	faults++;
}

uint64_t nfb_faults_answered(void)
{
	return faults;
}

/*
 * With the default action back in place, returning runs the instruction
 * again, which faults again and ends the process by SIGBUS with the fault's
 * own address: raise() would hide it, and a debugger would see our frame.
 */
static void die_of_it(const siginfo_t *info)
{
	struct sigaction fatal = { .sa_handler = SIG_DFL };

	sigemptyset(&fatal.sa_mask);
	sigaction(SIGBUS, &fatal, NULL);
	if (info->si_code <= 0)
		raise(SIGBUS); /* sent by kill(2): nothing will fault again */
}

/*
 * The previous handler runs as the kernel would have run it, but for its
 * signal mask, which is not applied: a handler of a synchronous fault that
 * relies on it has not been met, and HotSpot's unblocks by itself.
 */
static void pass_on(int signo, siginfo_t *info, void *context)
{
	if (previous.sa_flags & SA_SIGINFO)
		previous.sa_sigaction(signo, info, context);
	else if (previous.sa_handler == SIG_DFL
			|| previous.sa_handler == SIG_IGN)
		die_of_it(info);
	else
		previous.sa_handler(signo);
}

/*
 * Async-signal-safe: reads an array that only grows, thread-local integers
 * in the initial-exec model, and calls sigaction, which POSIX lists. Claims
 * keep to the same rule. errno is the interrupted code's and is put back.
 */
static void handle(int signo, siginfo_t *info, void *context)
{
	int saved_errno = errno;
	int count = atomic_load_explicit(&claimant_count,
			memory_order_acquire);
	bool answered = false;

	/* Only a missing page is ours to answer: not a signal that was sent,
	 * not a hardware memory error. */
	for (int i = 0; i < count && info->si_code == BUS_ADRERR && !answered;
			i++)
		answered = claimants[i](info->si_addr);
	if (!answered)
		pass_on(signo, info, context);
	errno = saved_errno;
}

static int install(void)
{
	struct sigaction action = {
		.sa_sigaction = handle,
		/* NODEFER: a claim that leaves by siglongjmp need not put
		 * the mask back, and a second fault inside the handler ends
		 * the process instead of hanging it. ONSTACK: as a runtime
		 * with small thread stacks expects. */
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK,
	};

	if (installed)
		return 0;
	sigemptyset(&action.sa_mask);
	if (sigaction(SIGBUS, NULL, &previous))
		return -errno;
	if (sigaction(SIGBUS, &action, NULL))
		return -errno;
	installed = true;
	return 0;
}

static int add(nfb_claim_fn claim)
{
	int count = atomic_load_explicit(&claimant_count,
			memory_order_relaxed);

	for (int i = 0; i < count; i++)
		if (claimants[i] == claim)
			return 0;
	if (count == MAX_CLAIMANTS)
		return -ENOSPC;
	claimants[count] = claim;
	atomic_store_explicit(&claimant_count, count + 1,
			memory_order_release);
	return 0;
}

int nfb_dispatch_to(nfb_claim_fn claim)
{
	int error;

	pthread_mutex_lock(&lock);
	error = install();
	if (!error)
		error = add(claim);
	pthread_mutex_unlock(&lock);
	return error;
}
