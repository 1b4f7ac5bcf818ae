/* SPDX-License-Identifier: MIT */
/*
 * For LAB_FUZZ_S seconds, from LAB_FUZZ_SEED: maps, truncates, punches, protects,
 * moves, advises, pins and forks at random, in processes of two threads each that
 * share their files. Most private mappings have the advice of patches/next.
 *
 * What must hold, whatever the others do:
 *  - an access with the advice raises no SIGBUS, and cannot be made a write;
 *  - a byte is zero or the pattern of its file and page: nobody writes another;
 *  - when all have stopped, a mapping whose pages are dropped equals its file;
 *  - the kernel prints nothing of its own bugs, and no page stays counted.
 *
 * The files lie at the same offset in 2 MiB as their mappings, so that huge pages
 * occur; the counters that show it are printed. All run in a memory cgroup with a
 * low limit, where the kernel has it, so that pages go to swap.
 */
#define _GNU_SOURCE
#include "fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "guest.h"

#define HANG_S 300 /* what waits for memory or a swapped page takes seconds */
#define TELL_S 60 /* between two lines that say how far it is */

struct common *common;
int files[FILES];
int pins = -1;

static bool put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	bool done = fd >= 0 && write(fd, text, strlen(text)) > 0;

	if (fd >= 0)
		close(fd);
	return done;
}

static void prepare(void)
{
	bool group;

	put("/sys/kernel/mm/transparent_hugepage/enabled", "always");
	put("/sys/kernel/mm/transparent_hugepage/shmem_enabled", "always");
	put("/sys/kernel/mm/ksm/run", "1");
	mkdir("/tmp/full", 0700);
	mkdir("/tmp/group", 0700);
	mkdir("/tmp/debug", 0700);
	mount("full", "/tmp/full", "tmpfs", 0, "size=3M");
	mount("group", "/tmp/group", "cgroup2", 0, NULL);
	mount("debug", "/tmp/debug", "debugfs", 0, NULL);
	put("/tmp/group/cgroup.subtree_control", "+memory");
	mkdir("/tmp/group/fuzz", 0700);
	group = put("/tmp/group/fuzz/memory.high", "12M")
		&& put("/tmp/group/fuzz/cgroup.procs", "0");
	pins = open("/tmp/debug/gup_test", O_RDWR);
	printf("# memoryCgroup=%s longPins=%s\n", group ? "yes" : "no",
			pins >= 0 ? "yes" : "no");
}

/* A line of /proc/vmstat, brought up to date. */
static long counted(const char *name)
{
	char line[128];
	long value = -1;
	size_t length = strlen(name);
	FILE *file;

	put("/proc/sys/vm/stat_refresh", "1\n");
	file = fopen("/proc/vmstat", "r");
	while (file && fgets(line, sizeof(line), file))
		if (strncmp(line, name, length) == 0 && line[length] == ' ')
			value = atol(line + length);
	if (file)
		fclose(file);
	return value;
}

/* Whether the kernel's log has nothing that it prints of its own bugs. */
static bool log_is_clean(void)
{
	static const char *const bad[] = { "BUG:", "WARNING:", "Bad rss",
		"Bad page", "bad pte", "Oops", " stall", "INFO: task" };
	char record[8192];
	bool clean = true;
	int log = open("/dev/kmsg", O_RDONLY | O_NONBLOCK);
	ssize_t length;

	while ((length = read(log, record, sizeof(record) - 1)) > 0
			|| (length < 0 && errno == EPIPE)) {
		if (length < 0)
			continue;
		record[length] = '\0';
		for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
			if (strstr(record, bad[i])) {
				printf("# %s", record);
				clean = false;
			}
	}
	close(log);
	return clean;
}

static void print_file(const char *path)
{
	char line[256];
	FILE *file = fopen(path, "r");

	while (file && fgets(line, sizeof(line), file))
		printf("#   %s%s", line, strchr(line, '\n') ? "" : "\n");
	if (file)
		fclose(file);
}

/* Where in the kernel every thread of this program waits. */
static void print_stacks(void)
{
	glob_t threads;

	if (glob("/proc/[0-9]*/task/[0-9]*", 0, NULL, &threads))
		return;
	for (size_t i = 0; i < threads.gl_pathc; i++) {
		char path[128], name[32] = "";
		FILE *file;

		snprintf(path, sizeof(path), "%s/comm", threads.gl_pathv[i]);
		file = fopen(path, "r");
		if (file && fgets(name, sizeof(name), file)
				&& strcmp(name, "fuzz\n") == 0) {
			static const char *const files[] = { "stat", "syscall",
				"stack" };

			printf("# %s\n", threads.gl_pathv[i]);
			for (size_t j = 0; j < 3; j++) {
				snprintf(path, sizeof(path), "%s/%s",
						threads.gl_pathv[i], files[j]);
				print_file(path);
			}
		}
		if (file)
			fclose(file);
	}
	globfree(&threads);
}

/* Ends the workers once one has failed: the others would wait for it. */
static bool fuzz(uint64_t seed, int seconds)
{
	time_t begin = time(NULL), until = begin + seconds, tell = begin + TELL_S;
	pid_t workers[WORKERS];
	bool good = true;
	unsigned long done = 0;
	time_t moved = begin;

	for (int i = 0; i < WORKERS; i++) {
		workers[i] = fork();
		if (workers[i] == 0)
			worker(seed * WORKERS + (uint64_t)i);
	}
	for (int left = WORKERS; left > 0;) {
		int status;
		pid_t ended = waitpid(-1, &status, WNOHANG);

		if (time(NULL) >= until)
			atomic_store(&common->stop, true);
		if (done != atomic_load(&common->reads)
				+ atomic_load(&common->compared)) {
			done = atomic_load(&common->reads)
				+ atomic_load(&common->compared);
			moved = time(NULL);
		}
		if (time(NULL) >= moved + HANG_S) {
			printf("# hangs: no page was read for %d s\n", HANG_S);
			print_stacks();
			for (int i = 0; i < WORKERS; i++)
				kill(workers[i], SIGKILL);
			/* One that waits in the kernel does not end. */
			return false;
		}
		if (time(NULL) >= tell) {
			printf("# after %ld s: rounds=%lu reads=%lu pagesCompared=%lu\n",
					(long)(tell - begin),
					atomic_load(&common->rounds),
					atomic_load(&common->reads),
					atomic_load(&common->compared));
			fflush(stdout);
			tell += TELL_S;
		}
		if (ended <= 0) {
			usleep(100000);
			continue;
		}
		left--;
		if (WIFEXITED(status) && WEXITSTATUS(status) == 42)
			continue;
		printf("# a worker ended: status=%#x\n", status);
		for (int i = 0; good && i < WORKERS; i++)
			if (workers[i] != ended)
				kill(workers[i], SIGKILL);
		good = false;
	}
	return good;
}

static int report(int number, bool good, const char *what)
{
	printf("%sok %d %s\n", good ? "" : "not ", number, what);
	fflush(stdout);
	return !good;
}

int main(void)
{
	static const char *const kept_counters[] = { "nr_anon_pages",
		"nr_mapped", "nr_page_table_pages", "nr_shmem", "nr_mlock" };
	static const char *const event_counters[] = { "thp_file_alloc",
		"thp_file_mapped", "thp_split_page", "thp_collapse_alloc",
		"pswpout", "pswpin", "pgfault" };
	enum { KEPT = sizeof(kept_counters) / sizeof(kept_counters[0]),
		EVENTS = sizeof(event_counters) / sizeof(event_counters[0]) };
	const char *given_seed = getenv("LAB_FUZZ_SEED");
	const char *given_seconds = getenv("LAB_FUZZ_S");
	uint64_t seed = given_seed ? strtoull(given_seed, NULL, 10) : 1;
	int seconds = given_seconds ? atoi(given_seconds) : 120;
	long before[KEPT], events[EVENTS];
	pthread_barrierattr_t shared;
	bool kept = true, huge = true, good;
	int failed;

	refuse_other_machines("fuzz");
	printf("KTAP version 1\n1..5\n# seed=%llu seconds=%d workers=%d threads=%d"
			" advice=%s\n", (unsigned long long)seed, seconds,
			WORKERS, THREADS,
			madvise(NULL, 0, MADV_NOSIGBUS) ? "no" : "yes");
	prepare();
	fflush(stdout);
	common = mmap(NULL, sizeof(*common), PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	pthread_barrierattr_init(&shared);
	pthread_barrierattr_setpshared(&shared, PTHREAD_PROCESS_SHARED);
	pthread_barrier_init(&common->all, &shared, WORKERS * THREADS);
	common->leader = seed * WORKERS * THREADS;
	for (int i = 0; i < KEPT; i++)
		before[i] = counted(kept_counters[i]);
	for (int i = 0; i < EVENTS; i++)
		events[i] = counted(event_counters[i]);
	for (int i = 0; i < FILES; i++)
		files[i] = i == FULL ? open("/tmp/full/file", O_RDWR | O_CREAT, 0600)
			: memfd_create("fuzz", MFD_CLOEXEC);

	good = fuzz(seed, seconds);
	failed = report(1, good, "no access with the advice raised SIGBUS or"
			" found a foreign byte, no mapping differs from its file");
	printf("# reads=%lu zeroes=%lu signalsWithoutTheAdvice=%lu"
			" pagesCompared=%lu endlessPins=%lu\n",
			atomic_load(&common->reads),
			atomic_load(&common->zeroes),
			atomic_load(&common->signals),
			atomic_load(&common->compared),
			atomic_load(&common->endless_pins));
	failed += report(2, atomic_load(&common->compared) > 0
			&& atomic_load(&common->zeroes) > 0
			&& atomic_load(&common->signals) > 0,
			"zeroes, signals and comparisons occurred");
	for (int i = 0; i < EVENTS; i++) {
		long grown = counted(event_counters[i]) - events[i];

		printf("# %s=%ld\n", event_counters[i], grown);
		if (strcmp(event_counters[i], "thp_file_mapped") == 0)
			huge = grown > 0;
	}
	if (access("/sys/kernel/mm/transparent_hugepage/enabled", F_OK))
		printf("ok 3 huge pages were mapped # SKIP this kernel has none\n");
	else
		failed += report(3, huge, "huge pages were mapped");
	for (int i = 0; i < FILES; i++)
		close(files[i]);
	unlink("/tmp/full/file");
	failed += report(4, log_is_clean(), "the kernel's log is clean");
	for (int i = 0; i < KEPT; i++) {
		long grown = counted(kept_counters[i]) - before[i];

		/* What this process itself has touched since. */
		kept &= grown <= 64;
		printf("# %s grew by %ld\n", kept_counters[i], grown);
	}
	failed += report(5, kept, "no page stays counted");
	return failed > 0;
}
