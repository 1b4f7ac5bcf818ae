/* SPDX-License-Identifier: MIT */
/* Handing a SIGBUS on to the handler that was there before. */
#ifndef NFB_CHAIN_H
#define NFB_CHAIN_H

#include <signal.h>

/*
 * Calls PREVIOUS as the kernel would have, but for its signal mask, which is
 * not applied: a handler of a synchronous fault that relies on it has not been
 * met, and HotSpot's unblocks by itself. Where there was none the process dies
 * of the signal. Async-signal-safe if PREVIOUS is.
 */
void nfb_chain(const struct sigaction *previous, int signo, siginfo_t *info,
		void *context);

#endif
