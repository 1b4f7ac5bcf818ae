/* SPDX-License-Identifier: MIT */
/*
 * The one SIGBUS handler of the library. It asks the strategies in use
 * whether a fault is theirs; a fault that is nobody's goes to the handler
 * that was there before, with its address and context, so that a JVM still
 * turns a truncated MappedByteBuffer into an InternalError and still writes
 * its hs_err file for a real bug.
 */
#ifndef NFB_DISPATCHER_H
#define NFB_DISPATCHER_H

#include <stdbool.h>
#include <stdint.h>

/*
 * Answers a fault at ADDRESS in the thread that took it: true if the thread may
 * go on, where CONTEXT, the ucontext_t of sigaction(2), says it is. Called in
 * the signal handler, so it calls async-signal-safe functions and plain system
 * calls only. It may also leave by siglongjmp. A fault handler whose own repair
 * fails returns false: the fault is then treated as nobody's and the process
 * dies of it instead of looping.
 */
typedef bool (*nfb_fault_handler_fn)(void *address, void *context);

/*
 * Installs the handler, once in the life of the process, and adds HANDLER to
 * those it asks. Returns 0 or -errno. Never in a handler.
 */
int nfb_dispatch_to(nfb_fault_handler_fn handle_fault);

/* To be called by a fault handler for each fault that it answers. */
void nfb_count_fault(void);

/* Faults answered in this thread, also by shmguard's own handler. */
uint64_t nfb_faults_answered(void);

#endif
