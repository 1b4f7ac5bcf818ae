/* SPDX-License-Identifier: MIT */
/*
 * What a kernel must go on doing, and what the advice of patches/next must not
 * do. Each case runs in a child, which has to end as expected: by SIGBUS, or
 * in peace. /dev/vda is a disk whose second page cannot be read.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#define PAGE 4096
#define PAGES 8
#define MADV_NOSIGBUS 26
#define MAP_NOSIGBUS_2021 0x200000

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

static void advice_on_a_bad_disk(int kind, int flags)
{
	volatile char *bytes = map_with_advice(open_kind(kind));

	(void)flags;
	(void)bytes[PAGE];
}

static void bad_disk(int kind, int flags)
{
	volatile char *bytes = map(open_kind(kind), flags);

	(void)bytes[PAGE];
}

static void advice_past_the_end_of_a_disk(int kind, int flags)
{
	int fd = open_kind(kind);
	off_t end = lseek(fd, 0, SEEK_END);
	volatile char *bytes = mmap(NULL, 2 * PAGE, PROT_READ, MAP_PRIVATE, fd,
			end - PAGE);

	(void)flags;
	demand(bytes != MAP_FAILED);
	demand(madvise((void *)bytes, 2 * PAGE, MADV_NOSIGBUS) == 0);
	demand(bytes[PAGE] == 0);
}

static void advice_refused(int kind, int flags)
{
	volatile char *bytes = map(open_kind(kind), flags);

	demand(madvise((void *)bytes, PAGE, MADV_NOSIGBUS) == -1);
	demand(errno == EINVAL);
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
	{ "memfd past the end with the advice", advice_past_the_end, MEMFD, 0,
		0, 1 },
	{ "tmpfs past the end with the advice", advice_past_the_end, TMPFS, 0,
		0, 1 },
	{ "past the end of a disk with the advice",
		advice_past_the_end_of_a_disk, DISK, 0, 0, 1 },
	{ "bad disk with the advice", advice_on_a_bad_disk, DISK, 0, SIGBUS,
		1 },
	{ "flag of 2021 where there is the advice", past_the_end, MEMFD,
		MAP_PRIVATE | MAP_NOSIGBUS_2021, SIGBUS, 1 },
	{ "advice refused for a shared mapping", advice_refused, MEMFD,
		MAP_SHARED, 0, 1 },
	{ "advice refused for a shared mapping of a disk", advice_refused,
		DISK, MAP_SHARED, 0, 1 },
};

#define CASES ((int)(sizeof(cases) / sizeof(cases[0])))

static int ends_as_expected(const struct test_case *test)
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
	return test->signal
		? WIFSIGNALED(status) && WTERMSIG(status) == test->signal
		: WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

int main(void)
{
	int advice = madvise(NULL, 0, MADV_NOSIGBUS) == 0;
	int failed = 0;

	setvbuf(stdout, NULL, _IOLBF, 0);
	printf("KTAP version 1\n1..%d\n", CASES);
	for (int i = 0; i < CASES; i++) {
		if (cases[i].needs_advice && !advice) {
			printf("ok %d %s # SKIP this kernel has no advice\n",
					i + 1, cases[i].name);
			continue;
		}
		int good = ends_as_expected(&cases[i]);

		failed += !good;
		printf("%sok %d %s: %s\n", good ? "" : "not ", i + 1,
				cases[i].name, cases[i].signal ? "SIGBUS"
				: "no signal");
	}
	return failed > 0;
}
