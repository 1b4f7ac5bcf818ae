/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "chain.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <unistd.h>

static bool is_same(const struct sigaction *a, const struct sigaction *b)
{
	/* sa_handler and sa_sigaction are one field. */
	return (a->sa_flags & SA_SIGINFO) == (b->sa_flags & SA_SIGINFO)
		&& a->sa_sigaction == b->sa_sigaction;
}

static int remember(struct nfb_previous *previous,
		const struct sigaction *handler)
{
	int count = atomic_load_explicit(&previous->count,
			memory_order_relaxed);
	int index = 0;

	while (index < count
			&& !is_same(&previous->handlers[index], handler))
		index++;
	if (index == NFB_MOST_PREVIOUS)
		return -ENOSPC;
	if (index == count) {
		previous->handlers[index] = *handler;
		atomic_store_explicit(&previous->count, count + 1,
				memory_order_release);
	}
	atomic_store_explicit(&previous->newest, index, memory_order_release);
	return 0;
}

/* What the exchange gives back is what was replaced, also where somebody has
 * installed another since the first look; before that, ours may run already. */
int nfb_install_handler(const struct sigaction *action,
		struct nfb_previous *previous)
{
	struct sigaction replaced;
	int error = 0;

	if (atomic_load_explicit(&previous->count, memory_order_relaxed) == 0) {
		if (sigaction(SIGBUS, NULL, &replaced))
			return -errno;
		error = remember(previous, &replaced);
	}
	if (error || sigaction(SIGBUS, action, &replaced))
		return error ? error : -errno;
	return is_same(&replaced, action) ? 0 : remember(previous, &replaced);
}

/* No instruction faults again when the handler returns. */
static bool is_asynchronous(const siginfo_t *info)
{
	return info->si_code <= 0 || info->si_code == BUS_MCEERR_AO;
}

/*
 * With the default action back in place, returning runs the instruction
 * again, which faults again and ends the process by SIGBUS with the fault's
 * own address: raise() would hide it, and a debugger would see our frame.
 */
static void die_of_it(const siginfo_t *info)
{
	struct sigaction fatal = { .sa_handler = SIG_DFL };
	sigset_t bus;

	sigemptyset(&fatal.sa_mask);
	sigaction(SIGBUS, &fatal, NULL);
	if (!is_asynchronous(info))
		return;
	sigemptyset(&bus);
	sigaddset(&bus, SIGBUS);
	pthread_sigmask(SIG_UNBLOCK, &bus, NULL);
	raise(SIGBUS);
}

/* The kernel ignores only what it need not force upon the thread. */
static void call(const struct sigaction *handler, int signo, siginfo_t *info,
		void *context)
{
	if (handler->sa_flags & SA_SIGINFO)
		handler->sa_sigaction(signo, info, context);
	else if (handler->sa_handler == SIG_IGN && is_asynchronous(info))
		return;
	else if (handler->sa_handler == SIG_DFL
			|| handler->sa_handler == SIG_IGN)
		die_of_it(info);
	else
		handler->sa_handler(signo);
}

/* The newest, then the others, newer ones first. NULL past the oldest. */
static const struct sigaction *previous_at(const struct nfb_previous *previous,
		int index)
{
	int newest = atomic_load_explicit(&previous->newest,
			memory_order_acquire);
	int other = atomic_load_explicit(&previous->count,
			memory_order_acquire) - index;

	if (index == 0)
		return &previous->handlers[newest];
	if (other <= newest)
		other--;
	return other < 0 ? NULL : &previous->handlers[other];
}

/*
 * Whether a handler that this one is handing a signal to has called it, or has
 * raised the signal anew, as libwayland's does. The stack has to be deeper than
 * there: a handler may have left by siglongjmp, and then nothing is being
 * handed on any more.
 */
static bool comes_back(const struct nfb_passing *passing, const siginfo_t *info,
		uintptr_t frame)
{
	return frame < passing->frame && (info == passing->info
			|| (info->si_code <= 0 && info->si_pid == getpid()));
}

const struct sigaction *nfb_newest_previous(const struct nfb_previous *previous)
{
	return previous_at(previous, 0);
}

__attribute__((noinline))
void nfb_pass_on(const struct nfb_previous *previous,
		struct nfb_passing *passing, int signo, siginfo_t *info,
		void *context)
{
	struct nfb_passing outer = *passing;
	uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
	int asked = comes_back(passing, info, frame) ? passing->asked : 0;
	const struct sigaction *handler = previous_at(previous, asked);

	if (!handler) {
		die_of_it(info);
		return;
	}
	*passing = (struct nfb_passing){ info, frame, asked + 1 };
	call(handler, signo, info, context);
	*passing = outer;
}
