/* SPDX-License-Identifier: MIT */
/*
 * Which CPUs a reader and its client keep to. A fresh frame is to come from
 * another core's cache; left to the scheduler, both share a core in some forks
 * and not in others, and the same read takes half or twice the time. So both
 * are kept to one CPU each: two cores that share their last cache, as far as
 * the machine has them and this process may use them.
 */
#ifndef NFB_PLACEMENT_H
#define NFB_PLACEMENT_H

#ifndef _GNU_SOURCE
#error "cpu_set_t needs _GNU_SOURCE"
#endif

#include <sched.h>

/* How the two CPUs are related, best first. */
enum nfb_cpu_relation {
	NFB_CPUS_SHARE_CACHE, /* two cores with one last-level cache */
	NFB_CPUS_UNKNOWN,     /* /sys does not tell */
	NFB_CPUS_APART,       /* two cores that share no cache */
	NFB_CPUS_SIBLINGS,    /* two threads of one core */
	NFB_CPUS_ONE,         /* one CPU is all that there is */
};

struct nfb_cpus {
	int reader;
	int client;
	enum nfb_cpu_relation relation;
};

/* Chooses from ALLOWED by the topology below SYSFS, which is "/sys" but in
 * tests. */
struct nfb_cpus nfb_choose_cpus(const cpu_set_t *allowed, const char *sysfs);

/* Chosen at the first call, from the CPUs that the process may use then. */
const struct nfb_cpus *nfb_cpus(void);

/* What a reader of the figures has to know of RELATION, or NULL for nothing. */
const char *nfb_cpu_warning(enum nfb_cpu_relation relation);

/* Where a thread was allowed to run. */
struct nfb_placement {
	cpu_set_t allowed;
};

/* Keep the calling thread to one CPU until nfb_placement_restore; a failure, or
 * a machine with one CPU, leaves it where it is. */
struct nfb_placement nfb_keep_to_reader_cpu(void);
struct nfb_placement nfb_keep_to_client_cpu(void);

/* To all but the reader's, which a compositor of many clients keeps to. */
struct nfb_placement nfb_keep_off_reader_cpu(void);

/* To all that the process may use: a child that is started meanwhile inherits
 * them, and not the one CPU of its parent. */
struct nfb_placement nfb_keep_to_no_cpu(void);

void nfb_placement_restore(const struct nfb_placement *placement);

#endif
