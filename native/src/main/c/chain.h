/* SPDX-License-Identifier: MIT */
/*
 * A SIGBUS handler's place among others: which ones it has taken the place of,
 * and how it hands a signal on to them.
 */
#ifndef NFB_CHAIN_H
#define NFB_CHAIN_H

#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>

#define NFB_MOST_PREVIOUS 16

/* The handlers that one of ours has replaced. An entry never changes once COUNT
 * covers it, so that a handler reads them without a lock. */
struct nfb_previous {
	struct sigaction handlers[NFB_MOST_PREVIOUS];
	atomic_int count;
	atomic_int newest; /* index of the one that was replaced last */
};

/* The signal that a handler of ours is handing on in this thread. */
struct nfb_passing {
	const siginfo_t *info;
	uintptr_t frame; /* where the stack was then; 0 for no signal */
	int asked;       /* how many of the previous ones */
};

/*
 * Makes ACTION, which is one handler of ours, the process's SIGBUS handler,
 * and remembers in PREVIOUS the one that it replaces; nothing where it is in
 * place already. One thread at a time. Returns 0, -errno, or -ENOSPC where
 * NFB_MOST_PREVIOUS different ones were replaced already.
 */
int nfb_install_handler(const struct sigaction *action,
		struct nfb_previous *previous);

/* The one that was replaced last; after nfb_install_handler. */
const struct sigaction *nfb_newest_previous(
		const struct nfb_previous *previous);

/*
 * Hands a signal on to the handler that was replaced last, called as the kernel
 * would have, but for its signal mask, which is not applied: a handler of a
 * synchronous fault that relies on it has not been met, and HotSpot's unblocks
 * by itself. A handler may hand it back to ours, as one does that was installed
 * on top of it: it then goes to the next older one, and where none is left the
 * process dies of the signal instead of passing it to and fro. PASSING is
 * thread-local, one for each handler of ours. Async-signal-safe if the previous
 * handlers are.
 */
void nfb_pass_on(const struct nfb_previous *previous,
		struct nfb_passing *passing, int signo, siginfo_t *info,
		void *context);

#endif
