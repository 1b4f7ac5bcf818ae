/* SPDX-License-Identifier: MIT */
/*
 * What reviewers of patches/next ask first, counted in the guest. One line a
 * figure: what=..., value=..., unit. A clock that counts instructions (boot.sh)
 * makes its nanoseconds executed instructions, user space and kernel together;
 * with any other clock they are nanoseconds, and the head of the output says so.
 *
 *   - code that does not use the advice: the loops of will-it-scale's
 *     page_fault1 to 3, mmap1 and fork1, written anew;
 *   - a lost page: with a handler that replaces the mapping, and with the flag by
 *     the window of fault-around; mmap() and munmap() are in it;
 *   - a memory cgroup of 64 MiB, of which a process reads and writes 1 GiB past
 *     the end of a file;
 *   - two threads that read the same lost pages;
 *   - a pool with a hole that cannot be backed at every second page, read by a
 *     handler that replaces pages and by the advice.
 *
 * Ends in 1 where the advice, and only where it, does not do what it promises.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "guest.h"

#define PAGE 4096ul
#define MIB (1ul << 20)
#define GIB (1ul << 30)
#define LOST_PAGES 2025ul /* a buffer of 1080p */
#define MADV_NOSIGBUS 26
#define MAP_NOSIGBUS_2021 0x200000

enum form { NONE, ADVICE, FLAG_OF_2021 };

static enum form form;
static int failed;

static void show(const char *what, double value, const char *unit)
{
	printf("what=%s value=%.1f unit=%s\n", what, value, unit);
	fflush(stdout);
}

static void skip(const char *what, const char *why)
{
	printf("what=%s SKIPPED reason=%s\n", what, why);
	fflush(stdout);
}

static void demand(bool truth, const char *what)
{
	if (truth)
		return;
	printf("what=%s FAILED errno=%d\n", what, errno);
	failed = 1;
}

static int64_t now_ns(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

static bool put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY);
	bool done = fd >= 0 && write(fd, text, strlen(text)) > 0;

	if (fd >= 0)
		close(fd);
	return done;
}

/* The number behind a word in a file of lines "word number", or of one number. */
static long number_in(const char *path, const char *word)
{
	FILE *file = fopen(path, "r");
	char line[256];
	long value = -1;

	while (file && fgets(line, sizeof(line), file))
		if (!word || strncmp(line, word, strlen(word)) == 0)
			value = atol(line + (word ? strlen(word) : 0));
	if (file)
		fclose(file);
	return value;
}

static int lines_in(const char *path)
{
	FILE *file = fopen(path, "r");
	int lines = 0;

	for (int byte; file && (byte = fgetc(file)) != EOF;)
		lines += byte == '\n';
	if (file)
		fclose(file);
	return lines;
}

static void *map(size_t size, int protection, int flags, int fd)
{
	void *base = mmap(NULL, size, protection, flags, fd, 0);

	if (base == MAP_FAILED) {
		printf("what=mmap FAILED size=%zu errno=%d\n", size, errno);
		exit(1);
	}
	return base;
}

/* A private mapping that has zeroes where the file has no data, or NULL. */
static char *map_without_signal(int fd, size_t size, int protection)
{
	char *base;

	if (form == NONE)
		return NULL;
	base = map(size, protection, MAP_PRIVATE
			| (form == FLAG_OF_2021 ? MAP_NOSIGBUS_2021 : 0), fd);
	if (form == ADVICE && madvise(base, size, MADV_NOSIGBUS)) {
		munmap(base, size);
		return NULL;
	}
	return base;
}

/* The flag of 2021 can only be tried: old kernels ignore it. */
static enum form find_form(void)
{
	int status, fd = memfd_create("form", MFD_CLOEXEC);
	pid_t child;

	if (madvise(NULL, 0, MADV_NOSIGBUS) == 0)
		return ADVICE;
	child = fork();
	if (child == 0) {
		volatile char *byte = map(PAGE, PROT_READ,
				MAP_PRIVATE | MAP_NOSIGBUS_2021, fd);

		_exit(*byte ? 1 : 42);
	}
	waitpid(child, &status, 0);
	return WIFEXITED(status) && WEXITSTATUS(status) == 42 ? FLAG_OF_2021
		: NONE;
}

/* The least of several goes at one loop. */
static void least(const char *what, void (*loop)(void *), void *argument,
		double each, const char *unit)
{
	int64_t best = INT64_MAX;

	for (int i = 0; i < 7; i++) {
		int64_t begin = now_ns(), took;

		loop(argument);
		took = now_ns() - begin;
		best = took < best ? took : best;
	}
	show(what, (double)best / each, unit);
}

static void touch_all(char *base, size_t size, bool write)
{
	for (size_t i = 0; i < size; i += PAGE)
		if (write)
			((volatile char *)base)[i] = 1;
		else
			(void)((volatile char *)base)[i];
}

static void anonymous_faults(void *unused)
{
	char *base = map(4 * MIB, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1);

	(void)unused;
	touch_all(base, 4 * MIB, true);
	munmap(base, 4 * MIB);
}

static void private_file_faults(void *fd)
{
	char *base = map(4 * MIB, PROT_READ | PROT_WRITE, MAP_PRIVATE,
			*(int *)fd);

	touch_all(base, 4 * MIB, true);
	munmap(base, 4 * MIB);
}

static void shared_file_faults(void *fd)
{
	char *base = map(4 * MIB, PROT_READ | PROT_WRITE, MAP_SHARED,
			*(int *)fd);

	touch_all(base, 4 * MIB, true);
	munmap(base, 4 * MIB);
}

static void mappings(void *unused)
{
	(void)unused;
	for (int i = 0; i < 1000; i++)
		munmap(map(128 * MIB, PROT_READ | PROT_WRITE,
				MAP_PRIVATE | MAP_ANONYMOUS, -1), 128 * MIB);
}

static void forks(void *unused)
{
	(void)unused;
	for (int i = 0; i < 20; i++) {
		pid_t child = fork();

		if (child == 0)
			_exit(0);
		waitpid(child, NULL, 0);
	}
}

static void protections(void *base)
{
	for (int i = 0; i < 1000; i++) {
		mprotect(base, PAGE, PROT_READ);
		mprotect(base, PAGE, PROT_READ | PROT_WRITE);
	}
}

static void count_others(void)
{
	int fd = memfd_create("file", MFD_CLOEXEC);
	char *base = map(PAGE, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1);

	demand(ftruncate(fd, 4 * MIB) == 0, "ftruncate");
	shared_file_faults(&fd);
	least("page_fault1", anonymous_faults, NULL, 1024, "ns/page");
	least("page_fault2", private_file_faults, &fd, 1024, "ns/page");
	least("page_fault3", shared_file_faults, &fd, 1024, "ns/page");
	least("mmap1", mappings, NULL, 1000, "ns/pair");
	least("fork1", forks, NULL, 20, "ns/fork");
	least("mprotect", protections, base, 2000, "ns/call");
	munmap(base, PAGE);
	close(fd);
}

static void read_lost_pages(void *fd)
{
	char *base = map_without_signal(*(int *)fd, LOST_PAGES * PAGE,
			PROT_READ);

	touch_all(base, LOST_PAGES * PAGE, false);
	munmap(base, LOST_PAGES * PAGE);
}

/* The mapping that the handler replaces, and whether by huge zero pages. */
static char *guarded;
static bool guarded_by_huge_pages;

/*
 * libwayland's algorithm, and the same with huge zero pages. mmap(2) and
 * madvise(2) are not on POSIX's list of async-signal-safe functions, but are bare
 * system calls in every libc for Linux.
 */
static void replace_mapping(int signo)
{
	(void)signo;
	if (mmap(guarded, LOST_PAGES * PAGE, PROT_READ,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
			== MAP_FAILED)
		_exit(43);
	if (guarded_by_huge_pages)
		madvise(guarded, LOST_PAGES * PAGE, MADV_HUGEPAGE);
}

static void read_lost_pages_guarded(void *fd)
{
	const size_t huge = 2 * MIB, size = LOST_PAGES * PAGE;
	char *room = map(size + huge, PROT_NONE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1);

	guarded = room + (-(uintptr_t)room & (huge - 1));
	demand(mmap(guarded, size, PROT_READ, MAP_SHARED | MAP_FIXED,
			*(int *)fd, 0) == guarded, "mmap");
	touch_all(guarded, size, false);
	munmap(room, size + huge);
}

static void count_guards(void)
{
	int fd = memfd_create("lost", MFD_CLOEXEC);

	/* Where it is "always", both handlers get huge zero pages. */
	put("/sys/kernel/mm/transparent_hugepage/enabled", "madvise");
	signal(SIGBUS, replace_mapping);
	least("lostPage.handler.mapping", read_lost_pages_guarded, &fd,
			LOST_PAGES, "ns/page");
	guarded_by_huge_pages = true;
	least("lostPage.handler.hugeZeroPages", read_lost_pages_guarded, &fd,
			LOST_PAGES, "ns/page");
	signal(SIGBUS, SIG_DFL);
	close(fd);
}

static void count_lost_pages(void)
{
	static const char *const windows[] = { "4096", "16384", "65536",
		"2097152" };
	int fd = memfd_create("lost", MFD_CLOEXEC);

	if (form == NONE) {
		skip("lostPage", "no-flag");
		return;
	}
	mkdir("/tmp/debug", 0700);
	mount("debug", "/tmp/debug", "debugfs", 0, NULL);
	for (size_t i = 0; i < sizeof(windows) / sizeof(windows[0]); i++) {
		char what[64];

		snprintf(what, sizeof(what), "lostPage.faultAroundBytes.%s",
				windows[i]);
		if (!put("/tmp/debug/fault_around_bytes", windows[i]))
			skip(what, "no-debugfs");
		else
			least(what, read_lost_pages, &fd, LOST_PAGES,
					"ns/page");
	}
	put("/tmp/debug/fault_around_bytes", "65536");
	close(fd);
}

/* In the group: reads 1 GiB past the end, and writes it where that is allowed. */
static void use_gigabyte(bool write)
{
	int fd = memfd_create("gigabyte", MFD_CLOEXEC);
	char *base = map_without_signal(fd, GIB, PROT_READ
			| (write ? PROT_WRITE : 0));
	const char *what = write ? "written" : "read";
	char name[64];

	if (!base) {
		printf("what=memoryCgroup.%s.refused value=1.0 unit=boolean\n",
				what);
		exit(0);
	}
	touch_all(base, GIB, write);
	snprintf(name, sizeof(name), "memoryCgroup.%s.memory.current", what);
	show(name, (double)number_in("/tmp/group/counts/memory.current", NULL)
			/ 1024, "KiB");
	snprintf(name, sizeof(name), "memoryCgroup.%s.pagetables", what);
	show(name, (double)number_in("/tmp/group/counts/memory.stat",
			"pagetables") / 1024, "KiB");
	snprintf(name, sizeof(name), "memoryCgroup.%s.VmPTE", what);
	show(name, (double)number_in("/proc/self/status", "VmPTE:"), "KiB");
	snprintf(name, sizeof(name), "memoryCgroup.%s.VmRSS", what);
	show(name, (double)number_in("/proc/self/status", "VmRSS:"), "KiB");
	exit(0);
}

static void count_group(void)
{
	if (form == NONE) {
		skip("memoryCgroup", "no-flag");
		return;
	}
	mkdir("/tmp/group", 0700);
	mount("group", "/tmp/group", "cgroup2", 0, NULL);
	put("/tmp/group/cgroup.subtree_control", "+memory");
	mkdir("/tmp/group/counts", 0700);
	if (!put("/tmp/group/counts/memory.max", "67108864")) {
		skip("memoryCgroup", "no-memory-controller");
		return;
	}
	put("/tmp/group/counts/memory.swap.max", "0");
	for (int write = 0; write < 2; write++) {
		int status;
		pid_t child;

		fflush(stdout);
		child = fork();
		if (child == 0) {
			put("/tmp/group/counts/cgroup.procs", "0");
			use_gigabyte(write);
		}
		waitpid(child, &status, 0);
		printf("what=memoryCgroup.%s.killed value=%.1f unit=boolean\n",
				write ? "written" : "read",
				WIFSIGNALED(status) ? 1.0 : 0.0);
		demand(form != ADVICE || !WIFSIGNALED(status),
				"memoryCgroup.survives");
	}
}

static void *read_gigabyte(void *base)
{
	touch_all(base, GIB, false);
	return NULL;
}

static void count_threads(void)
{
	for (int count = 1; count <= 2; count++) {
		int fd = memfd_create("threads", MFD_CLOEXEC);
		char *base = map_without_signal(fd, GIB, PROT_READ);
		struct rusage before, after;
		pthread_t threads[2];
		char what[64];

		if (!base) {
			skip("threads", "no-flag");
			return;
		}
		getrusage(RUSAGE_SELF, &before);
		for (int i = 0; i < count; i++)
			pthread_create(&threads[i], NULL, read_gigabyte, base);
		for (int i = 0; i < count; i++)
			pthread_join(threads[i], NULL);
		getrusage(RUSAGE_SELF, &after);
		snprintf(what, sizeof(what), "threads.%d.faults", count);
		show(what, (double)(after.ru_minflt - before.ru_minflt),
				"faults/GiB");
		snprintf(what, sizeof(what), "threads.%d.VmPTE", count);
		show(what, (double)number_in("/proc/self/status", "VmPTE:"),
				"KiB");
		munmap(base, GIB);
		close(fd);
	}
}

static volatile sig_atomic_t repair_errno;
static sigjmp_buf escape;

/*
 * mmap(2) is not on POSIX's list of async-signal-safe functions, but is a bare
 * system call in every libc for Linux; siglongjmp() leaves only our own loop.
 */
static void replace_page(int signo, siginfo_t *info, void *context)
{
	char *page = (char *)((uintptr_t)info->si_addr & -PAGE);

	(void)signo;
	(void)context;
	if (mmap(page, PAGE, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED,
			-1, 0) == MAP_FAILED) {
		repair_errno = errno;
		siglongjmp(escape, 1);
	}
}

/* How many more the process may have, of ten. Shared ones are never merged. */
static int mappings_left(void)
{
	void *more[10];
	int count = 0;

	while (count < 10 && (more[count] = mmap(NULL, PAGE, PROT_NONE,
			MAP_SHARED | MAP_ANONYMOUS, -1, 0)) != MAP_FAILED)
		count++;
	for (int i = 0; i < count; i++)
		munmap(more[i], PAGE);
	return count;
}

static void show_holes(const char *reader, long done)
{
	char what[64];

	snprintf(what, sizeof(what), "holes.%s.pagesRead", reader);
	show(what, (double)done, "pages");
	snprintf(what, sizeof(what), "holes.%s.repairErrno", reader);
	show(what, (double)repair_errno, "errno");
	repair_errno = 0;
	snprintf(what, sizeof(what), "holes.%s.mappings", reader);
	show(what, (double)lines_in("/proc/self/maps"), "mappings");
	snprintf(what, sizeof(what), "holes.%s.mappingsLeft", reader);
	show(what, mappings_left(), "mappings of 10");
}

static void read_holes(const char *reader, char *base, size_t pages)
{
	static volatile long done;

	done = 0;
	if (!sigsetjmp(escape, 1))
		for (; done < (long)pages; done += 2)
			(void)((volatile char *)base)[(size_t)done * PAGE];
	show_holes(reader, done / 2);
}

static void count_holes(void)
{
	enum { HOLES = 34000 };
	struct sigaction action = { .sa_sigaction = replace_page,
		.sa_flags = SA_SIGINFO };
	char options[64];
	char *base;
	int fd;

	mkdir("/tmp/holes", 0700);
	snprintf(options, sizeof(options), "size=%luk", HOLES * PAGE / 1024);
	if (mount("holes", "/tmp/holes", "tmpfs", 0, options)) {
		skip("holes", "no-mount");
		return;
	}
	fd = open("/tmp/holes/file", O_RDWR | O_CREAT, 0600);
	demand(ftruncate(fd, 2 * HOLES * PAGE) == 0, "ftruncate");
	for (long i = 0; i < HOLES; i++)
		demand(pwrite(fd, "x", 1, (off_t)((2 * (size_t)i + 1) * PAGE))
				== 1, "pwrite");

	sigaction(SIGBUS, &action, NULL);
	base = map(2 * HOLES * PAGE, PROT_READ, MAP_SHARED, fd);
	read_holes("handler", base, 2 * HOLES);
	munmap(base, 2 * HOLES * PAGE);
	signal(SIGBUS, SIG_DFL);

	base = map_without_signal(fd, 2 * HOLES * PAGE, PROT_READ);
	if (base) {
		read_holes("flag", base, 2 * HOLES);
		demand(lines_in("/proc/self/maps") < 100, "holes.flag.mappings");
	} else {
		skip("holes.flag", "no-flag");
	}
	close(fd);
	umount2("/tmp/holes", MNT_DETACH);
}

int main(void)
{
	static const char *const forms[] = { "none", "advice", "flag-of-2021" };

	refuse_other_machines("counts");
	form = find_form();
	printf("# flag=%s; under a clock that counts instructions, ns are"
			" instructions\n", forms[form]);
	count_others();
	count_guards();
	count_lost_pages();
	count_group();
	count_threads();
	count_holes();
	return failed;
}
