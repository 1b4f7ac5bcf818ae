/* SPDX-License-Identifier: MIT */
/*
 * Who runs where. A fresh frame is to come from another core's cache; left to
 * the scheduler, client and reader share a core in some forks and not in
 * others, and the same read takes half or twice the time. So the client keeps
 * to the last CPU that the process may use, and a reader of fresh frames to
 * the first. With one CPU nothing is moved.
 */
#ifndef NFB_PLACEMENT_H
#define NFB_PLACEMENT_H

#ifndef _GNU_SOURCE
#error "cpu_set_t needs _GNU_SOURCE"
#endif

#include <sched.h>

/* Where a thread was allowed to run. */
struct nfb_placement {
	cpu_set_t allowed;
};

/* For good; a failure leaves the thread where it was. */
void nfb_keep_to_last_cpu(void);

/* After nfb_keep_to_last_cpu: to all but the first, which a compositor of many
 * clients keeps to. */
void nfb_keep_off_first_cpu(void);

/* Until nfb_placement_restore. */
struct nfb_placement nfb_keep_to_first_cpu(void);

void nfb_placement_restore(const struct nfb_placement *placement);

#endif
