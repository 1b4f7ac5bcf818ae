/* SPDX-License-Identifier: MIT */
/* What a process of the fuzz does at random, and what it checks; fuzz.c says why. */
#define _GNU_SOURCE
#include "fuzz.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define PAGE 4096ul
#define HUGE 0x200000ul
#define PAGES 1536ul /* three huge pages */
#define ROOM (PAGES * PAGE + HUGE) /* of address space for one slot */
#define SLOTS 6
#define LOCKED 32ul /* pages of a slot */
#define ROUND_S 2 /* between two comparisons of all mappings with their files */
#define PIN_S 2
#ifndef MADV_COLLAPSE
#define MADV_COLLAPSE 25
#endif
#ifndef MADV_DONTNEED_LOCKED
#define MADV_DONTNEED_LOCKED 24
#endif

/*
 * A mapping inside of room of its own, so that an access by a thread that does
 * not know of a change hits nothing else. generation is odd while it changes.
 */
struct slot {
	pthread_mutex_t changing;
	char *room;
	char *base;
	size_t pages, first; /* the page of the file that base shows */
	int file;
	atomic_bool advised; /* all of it */
	atomic_uint generation;
};

static struct slot slots[SLOTS];
static _Thread_local uint64_t state;
static _Thread_local sigjmp_buf escape;
static _Thread_local volatile sig_atomic_t signal_seen;

/* xorshift64* (Vigna 2016). */
static uint64_t below(uint64_t limit)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * UINT64_C(2685821657736338717) >> 11) % limit;
}

/* What each byte of a page that was written is. */
static char pattern(int file, size_t page)
{
	return (char)(1 + ((size_t)file * 61 + page * 7) % 255);
}

static void note(int signo)
{
	signal_seen = signo;
	siglongjmp(escape, 1);
}

__attribute__((format(printf, 1, 2))) static bool wrong(const char *what, ...)
{
	va_list rest;

	va_start(rest, what);
	printf("# ");
	vprintf(what, rest);
	printf(" pid=%d\n", getpid());
	fflush(stdout);
	va_end(rest);
	return false;
}

static void begin_change(struct slot *slot)
{
	pthread_mutex_lock(&slot->changing);
	atomic_fetch_add(&slot->generation, 1);
}

static void end_change(struct slot *slot)
{
	atomic_fetch_add(&slot->generation, 1);
	pthread_mutex_unlock(&slot->changing);
}

static void clear(struct slot *slot)
{
	if (mmap(slot->room, ROOM, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS
			| MAP_FIXED | MAP_NORESERVE, -1, 0) == MAP_FAILED)
		abort();
	slot->base = NULL;
}

/* Three in four at an address where a huge page of the file can be mapped. */
static void map(struct slot *slot)
{
	bool shared = below(4) == 0;
	int protection = below(2) ? PROT_READ : PROT_READ | PROT_WRITE;
	size_t askew = below(4) ? 0 : 1 + below(HUGE / PAGE - 1);
	void *base;

	begin_change(slot);
	clear(slot);
	slot->first = below(2) ? 0 : below(PAGES);
	slot->pages = 1 + below(PAGES - slot->first);
	slot->file = (int)below(FILES);
	base = mmap(slot->room + (slot->first + askew) % PAGES * PAGE,
			slot->pages * PAGE, protection,
			(shared ? MAP_SHARED : MAP_PRIVATE) | MAP_FIXED
			| (below(8) ? 0 : MAP_POPULATE), files[slot->file],
			(off_t)(slot->first * PAGE));
	if (base != MAP_FAILED) {
		slot->base = base;
		atomic_store(&slot->advised, !shared && below(4)
			&& madvise(base, slot->pages * PAGE, MADV_NOSIGBUS) == 0);
	}
	end_change(slot);
}

/* To another place of its room, or to another length. */
static void move(struct slot *slot)
{
	begin_change(slot);
	if (slot->base) {
		size_t pages = 1 + below(PAGES - slot->first);
		char *to = slot->room + below((ROOM / PAGE) - pages) * PAGE;
		void *base = mremap(slot->base, slot->pages * PAGE,
				pages * PAGE, MREMAP_MAYMOVE | MREMAP_FIXED, to);

		/* Overlaps itself: refused. A failure later leaves a part. */
		if (base != MAP_FAILED) {
			char *old = slot->base;
			size_t length = slot->pages * PAGE;

			slot->base = base;
			slot->pages = pages;
			if (mmap(old, length, PROT_NONE, MAP_PRIVATE
					| MAP_ANONYMOUS | MAP_FIXED_NOREPLACE
					| MAP_NORESERVE, -1, 0) == MAP_FAILED
					&& errno != EEXIST)
				abort();
		} else if (errno != EINVAL) {
			clear(slot);
		}
	}
	end_change(slot);
}

static void advise(struct slot *slot)
{
	static const int advices[] = { MADV_DONTNEED, MADV_DONTNEED, MADV_COLD,
		MADV_PAGEOUT, MADV_PAGEOUT, MADV_WILLNEED, MADV_HUGEPAGE,
		MADV_NOHUGEPAGE, MADV_COLLAPSE, MADV_COLLAPSE,
		MADV_POPULATE_READ, MADV_POPULATE_WRITE, MADV_MERGEABLE,
		MADV_UNMERGEABLE };
	char *base = slot->base;
	size_t pages = slot->pages, from = below(pages ? pages : 1);

	if (base && from < pages)
		madvise(base + from * PAGE, (1 + below(pages - from)) * PAGE,
			advices[below(sizeof(advices) / sizeof(advices[0]))]);
}

/* The advice itself, of a part; all of it has it afterwards, or it counts as none. */
static void change_advice(struct slot *slot)
{
	begin_change(slot);
	if (slot->base) {
		size_t from = below(slot->pages);

		if (below(2)) {
			madvise(slot->base + from * PAGE,
				(1 + below(slot->pages - from)) * PAGE,
				MADV_SIGBUS);
			atomic_store(&slot->advised, false);
		}
		if (below(2) && madvise(slot->base, slot->pages * PAGE,
				MADV_NOSIGBUS) == 0)
			atomic_store(&slot->advised, true);
	}
	end_change(slot);
}

/* False where a mapping with the advice could be made writable. */
static bool protect(struct slot *slot)
{
	static const int protections[] = { PROT_NONE, PROT_READ, PROT_READ,
		PROT_READ | PROT_WRITE };
	unsigned generation = atomic_load(&slot->generation);
	bool advised = atomic_load(&slot->advised);
	char *base = slot->base;
	size_t pages = slot->pages, from = below(pages ? pages : 1);
	int protection = protections[below(4)];

	if (!base || from >= pages || generation & 1)
		return true;
	if (mprotect(base + from * PAGE, (1 + below(pages - from)) * PAGE,
			protection) == 0 && (protection & PROT_WRITE) && advised
			&& atomic_load(&slot->generation) == generation)
		return wrong("made writable with the advice:");
	return true;
}

/* Reads or writes a run of pages; false where what must not happen did. */
static bool touch(struct slot *slot)
{
	unsigned generation = atomic_load(&slot->generation);
	bool advised = atomic_load(&slot->advised);
	char *base = slot->base;
	size_t pages = slot->pages, first = slot->first;
	int file = slot->file;
	/* A write must not hit what replaces this mapping. */
	bool write = below(4) == 0
		&& pthread_mutex_trylock(&slot->changing) == 0;
	volatile size_t i = below(pages ? pages : 1);
	size_t end = i + 1 + below(64);
	volatile unsigned long reads = 0, zeroes = 0;
	volatile bool good = true;

	signal_seen = 0;
	if (base && !(generation & 1) && !sigsetjmp(escape, 1)) {
		for (; i < pages && i < end; i++) {
			volatile char *at = base + i * PAGE + below(PAGE);
			char byte, right = pattern(file, first + i);

			if (atomic_load(&slot->generation) != generation)
				break;
			if (write)
				*at = right;
			byte = *at;
			reads++;
			zeroes += byte == 0;
			if (byte != 0 && byte != right
					&& atomic_load(&slot->generation)
					== generation)
				good = wrong("a foreign byte: file=%d, page=%zu,"
						" byte=%d, pattern=%d,", file,
						first + i, byte, right);
		}
	}
	if (write)
		pthread_mutex_unlock(&slot->changing);
	atomic_fetch_add(&common->reads, reads);
	atomic_fetch_add(&common->zeroes, zeroes);
	if (signal_seen == SIGBUS) {
		atomic_fetch_add(&common->signals, 1);
		if (advised && atomic_load(&slot->generation) == generation)
			return wrong("SIGBUS with the advice: file=%d, page=%zu,",
					file, first + i);
	}
	return good;
}

/*
 * Reads through the kernel: a copy, and pins of the pages for long. A pin of a
 * private mapping of a file's huge page does not end on Linux 6.12, with and
 * without the series: the fault that is to unshare a page splits the huge page and
 * maps it again. Only a signal that kills ends it, so a child pins.
 */
static bool read_through_the_kernel(struct slot *slot)
{
	struct { uint64_t times[2], addr, size; uint32_t nr, flags, test, which[8]; }
		pin = { .nr = 16 };
	char buffer[4 * PAGE];
	struct iovec to = { buffer, sizeof(buffer) };
	struct iovec from = { slot->base, sizeof(buffer) };
	int status;
	pid_t child;

	if (!slot->base)
		return true;
	process_vm_readv(getpid(), &to, 1, &from, 1, 0);
	pin.addr = (uint64_t)(uintptr_t)from.iov_base;
	pin.size = 16 * PAGE;
	child = pins < 0 ? -1 : fork();
	if (child < 0)
		return true;
	if (child == 0) {
		alarm(PIN_S);
		/* PIN_LONGTERM_BENCHMARK of mm/gup_test.h: pins, and unpins. */
		ioctl(pins, _IOWR('g', 3, pin), &pin);
		_exit(42);
	}
	if (waitpid(child, &status, 0) == child && WIFSIGNALED(status)
			&& WTERMSIG(status) == SIGALRM) {
		atomic_fetch_add(&common->endless_pins, 1);
		return true;
	}
	return (WIFEXITED(status) && WEXITSTATUS(status) == 42)
		|| wrong("a child that pins ended: status=%#x,", status);
}

static void write_page(int file, size_t page)
{
	char bytes[PAGE];

	memset(bytes, pattern(file, page), PAGE);
	if (pwrite(files[file], bytes, PAGE, (off_t)(page * PAGE)) < 0
			&& errno != ENOSPC)
		abort();
}

static void change_file(void)
{
	int file = (int)below(FILES);
	size_t page = below(PAGES);

	switch (below(4)) {
	case 0:
		fallocate(files[file], FALLOC_FL_PUNCH_HOLE
				| FALLOC_FL_KEEP_SIZE, (off_t)(page * PAGE),
				(off_t)((1 + below(64)) * PAGE));
		break;
	case 1:
		if (ftruncate(files[file], (off_t)below(PAGES * PAGE)))
			abort();
		break;
	case 2:
		if (ftruncate(files[file], (off_t)(PAGES * PAGE)))
			abort();
		break;
	default:
		for (size_t n = below(64); n > 0 && page < PAGES; n--)
			write_page(file, page++);
	}
}

static bool touch_in_a_child(struct slot *slot)
{
	int status;
	pid_t child = fork();

	if (child == 0)
		_exit(touch(slot) ? 42 : 1);
	return child < 0 || (waitpid(child, &status, 0) == child
			&& WIFEXITED(status) && WEXITSTATUS(status) == 42)
		|| wrong("a child ended: status=%#x,", status);
}

/*
 * Of a slot so few pages that all of them leave the group's memory.high room for
 * others. Locked beyond it, every page that anybody touches waits for two seconds,
 * and a comparison of all mappings for hours.
 */
static void lock_some(struct slot *slot)
{
	size_t pages = slot->pages < LOCKED ? slot->pages : LOCKED;

	if (below(2))
		mlock(slot->base, pages * PAGE);
	else
		munlock(slot->base, pages * PAGE);
}

static bool step(void)
{
	struct slot *slot = &slots[below(SLOTS)];
	uint64_t what = below(100);

	if (!slot->base || what < 5)
		map(slot);
	else if (what < 8)
		move(slot);
	else if (what < 20)
		advise(slot);
	else if (what < 23)
		change_advice(slot);
	else if (what < 27)
		return protect(slot);
	else if (what < 29)
		lock_some(slot);
	else if (what < 31)
		return read_through_the_kernel(slot);
	else if (what < 48)
		change_file();
	else if (what < 50)
		return touch_in_a_child(slot);
	else
		return touch(slot);
	return true;
}

/* With everybody at rest: a mapping with the advice, once dropped, is its file. */
static bool equals_its_file(struct slot *slot)
{
	static char file[PAGE];
	bool good = true;

	if (!slot->base || !atomic_load(&slot->advised)
			|| mprotect(slot->base, slot->pages * PAGE, PROT_READ))
		return true;
	if (madvise(slot->base, slot->pages * PAGE, MADV_DONTNEED_LOCKED))
		return wrong("cannot be dropped: errno=%d,", errno);
	for (size_t i = 0; i < slot->pages && good; i++) {
		memset(file, 0, PAGE);
		if (pread(files[slot->file], file, PAGE,
				(off_t)((slot->first + i) * PAGE)) < 0)
			abort();
		atomic_fetch_add(&common->compared, 1);
		if (memcmp(file, slot->base + i * PAGE, PAGE))
			good = wrong("differs from its file: file=%d, page=%zu,"
					" map=%d, file=%d,", slot->file,
					slot->first + i, slot->base[i * PAGE],
					file[0]);
	}
	return good;
}

static void *work(void *seed)
{
	bool first = (uintptr_t)seed % THREADS == 0, good = true;

	state = (uintptr_t)seed * UINT64_C(0x9e3779b97f4a7c15) | 1;
	while (!atomic_load(&common->ending)) {
		time_t until = time(NULL) + ROUND_S;

		while (good && time(NULL) < until)
			good = step();
		/* Who has failed leaves the others waiting, and is enough. */
		if (!good)
			_exit(1);
		pthread_barrier_wait(&common->all);
		for (int i = 0; i < SLOTS && first; i++)
			if (!equals_its_file(&slots[i]))
				_exit(1);
		if ((uintptr_t)seed == common->leader) {
			atomic_fetch_add(&common->rounds, 1);
			atomic_store(&common->ending,
					atomic_load(&common->stop));
		}
		pthread_barrier_wait(&common->all);
	}
	return NULL;
}

_Noreturn void worker(uint64_t seed)
{
	struct sigaction action = { .sa_handler = note };
	pthread_t threads[THREADS];

	sigaction(SIGBUS, &action, NULL);
	sigaction(SIGSEGV, &action, NULL);
	for (int i = 0; i < SLOTS; i++) {
		char *room = mmap(NULL, ROOM + HUGE, PROT_NONE, MAP_PRIVATE
				| MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

		pthread_mutex_init(&slots[i].changing, NULL);
		slots[i].room = room + (-(uintptr_t)room & (HUGE - 1));
		clear(&slots[i]);
	}
	for (uint64_t i = 0; i < THREADS; i++)
		pthread_create(&threads[i], NULL, work,
				(void *)(uintptr_t)(seed * THREADS + i));
	for (int i = 0; i < THREADS; i++)
		pthread_join(threads[i], NULL);
	_exit(42);
}
