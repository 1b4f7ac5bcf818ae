/* SPDX-License-Identifier: MIT */
/*
 * Maps, truncates, punches, protects, moves, advises and forks at random, in
 * several processes that share their files, half of the private mappings with
 * the advice of patches/next. Then looks for splats in the kernel's log and for
 * pages that stay counted.
 *
 * An access of a mapping with the advice must not raise SIGBUS, whatever the
 * others do to the file; the sizes that they leave are not known to it.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096ul
#define PAGES 1200ul /* more than two page tables */
#define FILES 3
#define SLOTS 8
#define WORKERS 4
#define MADV_NOSIGBUS 26
#define MADV_SIGBUS 27
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif

struct slot {
	char *base;
	size_t pages;
	bool advised; /* all of it */
};

static struct slot slots[SLOTS];
static int files[FILES];
static uint64_t state;
static sigjmp_buf escape;
static volatile sig_atomic_t signal_seen;

/* xorshift64* (Vigna 2016). */
static uint64_t below(uint64_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717) >> 11) % limit;
}

static void note(int signo)
{
	signal_seen = signo;
	siglongjmp(escape, 1);
}

static void unmap(struct slot *slot)
{
	if (slot->base)
		munmap(slot->base, slot->pages * PAGE);
	slot->base = NULL;
}

static void map(struct slot *slot)
{
	bool shared = below(4) == 0;
	int protection = below(2) ? PROT_READ : PROT_READ | PROT_WRITE;
	void *base;

	unmap(slot);
	slot->pages = 1 + below(PAGES);
	base = mmap(NULL, slot->pages * PAGE, protection,
			(shared ? MAP_SHARED : MAP_PRIVATE)
			| (below(8) ? 0 : MAP_POPULATE), files[below(FILES)],
			(off_t)(below(PAGES) * PAGE));
	if (base == MAP_FAILED)
		return;
	slot->base = base;
	slot->advised = !shared && below(2)
		&& madvise(base, slot->pages * PAGE, MADV_NOSIGBUS) == 0;
}

/* Moves a slot, longer or shorter. */
static void move(struct slot *slot)
{
	size_t pages = 1 + below(PAGES);
	void *base = mremap(slot->base, slot->pages * PAGE, pages * PAGE,
			MREMAP_MAYMOVE);

	if (base == MAP_FAILED)
		return;
	slot->base = base;
	slot->pages = pages;
}

static void advise(struct slot *slot)
{
	static const int advices[] = { MADV_DONTNEED, MADV_COLD, MADV_PAGEOUT,
		MADV_WILLNEED, MADV_HUGEPAGE, MADV_NOHUGEPAGE, MADV_COLLAPSE,
		MADV_POPULATE_READ, MADV_POPULATE_WRITE, MADV_NOSIGBUS,
		MADV_SIGBUS };
	int advice = advices[below(sizeof(advices) / sizeof(advices[0]))];
	size_t from = below(slot->pages), pages = 1 + below(slot->pages - from);

	madvise(slot->base + from * PAGE, pages * PAGE, advice);
	if (advice == MADV_SIGBUS)
		slot->advised = false;
}

static void protect(struct slot *slot)
{
	static const int protections[] = { PROT_NONE, PROT_READ,
		PROT_READ | PROT_WRITE };
	size_t from = below(slot->pages), pages = 1 + below(slot->pages - from);

	mprotect(slot->base + from * PAGE, pages * PAGE,
			protections[below(3)]);
}

/* Reads or writes a run; false where a signal came that must not. */
static bool touch(struct slot *slot)
{
	size_t from = below(slot->pages), pages = 1 + below(64);
	bool write = below(3) == 0;

	signal_seen = 0;
	if (!sigsetjmp(escape, 1))
		for (size_t i = from; i < slot->pages && i < from + pages; i++) {
			volatile char *at = slot->base + i * PAGE + 8;

			if (write)
				*at = 1;
			else
				(void)*at;
		}
	return !(signal_seen == SIGBUS && slot->advised);
}

static void change_file(void)
{
	int fd = files[below(FILES)];

	if (below(3) == 0)
		fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
				(off_t)(below(PAGES) * PAGE),
				(off_t)((1 + below(64)) * PAGE));
	else if (ftruncate(fd, (off_t)below(PAGES * PAGE)))
		abort();
	if (below(4) == 0 && pwrite(fd, "x", 1, (off_t)below(PAGES * PAGE)) < 0)
		abort();
}

static bool touch_in_a_child(struct slot *slot)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(touch(slot) ? 0 : 1);
	return child < 0 || waitpid(child, &status, 0) != child
		|| WEXITSTATUS(status) == 0;
}

static bool step(void)
{
	struct slot *slot = &slots[below(SLOTS)];
	uint64_t what = below(100);

	if (!slot->base || what < 6)
		map(slot);
	else if (what < 8)
		unmap(slot);
	else if (what < 14)
		move(slot);
	else if (what < 26)
		advise(slot);
	else if (what < 32)
		protect(slot);
	else if (what < 34)
		slot->advised ? mlock(slot->base, slot->pages * PAGE)
			: munlock(slot->base, slot->pages * PAGE);
	else if (what < 48)
		change_file();
	else if (what < 51)
		return touch_in_a_child(slot);
	else
		return touch(slot);
	return true;
}

_Noreturn static void work(uint64_t seed, time_t until)
{
	struct sigaction action = { .sa_handler = note };

	state = seed * UINT64_C(0x9e3779b97f4a7c15) | 1;
	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGSEGV, &action, NULL);
	while (time(NULL) < until)
		for (int i = 0; i < 100; i++)
			if (!step())
				_exit(1);
	_exit(0);
}

/* A line of /proc/vmstat, brought up to date. */
static long counted(const char *name)
{
	char line[128];
	long value = -1;
	size_t length = strlen(name);
	FILE *refresh = fopen("/proc/sys/vm/stat_refresh", "w");
	FILE *file = fopen("/proc/vmstat", "r");

	if (refresh) {
		fputs("1\n", refresh);
		fclose(refresh);
	}
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
		"Bad page", "bad pte", "Oops", "stall" };
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

static bool fuzz(uint64_t seed, int seconds)
{
	time_t until = time(NULL) + seconds;
	bool good = true;
	int status;

	for (int i = 0; i < WORKERS; i++)
		if (fork() == 0)
			work(seed + (uint64_t)i, until);
	for (int i = 0; i < WORKERS; i++) {
		wait(&status);
		if (status != 0)
			printf("# a worker ended: status=%#x\n", status);
		good &= status == 0;
	}
	return good;
}

static int report(int number, bool good, const char *what)
{
	printf("%sok %d %s\n", good ? "" : "not ", number, what);
	return !good;
}

int main(int argc, char **argv)
{
	static const char *const counters[] = { "nr_anon_pages", "nr_mapped",
		"nr_page_table_pages", "nr_shmem", "nr_mlock" };
	enum { COUNTERS = sizeof(counters) / sizeof(counters[0]) };
	uint64_t seed = argc > 1 ? strtoull(argv[1], NULL, 10) : 1;
	int seconds = argc > 2 ? atoi(argv[2]) : 120;
	long before[COUNTERS];
	bool kept = true;
	int failed;

	printf("KTAP version 1\n1..3\n# seed=%llu seconds=%d advice=%s\n",
			(unsigned long long)seed, seconds,
			madvise(NULL, 0, MADV_NOSIGBUS) ? "no" : "yes");
	fflush(stdout);
	for (int i = 0; i < COUNTERS; i++)
		before[i] = counted(counters[i]);
	for (int i = 0; i < FILES; i++)
		files[i] = memfd_create("fuzz", MFD_CLOEXEC);
	failed = report(1, fuzz(seed, seconds),
			"no access with the advice raised SIGBUS");
	for (int i = 0; i < FILES; i++)
		close(files[i]);
	failed += report(2, log_is_clean(), "the kernel's log is clean");
	for (int i = 0; i < COUNTERS; i++) {
		long grown = counted(counters[i]) - before[i];

		/* What this process itself has touched since. */
		kept &= grown <= 64;
		printf("# %s grew by %ld\n", counters[i], grown);
	}
	failed += report(3, kept, "no page stays counted");
	return failed > 0;
}
