/* SPDX-License-Identifier: MIT */
/*
 * A lock that a SIGBUS handler may take. It cannot wait for itself: whoever
 * holds it touches no client's memory, so the thread that faulted does not
 * hold it, and the one that does will run on and let go. A signal that was
 * sent, by kill(2), may come at any instruction: it must not take the lock.
 */
#ifndef NFB_SPIN_H
#define NFB_SPIN_H

#include <sched.h>
#include <stdatomic.h>

/* Lock-free atomics are async-signal-safe (C11, 7.14.1.1); sched_yield(2) is
 * a plain system call. */
static inline void nfb_spin_lock(atomic_flag *lock)
{
	while (atomic_flag_test_and_set_explicit(lock, memory_order_acquire))
		sched_yield();
}

static inline void nfb_spin_unlock(atomic_flag *lock)
{
	atomic_flag_clear_explicit(lock, memory_order_release);
}

#endif
