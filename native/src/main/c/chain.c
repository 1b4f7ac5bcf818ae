/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "chain.h"

#include <stddef.h>

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

void nfb_chain(const struct sigaction *previous, int signo, siginfo_t *info,
		void *context)
{
	if (previous->sa_flags & SA_SIGINFO)
		previous->sa_sigaction(signo, info, context);
	else if (previous->sa_handler == SIG_DFL
			|| previous->sa_handler == SIG_IGN)
		die_of_it(info);
	else
		previous->sa_handler(signo);
}
