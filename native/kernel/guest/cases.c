/* SPDX-License-Identifier: MIT */
/*
 * What a kernel must go on doing, and what the advice of patches/next must not
 * do. Each case runs in a child, which has to end as expected: by SIGBUS, or
 * in peace. /dev/vda is a disk whose second page cannot be read, but written.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/swap.h>
#include <sys/wait.h>
#include <unistd.h>

#include "guest.h"

#define PAGE 4096
#define PAGES 8
#define MADV_NOSIGBUS 26
#define MAP_NOSIGBUS_2021 0x200000
#define SKIPPED 4 /* status of a child whose case this kernel cannot run */

enum kind { MEMFD, TMPFS, DISK };

static void demand(int truth)
{
	if (!truth)
		_exit(100);
}

static int open_kind(enum kind kind)
{
	char path[] = "/dev/shm/casesXXXXXX";
	int fd = kind == DISK ? open("/dev/vda", O_RDONLY)
		: kind == MEMFD ? memfd_create("cases", 0) : mkstemp(path);

	demand(fd >= 0);
	if (kind != DISK)
		demand(ftruncate(fd, PAGES * PAGE) == 0);
	return fd;
}

static volatile char *map(int fd, int flags)
{
	volatile char *map = mmap(NULL, 2 * PAGES * PAGE, PROT_READ, flags, fd,
			0);

	demand(map != MAP_FAILED);
	return map;
}

static volatile char *map_with_advice(int fd)
{
	volatile char *bytes = map(fd, MAP_PRIVATE);

	demand(madvise((void *)bytes, 2 * PAGES * PAGE, MADV_NOSIGBUS) == 0);
	return bytes;
}

static void past_the_end(int kind, int flags)
{
	int fd = open_kind(kind);
	volatile char *bytes = map(fd, flags);

	demand(bytes[0] == 0);
	(void)bytes[PAGES * PAGE];
}

static void truncated(int kind, int flags)
{
	int fd = open_kind(kind);
	volatile char *bytes = map(fd, flags);

	demand(bytes[PAGE] == 0);
	demand(ftruncate(fd, PAGE) == 0);
	demand(bytes[0] == 0);
	(void)bytes[PAGE];
}

static void advice_past_the_end(int kind, int flags)
{
	volatile char *bytes = map_with_advice(open_kind(kind));

	(void)flags;
	demand(bytes[PAGES * PAGE] == 0);
}

static void advice_on_a_truncated_file(int kind, int flags)
{
	int fd = open_kind(kind);
	volatile char *bytes = map_with_advice(fd);

	(void)flags;
	demand(pwrite(fd, "x", 1, 0) == 1);
	demand(bytes[0] == 'x' && bytes[PAGE] == 0);
	demand(ftruncate(fd, PAGE) == 0);
	demand(bytes[0] == 'x' && bytes[PAGE] == 0);
}

static void bad_disk(int kind, int flags)
{
	volatile char *bytes = map(open_kind(kind), flags);

	(void)bytes[PAGE];
}

static int put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	int done = fd >= 0 && write(fd, text, strlen(text)) > 0;

	close(fd);
	return done;
}

/*
 * Swap on the bad disk, in the one page that cannot be read, before any other
 * swap; and a group of processes that gives up its memory when asked, of which
 * what this process has so far is locked.
 */
static void open_bad_swap(void)
{
	static char header[PAGE];
	uint32_t version_and_last[] = { 1, 1 };
	int disk = open("/dev/vda", O_RDWR);

	memcpy(header + 1024, version_and_last, sizeof(version_and_last));
	memcpy(header + PAGE - 10, "SWAPSPACE2", 10);
	mkdir("/tmp/group", 0700);
	if (disk < 0 || pwrite(disk, header, PAGE, 0) != PAGE || fsync(disk)
			|| swapon("/dev/vda", SWAP_FLAG_PREFER | 0x7fff)
			|| (mount("group", "/tmp/group", "cgroup2", 0, NULL)
				&& errno != EBUSY))
		_exit(SKIPPED);
	close(disk);
	put("/tmp/group/cgroup.subtree_control", "+memory");
	mkdir("/tmp/group/cases", 0700);
	if (!put("/tmp/group/cases/cgroup.procs", "0")
			|| mlockall(MCL_CURRENT))
		_exit(SKIPPED);
}

/* Data that is lost in swap: zeroes must not hide it. */
static void bad_swap(int kind, int advised)
{
	int fd = open_kind(kind);
	volatile char *bytes;
	unsigned char in_core = 1;

	open_bad_swap();
	bytes = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	bytes[0] = 'x';
	for (int i = 0; i < 50 && in_core & 1; i++) {
		put("/tmp/group/cases/memory.reclaim", "1M");
		usleep(100000);
		demand(mincore((void *)bytes, PAGE, &in_core) == 0);
	}
	if (in_core & 1)
		_exit(SKIPPED);
	bytes = advised ? map_with_advice(fd) : map(fd, MAP_PRIVATE);
	(void)bytes[0];
}

static void advice_refused(int kind, int flags)
{
	volatile char *bytes = map(open_kind(kind), flags);

	demand(madvise((void *)bytes, PAGE, MADV_NOSIGBUS) == -1);
	demand(errno == EINVAL);
}

static void advice_refused_for_writing(int kind, int flags)
{
	char *bytes = mmap(NULL, PAGE, PROT_READ | PROT_WRITE, flags,
			open_kind(kind), 0);

	demand(bytes != MAP_FAILED);
	demand(madvise(bytes, PAGE, MADV_NOSIGBUS) == -1 && errno == EINVAL);
	demand(mprotect(bytes, PAGE, PROT_READ) == 0);
	demand(madvise(bytes, PAGE, MADV_NOSIGBUS) == 0);
	demand(mprotect(bytes, PAGE, PROT_READ | PROT_WRITE) == -1);
	demand(errno == EACCES);
}

struct test_case {
	const char *name;
	void (*run)(int kind, int flags);
	int kind, flags, signal, needs_advice;
};

static const struct test_case cases[] = {
	{ "shared memfd past the end", past_the_end, MEMFD, MAP_SHARED,
		SIGBUS, 0 },
	{ "private memfd past the end", past_the_end, MEMFD, MAP_PRIVATE,
		SIGBUS, 0 },
	{ "shared tmpfs past the end", past_the_end, TMPFS, MAP_SHARED,
		SIGBUS, 0 },
	{ "private tmpfs past the end", past_the_end, TMPFS, MAP_PRIVATE,
		SIGBUS, 0 },
	{ "shared memfd truncated", truncated, MEMFD, MAP_SHARED, SIGBUS, 0 },
	{ "private memfd truncated", truncated, MEMFD, MAP_PRIVATE, SIGBUS,
		0 },
	{ "populated memfd truncated", truncated, MEMFD,
		MAP_PRIVATE | MAP_POPULATE, SIGBUS, 0 },
	{ "private page of a bad disk", bad_disk, DISK, MAP_PRIVATE, SIGBUS,
		0 },
	{ "shared page of a bad disk", bad_disk, DISK, MAP_SHARED, SIGBUS, 0 },
	{ "page in swap that cannot be read", bad_swap, MEMFD, 0, SIGBUS, 0 },
	{ "memfd past the end with the advice", advice_past_the_end, MEMFD, 0,
		0, 1 },
	{ "tmpfs past the end with the advice", advice_past_the_end, TMPFS, 0,
		0, 1 },
	{ "memfd truncated with the advice", advice_on_a_truncated_file, MEMFD,
		0, 0, 1 },
	{ "tmpfs truncated with the advice", advice_on_a_truncated_file, TMPFS,
		0, 0, 1 },
	{ "page in swap that cannot be read with the advice", bad_swap, MEMFD,
		1, SIGBUS, 1 },
	{ "flag of 2021 where there is the advice", past_the_end, MEMFD,
		MAP_PRIVATE | MAP_NOSIGBUS_2021, SIGBUS, 1 },
	{ "advice refused for a shared mapping", advice_refused, MEMFD,
		MAP_SHARED, 0, 1 },
	{ "advice refused for a disk", advice_refused, DISK, MAP_PRIVATE, 0,
		1 },
	{ "advice refused for a writable mapping", advice_refused_for_writing,
		MEMFD, MAP_PRIVATE, 0, 1 },
};

#define CASES ((int)(sizeof(cases) / sizeof(cases[0])))

enum outcome { BAD, GOOD, SKIP };

static enum outcome outcome_of(const struct test_case *test)
{
	struct rlimit none = { 0, 0 };
	int status;
	pid_t child = fork();

	if (child == 0) {
		setrlimit(RLIMIT_CORE, &none);
		alarm(30);
		test->run(test->kind, test->flags);
		_exit(0);
	}
	waitpid(child, &status, 0);
	swapoff("/dev/vda");
	if (WIFEXITED(status) && WEXITSTATUS(status) == SKIPPED)
		return SKIP;
	return (test->signal
		? WIFSIGNALED(status) && WTERMSIG(status) == test->signal
		: WIFEXITED(status) && WEXITSTATUS(status) == 0) ? GOOD : BAD;
}

int main(void)
{
	int advice = madvise(NULL, 0, MADV_NOSIGBUS) == 0;
	int failed = 0;

	refuse_other_machines("cases");
	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("KTAP version 1\n1..%d\n", CASES);
	for (int i = 0; i < CASES; i++) {
		enum outcome outcome = cases[i].needs_advice && !advice ? SKIP
			: outcome_of(&cases[i]);

		failed += outcome == BAD;
		if (outcome == SKIP)
			printf("ok %d %s # SKIP %s\n", i + 1, cases[i].name,
					cases[i].needs_advice && !advice
					? "this kernel has no advice"
					: "no swap on /dev/vda, or no memory.reclaim");
		else
			printf("%sok %d %s: %s\n", outcome == GOOD ? "" : "not ",
					i + 1, cases[i].name, cases[i].signal
					? "SIGBUS" : "no signal");
	}
	return failed > 0;
}
