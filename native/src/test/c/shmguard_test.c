/* SPDX-License-Identifier: MIT */
/* What shmguard(3) promises, each case by itself. */
#define _GNU_SOURCE
#include "shmguard.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>

#include "check.h"

#define PAGES 64

static size_t page;

static int client_file(unsigned flags)
{
	int fd = memfd_create("client", MFD_CLOEXEC | flags);

	CHECK(fd >= 0);
	CHECK_EQUAL(ftruncate(fd, (off_t)(PAGES * page)), 0);
	return fd;
}

/* Byte N of page I is I + 1. */
static void draw(int fd, size_t pages)
{
	unsigned char *bytes = malloc(page);

	CHECK(bytes);
	for (size_t i = 0; i < pages; i++) {
		memset(bytes, (int)(i + 1), page);
		CHECK_EQUAL(pwrite(fd, bytes, page, (off_t)(i * page)), page);
	}
	free(bytes);
}

static struct shmguard *map(int fd, size_t pages)
{
	struct shmguard *pool;

	CHECK_EQUAL(shmguard_map(fd, pages * page, PROT_READ | PROT_WRITE,
				&pool), 0);
	return pool;
}

/* A drawn file that can shrink, and its pool. */
static struct shmguard *drawn_pool(int *fd)
{
	*fd = client_file(0);
	draw(*fd, PAGES);
	return map(*fd, PAGES);
}

static unsigned char *begin(struct shmguard *pool,
		struct shmguard_access *access)
{
	unsigned char *data = shmguard_begin(pool, access);

	CHECK(data);
	return data;
}

/* The byte is used: valgrind leaves a load out whose result nobody wants. */
static int byte_of_page(const unsigned char *data, size_t index)
{
	return *(const volatile unsigned char *)(data + index * page + 7);
}

static void check_pages(const unsigned char *data, size_t from, size_t to,
		bool there)
{
	for (size_t i = from; i < to; i++)
		CHECK_EQUAL(byte_of_page(data, i), there ? i + 1 : 0);
}

static void lose(int fd, size_t pages_left)
{
	CHECK_EQUAL(ftruncate(fd, (off_t)(pages_left * page)), 0);
}

static void reads_what_the_client_draws(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	check_pages(begin(pool, &access), 0, PAGES, true);
	CHECK_EQUAL(shmguard_size(&access), PAGES * page);
	CHECK(!shmguard_end(&access));
	CHECK(!shmguard_lost(pool));
	CHECK_EQUAL(shmguard_faults(), 0);
	shmguard_unmap(pool);
}

static void keeps_what_is_left_and_tells_of_the_rest(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	unsigned char *data;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	lose(fd, PAGES / 2);
	errno = ENOTTY;
	data = begin(pool, &access);
	check_pages(data, 0, PAGES / 2, true);
	check_pages(data, PAGES / 2, PAGES, false);
	CHECK_EQUAL(errno, ENOTTY);
	CHECK(shmguard_end(&access));
	CHECK(shmguard_lost(pool));
	CHECK_EQUAL(shmguard_faults(), 1);
	/* Told again: what is read is zeros again. */
	begin(pool, &access);
	CHECK(shmguard_end(&access));
	shmguard_unmap(pool);
}

static void lets_lost_pages_be_written(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	unsigned char *data;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	lose(fd, 0);
	data = begin(pool, &access);
	memset(data, 9, PAGES * page);
	CHECK(shmguard_end(&access));
}

static void maps_to_read_only(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	int fd = client_file(0);

	(void)subject;
	draw(fd, PAGES);
	CHECK_EQUAL(shmguard_map(fd, PAGES * page, PROT_READ, &pool), 0);
	lose(fd, 1);
	check_pages(begin(pool, &access), 1, PAGES, false);
	CHECK(shmguard_end(&access));
}

/* RLIMIT_DATA counts memory that is private and can be written, as overcommit
 * mode 2 does. */
static void repairs_to_read_where_no_memory_is_granted(const void *subject)
{
	struct rlimit none = { 0, 0 };
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer itself needs the memory");
	pool = drawn_pool(&fd);
	lose(fd, 0);
	begin(pool, &access);
	CHECK_EQUAL(setrlimit(RLIMIT_DATA, &none), 0);
	check_pages(shmguard_begin(pool, &access), 0, PAGES, false);
	CHECK(shmguard_end(&access));
}

static void a_repair_that_fails_ends_the_process(const void *subject)
{
	struct rlimit none = { 1, 1 };
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer itself needs the address space");
	pool = drawn_pool(&fd);
	lose(fd, 0);
	CHECK_EQUAL(setrlimit(RLIMIT_AS, &none), 0);
	byte_of_page(begin(pool, &access), 0);
}

/* More than a thread has slots at first. */
#define DEEP (3 * SHMGUARD_SLOTS)

static void accesses_nest_and_end_in_any_order(const void *subject)
{
	struct shmguard_access access[DEEP];
	struct shmguard *pool[DEEP];
	int fd[DEEP];

	(void)subject;
	for (int i = 0; i < DEEP; i++) {
		pool[i] = drawn_pool(&fd[i]);
		begin(pool[i], &access[i]);
	}
	for (int i = 0; i < DEEP; i++) {
		lose(fd[i], 1);
		check_pages(pool[i]->mapping->data, 1, PAGES, false);
	}
	for (int i = 0; i < DEEP; i += 2)
		CHECK(shmguard_end(&access[i]));
	for (int i = 1; i < DEEP; i += 2)
		CHECK(shmguard_end(&access[i]));
	CHECK_EQUAL(shmguard_faults(), DEEP);
}

static bool is_mapped(void *address)
{
	unsigned char in_memory;

	return mincore(address, page, &in_memory) == 0;
}

static void an_access_keeps_its_memory_over_a_resize(const void *subject)
{
	struct shmguard_access older, newer;
	struct shmguard *pool;
	unsigned char *old, *data;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	old = begin(pool, &older);
	lose(fd, 2 * PAGES);
	CHECK_EQUAL(shmguard_resize(pool, 2 * PAGES * page), 0);
	data = begin(pool, &newer);
	CHECK(data != old);
	CHECK_EQUAL(shmguard_size(&older), PAGES * page);
	CHECK_EQUAL(shmguard_size(&newer), 2 * PAGES * page);
	lose(fd, 1);
	check_pages(old, 1, PAGES, false);
	check_pages(data, 1, 2 * PAGES, false);
	check_pages(old, 0, 1, true);
	CHECK(shmguard_end(&newer));
	CHECK(is_mapped(old));
	CHECK(shmguard_end(&older));
	CHECK(!is_mapped(old));
	shmguard_unmap(pool);
	CHECK(!is_mapped(data));
}

static void an_access_keeps_its_memory_over_an_unmap(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	unsigned char *data;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	data = begin(pool, &access);
	shmguard_unmap(pool);
	check_pages(data, 0, PAGES, true);
	lose(fd, 0);
	check_pages(data, 0, PAGES, false);
	CHECK(shmguard_end(&access));
	CHECK(!is_mapped(data));
}

static void a_resize_begins_anew(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	lose(fd, 0);
	byte_of_page(begin(pool, &access), 0);
	CHECK(shmguard_end(&access));
	lose(fd, PAGES);
	draw(fd, PAGES);
	CHECK_EQUAL(shmguard_resize(pool, PAGES * page), 0);
	CHECK(!shmguard_lost(pool));
	check_pages(begin(pool, &access), 0, PAGES, true);
	CHECK(!shmguard_end(&access));
	CHECK_EQUAL(shmguard_resize(pool, 0), -EINVAL);
	check_pages(begin(pool, &access), 0, PAGES, true);
	CHECK(!shmguard_end(&access));
}

static void a_sealed_file_needs_no_handler_until_it_is_too_short(
		const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	int fd = client_file(MFD_ALLOW_SEALING);
	unsigned char *data;

	(void)subject;
	draw(fd, PAGES);
	CHECK_EQUAL(fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK), 0);
	pool = map(fd, PAGES);
	CHECK_EQUAL(shmguard_check(), -ENOENT);
	CHECK_EQUAL(shmguard_resize(pool, 2 * PAGES * page), 0);
	CHECK_EQUAL(shmguard_check(), 0);
	data = begin(pool, &access);
	check_pages(data, 0, PAGES, true);
	check_pages(data, PAGES, 2 * PAGES, false);
	CHECK(shmguard_end(&access));
}

static void refuses_what_it_cannot_guard(const void *subject)
{
	struct shmguard *pool;
	int ends[2], fd = client_file(0);
	int huge = memfd_create("huge", MFD_CLOEXEC | MFD_HUGETLB);

	(void)subject;
	CHECK_EQUAL(shmguard_map(fd, 0, PROT_READ, &pool), -EINVAL);
	CHECK_EQUAL(shmguard_map(fd, page, PROT_NONE, &pool), -EINVAL);
	CHECK_EQUAL(shmguard_map(fd, page, PROT_READ | PROT_EXEC, &pool),
			-EINVAL);
	CHECK_EQUAL(shmguard_map(fd, SIZE_MAX, PROT_READ, &pool), -ENOMEM);
	CHECK_EQUAL(shmguard_map(-1, page, PROT_READ, &pool), -EBADF);
	CHECK_EQUAL(pipe(ends), 0);
	CHECK_EQUAL(shmguard_map(ends[0], page, PROT_READ, &pool), -EINVAL);
	if (huge >= 0)
		CHECK_EQUAL(shmguard_map(huge, (size_t)2 << 20, PROT_READ,
					&pool), -EOPNOTSUPP);
	CHECK_EQUAL(shmguard_check(), -ENOENT);
}

/* ------- Holes that a full filesystem cannot back ------- */

static void put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	if (fd < 0 || write(fd, text, strlen(text)) != (ssize_t)strlen(text))
		SKIP("no filesystem of limited size: no user namespace");
	close(fd);
}

static void mount_small_filesystem(size_t bytes)
{
	char map_of_ids[64], size[32];

	if (unshare(CLONE_NEWNS)) {
		uid_t uid = getuid();
		gid_t gid = getgid();

		if (unshare(CLONE_NEWUSER | CLONE_NEWNS))
			SKIP("no filesystem of limited size: unshare(2) is refused");
		snprintf(map_of_ids, sizeof(map_of_ids), "0 %u 1", uid);
		put("/proc/self/uid_map", map_of_ids);
		put("/proc/self/setgroups", "deny");
		snprintf(map_of_ids, sizeof(map_of_ids), "0 %u 1", gid);
		put("/proc/self/gid_map", map_of_ids);
	}
	snprintf(size, sizeof(size), "size=%zu", bytes);
	if (mount("none", "/", "none", MS_REC | MS_PRIVATE, NULL)
			|| mount("tmpfs", "/tmp", "tmpfs", 0, size))
		SKIP("no filesystem of limited size: mount(2) is refused");
}

/* Every second of PAGES_ pages has a byte, the others cannot be backed. */
static int scattered_file(const char *path, size_t pages)
{
	int fd = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0600);

	CHECK(fd >= 0);
	CHECK_EQUAL(ftruncate(fd, (off_t)(pages * page)), 0);
	for (size_t i = 0; i < pages; i += 2)
		CHECK_EQUAL(pwrite(fd, "\1", 1, (off_t)(i * page + 7)), 1);
	return fd;
}

static void fill_up(void)
{
	int fd = open("/tmp/filler", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
	char *block = calloc(1, page);

	CHECK(fd >= 0 && block);
	while (write(fd, block, page) > 0)
		continue;
	CHECK_EQUAL(errno, ENOSPC);
}

static void keeps_the_pages_between_a_few_holes(const void *subject)
{
	struct shmguard_access access;
	unsigned char *data;
	int fd;

	(void)subject;
	mount_small_filesystem(2 * PAGES * page);
	fd = scattered_file("/tmp/pool", PAGES);
	fill_up();
	data = begin(map(fd, PAGES), &access);
	for (size_t i = 0; i < PAGES; i++)
		CHECK_EQUAL(byte_of_page(data, i), i % 2 == 0);
	CHECK(shmguard_end(&access));
	CHECK_EQUAL(shmguard_faults(), PAGES / 2);
}

static size_t most_mappings(void)
{
	FILE *limit = fopen("/proc/sys/vm/max_map_count", "re");
	size_t number;

	CHECK(limit && fscanf(limit, "%zu", &number) == 1);
	fclose(limit);
	return number;
}

/* Two pools, each with half as many holes as the process may have mappings: a
 * mapping for each hole and for each page between would be too many. */
static void leaves_mappings_to_the_process_whatever_the_holes(
		const void *subject)
{
	size_t pages = most_mappings() / 2;
	struct shmguard_access access;
	int fd[2];

	(void)subject;
	if (pages > 40000)
		SKIP("vm.max_map_count is too large to be reached in a test");
	mount_small_filesystem((pages + 512) * page);
	fd[0] = scattered_file("/tmp/a", pages);
	fd[1] = scattered_file("/tmp/b", pages);
	fill_up();
	for (int i = 0; i < 2; i++) {
		unsigned char *data = begin(map(fd[i], pages), &access);

		CHECK_EQUAL(byte_of_page(data, 0), 1);
		for (size_t j = 1; j < pages; j += 2)
			CHECK_EQUAL(byte_of_page(data, j), 0);
		CHECK(shmguard_end(&access));
	}
	/* Neighbours of different protection are mappings of their own. */
	for (int i = 0; i < 1000; i++)
		CHECK(mmap(NULL, page, i % 2 ? PROT_READ : PROT_NONE,
				MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
				!= MAP_FAILED);
}

/* ------- Whose fault it is ------- */

static volatile char *foreign_page(void)
{
	char *data = mmap(NULL, page, PROT_READ, MAP_SHARED,
			memfd_create("foreign", MFD_CLOEXEC), 0);

	CHECK(data != MAP_FAILED);
	return data;
}

static sigjmp_buf escape;
static volatile int calls;
static void *volatile address;
static struct sigaction earlier;

static void note_and_escape(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)context;
	calls++;
	address = info->si_addr;
	siglongjmp(escape, 1);
}

static void pass_on(int signo, siginfo_t *info, void *context)
{
	calls++;
	if (earlier.sa_flags & SA_SIGINFO)
		earlier.sa_sigaction(signo, info, context);
	else if (earlier.sa_handler == SIG_DFL)
		sigaction(SIGBUS, &earlier, NULL);
}

/* As libwayland's handler does where a fault is not its own. */
static void restore_and_raise(int signo, siginfo_t *info, void *context)
{
	(void)info;
	(void)context;
	calls++;
	sigaction(SIGBUS, &earlier, NULL);
	raise(signo);
}

static void handle_by(void (*handler)(int, siginfo_t *, void *))
{
	struct sigaction action = { .sa_sigaction = handler,
		.sa_flags = SA_SIGINFO | SA_NODEFER };

	CHECK_EQUAL(sigaction(SIGBUS, &action, &earlier), 0);
}

static void a_foreign_fault_reaches_the_earlier_handler(const void *subject)
{
	volatile char *foreign = foreign_page();
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	handle_by(note_and_escape);
	pool = drawn_pool(&fd);
	for (int i = 1; i <= 3; i++) {
		begin(pool, &access);
		if (!sigsetjmp(escape, 1))
			CHECK(foreign[123] == 0);
		CHECK(!shmguard_end(&access));
		CHECK_EQUAL(calls, i);
		CHECK(address == foreign + 123);
	}
}

static void nobodys_fault_ends_the_process(const void *subject)
{
	int fd;

	(void)subject;
	drawn_pool(&fd);
	CHECK(foreign_page()[0] == 0);
}

static void a_fault_outside_an_access_ends_the_process(const void *subject)
{
	struct shmguard *pool;
	int fd;

	(void)subject;
	pool = drawn_pool(&fd);
	lose(fd, 0);
	CHECK_EQUAL(byte_of_page(pool->mapping->data, 0), 0);
}

/* The handler on top passes on to ours, and ours to it. */
static void put_a_handler_on_top_and_ours_again(
		void (*handler)(int, siginfo_t *, void *))
{
	int fd;

	drawn_pool(&fd);
	handle_by(handler);
	CHECK_EQUAL(shmguard_check(), -ENOENT);
	CHECK_EQUAL(shmguard_install(), 0);
	CHECK_EQUAL(shmguard_check(), 0);
}

static void handlers_that_pass_on_to_each_other_do_not_loop(
		const void *subject)
{
	(void)subject;
	put_a_handler_on_top_and_ours_again(pass_on);
	CHECK(foreign_page()[0] == 0);
}

static void a_handler_that_raises_again_does_not_loop(const void *subject)
{
	(void)subject;
	put_a_handler_on_top_and_ours_again(restore_and_raise);
	CHECK(foreign_page()[0] == 0);
}

__attribute__((noinline))
static int read_deeper(volatile char *at, int frames)
{
	volatile int deeper = frames;

	return frames ? read_deeper(at, frames - 1) + deeper : *at;
}

/* Also after earlier signals were left by siglongjmp, wherever the stack was. */
static void every_handler_is_asked_once(const void *subject)
{
	volatile char *foreign = foreign_page();

	(void)subject;
	handle_by(note_and_escape);
	put_a_handler_on_top_and_ours_again(pass_on);
	for (int i = 1; i <= 100; i++) {
		if (!sigsetjmp(escape, 1))
			CHECK(read_deeper(foreign + i, i % 7) == 0);
		CHECK_EQUAL(calls, 2 * i);
		CHECK(address == foreign + i);
	}
}

static void a_handler_on_top_can_be_put_below(const void *subject)
{
	struct shmguard_access access;
	struct shmguard *pool;
	int fd;

	(void)subject;
	put_a_handler_on_top_and_ours_again(restore_and_raise);
	pool = drawn_pool(&fd);
	lose(fd, 0);
	check_pages(begin(pool, &access), 0, PAGES, false);
	CHECK(shmguard_end(&access));
	CHECK_EQUAL(calls, 0);
}

static void ignore_sigbus(void)
{
	signal(SIGBUS, SIG_IGN);
}

static void a_sent_signal_ends_the_process(const void *subject)
{
	int fd;

	(void)subject;
	drawn_pool(&fd);
	kill(getpid(), SIGBUS);
	CHECK(!"still there");
}

static void a_sent_signal_that_was_ignored_stays_ignored(const void *subject)
{
	int fd;

	(void)subject;
	ignore_sigbus();
	drawn_pool(&fd);
	CHECK_EQUAL(kill(getpid(), SIGBUS), 0);
	CHECK_EQUAL(shmguard_check(), 0);
}

static void a_fault_cannot_be_ignored(const void *subject)
{
	ignore_sigbus();
	nobodys_fault_ends_the_process(subject);
}

/* BUS_MCEERR_AO: the page is not needed now, so that no instruction faults
 * again. A process may send itself what only the kernel sends others. */
static void send_an_asynchronous_memory_error(void)
{
	siginfo_t info = { .si_signo = SIGBUS, .si_code = BUS_MCEERR_AO };

	SKIP_UNDER_VALGRIND("does not survive such a signal itself");
	if (syscall(SYS_rt_tgsigqueueinfo, getpid(), syscall(SYS_gettid),
				SIGBUS, &info))
		SKIP("rt_tgsigqueueinfo(2) is refused");
}

static void an_asynchronous_memory_error_ends_the_process(const void *subject)
{
	int fd;

	(void)subject;
	drawn_pool(&fd);
	send_an_asynchronous_memory_error();
	CHECK(!"still there");
}

static void an_asynchronous_memory_error_that_was_ignored_stays_ignored(
		const void *subject)
{
	int fd;

	(void)subject;
	ignore_sigbus();
	drawn_pool(&fd);
	send_an_asynchronous_memory_error();
	CHECK_EQUAL(shmguard_check(), 0);
}

/* ------- Threads ------- */

static struct shmguard *shared_pool;

static void *lose_bytes(void *unused)
{
	struct shmguard_access access;

	(void)unused;
	byte_of_page(begin(shared_pool, &access), 1);
	CHECK(shmguard_end(&access));
	return NULL;
}

static void every_thread_is_told(const void *subject)
{
	struct shmguard_access access;
	pthread_t thread;
	int fd;

	(void)subject;
	shared_pool = drawn_pool(&fd);
	begin(shared_pool, &access);
	lose(fd, 1);
	CHECK_EQUAL(pthread_create(&thread, NULL, lose_bytes, NULL), 0);
	CHECK_EQUAL(pthread_join(thread, NULL), 0);
	CHECK_EQUAL(shmguard_faults(), 0);
	CHECK(shmguard_end(&access));
}

static volatile int pausing, repaired, told;

/* Whether FLAG was set within ten seconds. */
static bool wait_for(const volatile int *flag)
{
	struct timespec moment = { 0, 1000000 };

	for (int i = 0; i < 10000 && !*flag; i++)
		nanosleep(&moment, NULL);
	return *flag;
}

/* In place of the C library's: a handler that is preempted right after its
 * repair, until the other reader is done. */
int madvise(void *start, size_t length, int advice)
{
	if (pausing) {
		repaired = 1;
		wait_for(&told);
	}
	return (int)syscall(SYS_madvise, start, length, advice);
}

static void a_reader_of_zeros_is_told_before_the_handler_is_done(
		const void *subject)
{
	struct shmguard_access access;
	pthread_t thread;
	int fd;

	(void)subject;
	shared_pool = drawn_pool(&fd);
	lose(fd, 1);
	pausing = 1;
	CHECK_EQUAL(pthread_create(&thread, NULL, lose_bytes, NULL), 0);
	if (!wait_for(&repaired))
		SKIP("no huge zero page: the handler makes no call after its "
				"repair in which it could be stopped");
	check_pages(begin(shared_pool, &access), 1, PAGES, false);
	CHECK_EQUAL(shmguard_faults(), 0);
	CHECK(shmguard_end(&access));
	told = 1;
	CHECK_EQUAL(pthread_join(thread, NULL), 0);
}

static void *read_once(void *unused)
{
	struct shmguard_access access;

	(void)unused;
	byte_of_page(begin(shared_pool, &access), 0);
	CHECK(!shmguard_end(&access));
	return NULL;
}

static void threads_come_and_go(const void *subject)
{
	int fd;

	(void)subject;
	shared_pool = drawn_pool(&fd);
	for (int i = 0; i < 200; i++) {
		pthread_t thread;

		CHECK_EQUAL(pthread_create(&thread, NULL, read_once, NULL), 0);
		CHECK_EQUAL(pthread_join(thread, NULL), 0);
	}
	shmguard_unmap(shared_pool);
}

#define CASE(sentence, function) { sentence, function, NULL, NULL, 0 }
#define DIES(sentence, function) { sentence, function, NULL, NULL, SIGBUS }

int main(void)
{
	static const struct check_case cases[] = {
		CASE("reads what the client draws",
			reads_what_the_client_draws),
		CASE("keeps what is left and tells of the rest",
			keeps_what_is_left_and_tells_of_the_rest),
		CASE("lets lost pages be written", lets_lost_pages_be_written),
		CASE("maps to read only", maps_to_read_only),
		CASE("repairs to read where no memory is granted",
			repairs_to_read_where_no_memory_is_granted),
		DIES("a repair that fails ends the process",
			a_repair_that_fails_ends_the_process),
		CASE("accesses nest and end in any order",
			accesses_nest_and_end_in_any_order),
		CASE("an access keeps its memory over a resize",
			an_access_keeps_its_memory_over_a_resize),
		CASE("an access keeps its memory over an unmap",
			an_access_keeps_its_memory_over_an_unmap),
		CASE("a resize begins anew", a_resize_begins_anew),
		CASE("a sealed file needs no handler until it is too short",
			a_sealed_file_needs_no_handler_until_it_is_too_short),
		CASE("refuses what it cannot guard",
			refuses_what_it_cannot_guard),
		CASE("keeps the pages between a few holes",
			keeps_the_pages_between_a_few_holes),
		CASE("leaves mappings to the process whatever the holes",
			leaves_mappings_to_the_process_whatever_the_holes),
		CASE("a foreign fault reaches the earlier handler",
			a_foreign_fault_reaches_the_earlier_handler),
		DIES("nobody's fault ends the process",
			nobodys_fault_ends_the_process),
		DIES("a fault outside an access ends the process",
			a_fault_outside_an_access_ends_the_process),
		DIES("handlers that pass on to each other do not loop",
			handlers_that_pass_on_to_each_other_do_not_loop),
		DIES("a handler that raises again does not loop",
			a_handler_that_raises_again_does_not_loop),
		CASE("every handler is asked once",
			every_handler_is_asked_once),
		CASE("a handler on top can be put below",
			a_handler_on_top_can_be_put_below),
		DIES("a sent signal ends the process",
			a_sent_signal_ends_the_process),
		CASE("a sent signal that was ignored stays ignored",
			a_sent_signal_that_was_ignored_stays_ignored),
		DIES("a fault cannot be ignored", a_fault_cannot_be_ignored),
		DIES("an asynchronous memory error ends the process",
			an_asynchronous_memory_error_ends_the_process),
		CASE("an asynchronous memory error that was ignored stays "
			"ignored",
			an_asynchronous_memory_error_that_was_ignored_stays_ignored),
		CASE("every thread is told", every_thread_is_told),
		CASE("a reader of zeros is told before the handler is done",
			a_reader_of_zeros_is_told_before_the_handler_is_done),
		CASE("threads come and go", threads_come_and_go),
	};

	page = (size_t)sysconf(_SC_PAGESIZE);
	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
