/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "placement.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>

#define MOST_CACHES 10

/* Reads a list such as "0-3,8" (cputopology.rst in the kernel's
 * Documentation/admin-guide); false where there is none. */
static bool read_cpus(const char *sysfs, int cpu, const char *name,
		cpu_set_t *cpus)
{
	char path[256];
	int first, last;
	FILE *file;

	snprintf(path, sizeof(path), "%s/devices/system/cpu/cpu%d/%s", sysfs,
			cpu, name);
	file = fopen(path, "re");
	CPU_ZERO(cpus);
	if (!file)
		return false;
	while (fscanf(file, "%d", &first) == 1) {
		int separator = fgetc(file);

		last = first;
		if (separator == '-') {
			if (fscanf(file, "%d", &last) != 1)
				break;
			separator = fgetc(file);
		}
		for (int i = first; i >= 0 && i <= last && i < CPU_SETSIZE; i++)
			CPU_SET(i, cpus);
		if (separator != ',')
			break;
	}
	fclose(file);
	return CPU_ISSET(cpu, cpus);
}

/* The threads of CPU's core; the second name is that of kernels before 5.3. */
static bool read_core(const char *sysfs, int cpu, cpu_set_t *core)
{
	return read_cpus(sysfs, cpu, "topology/core_cpus_list", core)
		|| read_cpus(sysfs, cpu, "topology/thread_siblings_list", core);
}

/* Those that share CPU's last cache: the index with the highest level, and the
 * levels of the indices rise. */
static bool read_last_cache(const char *sysfs, int cpu, cpu_set_t *cache)
{
	bool found = false;

	for (int i = 0; i < MOST_CACHES; i++) {
		char name[64];
		cpu_set_t sharing;

		snprintf(name, sizeof(name), "cache/index%d/shared_cpu_list",
				i);
		if (!read_cpus(sysfs, cpu, name, &sharing))
			continue;
		*cache = sharing;
		found = true;
	}
	return found;
}

/* What /sys tells of a CPU. */
struct neighbours {
	bool knows_core, knows_cache;
	cpu_set_t core, cache;
};

static struct neighbours neighbours_of(const char *sysfs, int cpu)
{
	struct neighbours near;

	near.knows_core = read_core(sysfs, cpu, &near.core);
	near.knows_cache = read_last_cache(sysfs, cpu, &near.cache);
	return near;
}

static enum nfb_cpu_relation relation_of(const struct neighbours *near, int cpu)
{
	if (near->knows_core && CPU_ISSET(cpu, &near->core))
		return NFB_CPUS_SIBLINGS;
	if (!near->knows_core || !near->knows_cache)
		return NFB_CPUS_UNKNOWN;
	return CPU_ISSET(cpu, &near->cache) ? NFB_CPUS_SHARE_CACHE
		: NFB_CPUS_APART;
}

static int next_cpu(const cpu_set_t *allowed, int cpu)
{
	do
		cpu++;
	while (cpu < CPU_SETSIZE && !CPU_ISSET(cpu, allowed));
	return cpu;
}

/* The first of the best pairs, reader before client. */
struct nfb_cpus nfb_choose_cpus(const cpu_set_t *allowed, const char *sysfs)
{
	int first = next_cpu(allowed, -1);
	struct nfb_cpus best = { first, first, NFB_CPUS_ONE };

	for (int reader = first; reader < CPU_SETSIZE
			&& best.relation != NFB_CPUS_SHARE_CACHE;
			reader = next_cpu(allowed, reader)) {
		struct neighbours near = neighbours_of(sysfs, reader);

		for (int client = next_cpu(allowed, reader);
				client < CPU_SETSIZE;
				client = next_cpu(allowed, client)) {
			enum nfb_cpu_relation relation =
				relation_of(&near, client);

			if (relation < best.relation)
				best = (struct nfb_cpus){ reader, client,
					relation };
		}
	}
	return best;
}

static cpu_set_t allowed_at_first;
static struct nfb_cpus chosen;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void choose(void)
{
	if (sched_getaffinity(0, sizeof(allowed_at_first), &allowed_at_first)) {
		CPU_ZERO(&allowed_at_first);
		CPU_SET(0, &allowed_at_first);
	}
	chosen = nfb_choose_cpus(&allowed_at_first, "/sys");
}

const struct nfb_cpus *nfb_cpus(void)
{
	pthread_once(&once, choose);
	return &chosen;
}

const char *nfb_cpu_warning(enum nfb_cpu_relation relation)
{
	switch (relation) {
	case NFB_CPUS_SHARE_CACHE:
		return NULL;
	case NFB_CPUS_UNKNOWN:
		return "/sys does not tell which CPUs share a core or a cache: "
			"client and reader may share a core";
	case NFB_CPUS_APART:
		return "client and reader run on cores that share no cache: "
			"fresh frames cross the interconnect";
	case NFB_CPUS_SIBLINGS:
		return "client and reader run on two threads of one core and "
			"slow each other down: allow a second core";
	default:
		return "client and reader share the only CPU: fresh frames lie "
			"in the reader's cache; allow a second CPU";
	}
}

static struct nfb_placement keep_to(const cpu_set_t *cpus)
{
	struct nfb_placement before;

	if (sched_getaffinity(0, sizeof(before.allowed), &before.allowed))
		CPU_ZERO(&before.allowed);
	else if (nfb_cpus()->relation != NFB_CPUS_ONE)
		sched_setaffinity(0, sizeof(*cpus), cpus);
	return before;
}

static struct nfb_placement keep_to_one(int cpu)
{
	cpu_set_t one;

	CPU_ZERO(&one);
	CPU_SET(cpu, &one);
	return keep_to(&one);
}

struct nfb_placement nfb_keep_to_reader_cpu(void)
{
	return keep_to_one(nfb_cpus()->reader);
}

struct nfb_placement nfb_keep_to_client_cpu(void)
{
	return keep_to_one(nfb_cpus()->client);
}

struct nfb_placement nfb_keep_off_reader_cpu(void)
{
	int reader = nfb_cpus()->reader;
	cpu_set_t others = allowed_at_first;

	CPU_CLR(reader, &others);
	return keep_to(&others);
}

struct nfb_placement nfb_keep_to_no_cpu(void)
{
	nfb_cpus();
	return keep_to(&allowed_at_first);
}

void nfb_placement_restore(const struct nfb_placement *placement)
{
	if (CPU_COUNT(&placement->allowed) > 0)
		sched_setaffinity(0, sizeof(placement->allowed),
				&placement->allowed);
}
