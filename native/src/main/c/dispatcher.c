/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "dispatcher.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>

#include "access.h"
#include "chain.h"
#include "shmguard.h"

#define MAX_FAULT_HANDLERS 16

/* Written under the lock, before the count that makes them visible. */
static nfb_fault_handler_fn fault_handlers[MAX_FAULT_HANDLERS];
static atomic_int fault_handler_count;
static struct nfb_previous previous;
static bool installed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

NFB_HANDLER_TLS uint64_t faults;
NFB_HANDLER_TLS struct nfb_passing passing;

void nfb_count_fault(void)
{
	faults++;
}

uint64_t nfb_faults_answered(void)
{
	return faults + shmguard_faults();
}

/*
 * Async-signal-safe: reads an array that only grows, thread-local integers
 * in the initial-exec model, and calls sigaction, which POSIX lists. Fault
 * handlers keep to the same rule. errno is the interrupted code's and is put
 * back.
 */
static void handle(int signo, siginfo_t *info, void *context)
{
	int saved_errno = errno;
	int count = atomic_load_explicit(&fault_handler_count,
			memory_order_acquire);
	bool answered = false;

	/* Only a missing page is ours to answer: not a signal that was sent,
	 * not a hardware memory error. */
	for (int i = 0; i < count && info->si_code == BUS_ADRERR && !answered;
			i++)
		answered = fault_handlers[i](info->si_addr, context);
	if (!answered)
		nfb_pass_on(&previous, &passing, signo, info, context);
	errno = saved_errno;
}

static int install(void)
{
	struct sigaction action = {
		.sa_sigaction = handle,
		/* NODEFER: a fault handler that leaves by siglongjmp need not
		 * put the mask back. ONSTACK: as a runtime with small thread
		 * stacks expects. */
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK,
	};
	int error = 0;

	sigemptyset(&action.sa_mask);
	if (!installed)
		error = nfb_install_handler(&action, &previous);
	installed = !error;
	return error;
}

static int add(nfb_fault_handler_fn handle_fault)
{
	int count = atomic_load_explicit(&fault_handler_count,
			memory_order_relaxed);

	for (int i = 0; i < count; i++)
		if (fault_handlers[i] == handle_fault)
			return 0;
	if (count == MAX_FAULT_HANDLERS)
		return -ENOSPC;
	fault_handlers[count] = handle_fault;
	atomic_store_explicit(&fault_handler_count, count + 1,
			memory_order_release);
	return 0;
}

int nfb_dispatch_to(nfb_fault_handler_fn handle_fault)
{
	int error;

	pthread_mutex_lock(&lock);
	error = install();
	if (!error)
		error = add(handle_fault);
	pthread_mutex_unlock(&lock);
	return error;
}
