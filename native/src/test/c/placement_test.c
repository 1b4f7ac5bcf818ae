/* SPDX-License-Identifier: MIT */
/* Which CPUs client and reader keep to, on machines made of files. */
#define _GNU_SOURCE
#include "placement.h"

#include <string.h>
#include <sys/stat.h>

#include "check.h"

static const char *make_root(void)
{
	static char root[] = "/tmp/nfb-sysfs-XXXXXX";

	CHECK(mkdtemp(root));
	return root;
}

static void write_text(const char *root, int cpu, const char *name,
		const char *text)
{
	char path[512], *end;
	FILE *file;

	snprintf(path, sizeof(path), "%s/devices/system/cpu/cpu%d/%s", root,
			cpu, name);
	for (end = path + strlen(root) + 1; (end = strchr(end, '/')); end++) {
		*end = '\0';
		mkdir(path, 0700);
		*end = '/';
	}
	CHECK((file = fopen(path, "w")));
	fprintf(file, "%s\n", text);
	fclose(file);
}

/* A CPU with a first-level cache of its core and a last one. */
static void add_cpu(const char *root, int cpu, const char *core,
		const char *cache)
{
	write_text(root, cpu, "topology/core_cpus_list", core);
	write_text(root, cpu, "cache/index0/shared_cpu_list", core);
	write_text(root, cpu, "cache/index3/shared_cpu_list", cache);
}

static cpu_set_t cpus_from(int first, int last)
{
	cpu_set_t cpus;

	CPU_ZERO(&cpus);
	for (int i = first; i <= last; i++)
		CPU_SET(i, &cpus);
	return cpus;
}

static void chooses(const char *root, cpu_set_t allowed, int reader,
		int client, enum nfb_cpu_relation relation)
{
	struct nfb_cpus cpus = nfb_choose_cpus(&allowed, root);
	char command[128];

	CHECK_EQUAL(cpus.relation, relation);
	CHECK_EQUAL(cpus.reader, reader);
	CHECK_EQUAL(cpus.client, client);
	snprintf(command, sizeof(command), "rm -rf '%s'", root);
	CHECK_EQUAL(system(command), 0);
}

/* 0 and 1 are one core; 2 and 3 the next; 4 to 7 another socket. */
static const char *two_sockets(void)
{
	const char *root = make_root();

	for (int cpu = 0; cpu < 8; cpu++) {
		char core[24];

		snprintf(core, sizeof(core), "%d-%d", cpu & ~1, cpu | 1);
		add_cpu(root, cpu, core, cpu < 4 ? "0-3" : "4-7");
	}
	return root;
}

static void takes_two_cores_of_one_cache(const void *subject)
{
	(void)subject;
	chooses(two_sockets(), cpus_from(0, 7), 0, 2, NFB_CPUS_SHARE_CACHE);
}

static void keeps_to_the_cpus_it_is_allowed(const void *subject)
{
	(void)subject;
	chooses(two_sockets(), cpus_from(3, 7), 4, 6, NFB_CPUS_SHARE_CACHE);
}

static void rather_leaves_the_cache_than_shares_a_core(const void *subject)
{
	(void)subject;
	chooses(two_sockets(), cpus_from(3, 5), 3, 4, NFB_CPUS_APART);
}

static void takes_siblings_where_there_is_nothing_else(const void *subject)
{
	(void)subject;
	chooses(two_sockets(), cpus_from(6, 7), 6, 7, NFB_CPUS_SIBLINGS);
}

static void takes_the_only_cpu(const void *subject)
{
	(void)subject;
	chooses(two_sockets(), cpus_from(5, 5), 5, 5, NFB_CPUS_ONE);
}

/* SMT siblings as servers number them: the second half. */
static void reads_lists_with_commas(const void *subject)
{
	const char *root = make_root();

	(void)subject;
	add_cpu(root, 0, "0,2", "0-1,2-3");
	add_cpu(root, 2, "0,2", "0-1,2-3");
	add_cpu(root, 3, "1,3", "0-1,2-3");
	cpu_set_t allowed = cpus_from(2, 3);
	CPU_SET(0, &allowed);
	chooses(root, allowed, 0, 3, NFB_CPUS_SHARE_CACHE);
}

static void knows_the_names_of_older_kernels(const void *subject)
{
	const char *root = make_root();

	(void)subject;
	write_text(root, 0, "topology/thread_siblings_list", "0-1");
	write_text(root, 1, "topology/thread_siblings_list", "0-1");
	chooses(root, cpus_from(0, 1), 0, 1, NFB_CPUS_SIBLINGS);
}

static void takes_any_two_where_nothing_is_told(const void *subject)
{
	(void)subject;
	chooses(make_root(), cpus_from(2, 4), 2, 3, NFB_CPUS_UNKNOWN);
}

static void warns_of_all_but_two_cores_of_one_cache(const void *subject)
{
	(void)subject;
	CHECK(!nfb_cpu_warning(NFB_CPUS_SHARE_CACHE));
	for (int relation = NFB_CPUS_UNKNOWN; relation <= NFB_CPUS_ONE;
			relation++)
		CHECK(strlen(nfb_cpu_warning(relation)) > 0);
}

static void moves_a_thread_and_puts_it_back(const void *subject)
{
	struct nfb_placement before = nfb_keep_to_reader_cpu(), inner;
	cpu_set_t now;

	(void)subject;
	if (CPU_COUNT(&before.allowed) < 2)
		SKIP("this process may use one CPU only");
	CHECK_EQUAL(sched_getaffinity(0, sizeof(now), &now), 0);
	CHECK_EQUAL(CPU_COUNT(&now), 1);
	CHECK(CPU_ISSET(nfb_cpus()->reader, &now));
	inner = nfb_keep_to_no_cpu();
	CHECK_EQUAL(sched_getaffinity(0, sizeof(now), &now), 0);
	CHECK(CPU_EQUAL(&now, &before.allowed));
	nfb_placement_restore(&inner);
	CHECK_EQUAL(sched_getaffinity(0, sizeof(now), &now), 0);
	CHECK_EQUAL(CPU_COUNT(&now), 1);
	nfb_placement_restore(&before);
	CHECK_EQUAL(sched_getaffinity(0, sizeof(now), &now), 0);
	CHECK(CPU_EQUAL(&now, &before.allowed));
}

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

int main(void)
{
	static const struct check_case cases[] = {
		CASE(takes_two_cores_of_one_cache,
				"takes two cores of one cache"),
		CASE(keeps_to_the_cpus_it_is_allowed,
				"keeps to the CPUs it is allowed"),
		CASE(rather_leaves_the_cache_than_shares_a_core,
				"rather leaves the cache than shares a core"),
		CASE(takes_siblings_where_there_is_nothing_else,
				"takes siblings where there is nothing else"),
		CASE(takes_the_only_cpu, "takes the only CPU"),
		CASE(reads_lists_with_commas, "reads lists with commas"),
		CASE(knows_the_names_of_older_kernels,
				"knows the names of older kernels"),
		CASE(takes_any_two_where_nothing_is_told,
				"takes any two where nothing is told"),
		CASE(warns_of_all_but_two_cores_of_one_cache,
				"warns of all but two cores of one cache"),
		CASE(moves_a_thread_and_puts_it_back,
				"moves a thread and puts it back"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
