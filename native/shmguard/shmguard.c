/* SPDX-License-Identifier: MIT */
/*
 * shmguard: see shmguard.h and shmguard(3).
 *
 * Three parts: mappings, which go when no access uses them; the repair, which
 * runs in the signal handler; and the handler's place among others.
 *
 * Everything that the handler calls is async-signal-safe: functions on POSIX's
 * list, or mmap(2) and madvise(2), which on Linux are plain system calls and
 * take no lock of the C library. It takes no lock itself, allocates nothing
 * and reads thread-local state in the initial-exec model only.
 */
#define _GNU_SOURCE
#include "shmguard.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/magic.h>
#include <linux/membarrier.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/vfs.h>
#include <unistd.h>

/* Linux 5.14; unknown to older headers. */
#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

#define HANDLER_TLS __thread __attribute__((tls_model("initial-exec")))

struct mapping {
	struct shmguard_mapping shared; /* what begin and end use; first */
	size_t reserved; /* bytes of address space from shared.data on */
	int fd;          /* its own, so that it stays valid as long as this */
	int protection;
	int repairs;     /* single pages that were replaced */
	struct mapping *next_retired;
};

/* A thread has one, and more where it nests deeper. Never freed: whoever
 * unmaps reads those of all threads. Another thread gets them later. */
struct thread {
	struct shmguard_slots slots; /* first: shmguard_own points to it */
	struct thread *more; /* of this thread */
	struct thread *next; /* in the list of all */
	bool taken;
};

/* Of this machine, read once. */
static size_t page_bytes;
static size_t huge_bytes;    /* 0 where there is no huge zero page */
static bool avoid_huge;      /* huge pages would take memory */
static int repair_budget;

/* In no pool: makes a slot unusable. */
static struct shmguard_mapping nothing;
static struct shmguard_slots unregistered = { { &nothing } };

__thread struct shmguard_slots *shmguard_own
	__attribute__((tls_model("initial-exec"))) = &unregistered;
int shmguard_retired;

/* Of all that follows, but for what says otherwise. */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static bool initialised;
static bool has_membarrier;
static pthread_key_t thread_end;
static struct thread *threads;
static struct mapping *retired;

/* ------- The machine ------- */

static void read_text(const char *path, char *text, size_t length)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? 0 : read(fd, text, length - 1);

	text[got > 0 ? got : 0] = '\0';
	if (fd >= 0)
		close(fd);
}

static size_t read_number(const char *path, size_t otherwise)
{
	char text[32];
	size_t number;

	read_text(path, text, sizeof(text));
	number = strtoull(text, NULL, 10);
	return number ? number : otherwise;
}

/*
 * A read of an untouched transparent huge page is backed by the system's one
 * huge page of zeros (Documentation/admin-guide/mm/transhuge.rst), so that
 * reading on after a loss takes one fault for each of them. Without
 * use_zero_page each takes memory instead, as much as a client asks for.
 */
#define THP "/sys/kernel/mm/transparent_hugepage/"

static void look_at_huge_pages(void)
{
	char enabled[64];
	size_t bytes = read_number(THP "hpage_pmd_size", 0);
	bool zero_page = read_number(THP "use_zero_page", 0) == 1;

	read_text(THP "enabled", enabled, sizeof(enabled));
	if (!enabled[0] || strstr(enabled, "[never]") || bytes & (bytes - 1))
		return;
	avoid_huge = !zero_page;
	/* 32 bits have no address space to align pools in. */
	if (zero_page && sizeof(void *) == 8)
		huge_bytes = bytes;
}

/*
 * Each repair of a single page makes up to two mappings more, of which a
 * process has vm.max_map_count. All of them together may take a quarter of
 * that: the rest is the program's.
 */
static int budget_of_repairs(void)
{
	return (int)(read_number("/proc/sys/vm/max_map_count", 65530) / 8);
}

static int membarrier(int command)
{
	return (int)syscall(SYS_membarrier, command, 0, 0);
}

static void end_thread(void *record);

static int initialise(void)
{
	if (initialised)
		return 0;
	page_bytes = (size_t)sysconf(_SC_PAGESIZE);
	look_at_huge_pages();
	repair_budget = budget_of_repairs();
	has_membarrier = membarrier(
			MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0;
	if (pthread_key_create(&thread_end, end_thread))
		return -EAGAIN;
	initialised = true;
	return 0;
}

static size_t rounded_up(size_t bytes, size_t unit)
{
	return (bytes + unit - 1) & ~(unit - 1);
}

/* ------- Threads and their slots ------- */

static void clear_slots(struct thread *thread)
{
	for (int i = 0; i < SHMGUARD_SLOTS; i++)
		__atomic_store_n(&thread->slots.slot[i],
				i > 0 || has_membarrier ? NULL : &nothing,
				__ATOMIC_RELEASE);
}

/* Runs when a thread ends, in it. An access that another destructor begins
 * later registers the thread anew. */
static void end_thread(void *record)
{
	shmguard_own = &unregistered;
	pthread_mutex_lock(&lock);
	for (struct thread *thread = record; thread; thread = thread->more) {
		clear_slots(thread);
		thread->taken = false;
	}
	pthread_mutex_unlock(&lock);
}

static struct thread *free_record(void)
{
	struct thread *thread = threads;

	while (thread && thread->taken)
		thread = thread->next;
	return thread;
}

static struct thread *take_record(void)
{
	struct thread *thread;

	pthread_mutex_lock(&lock);
	thread = free_record();
	if (!thread) {
		thread = calloc(1, sizeof(*thread));
		if (thread) {
			thread->next = threads;
			threads = thread;
		}
	}
	if (thread) {
		thread->taken = true;
		thread->more = NULL;
		clear_slots(thread);
	}
	pthread_mutex_unlock(&lock);
	return thread;
}

static struct thread *register_thread(void)
{
	struct thread *thread = take_record();

	if (!thread)
		return NULL;
	if (pthread_setspecific(thread_end, thread)) {
		pthread_mutex_lock(&lock);
		thread->taken = false;
		pthread_mutex_unlock(&lock);
		return NULL;
	}
	/* For the handler, which runs in this thread: a slot is in use only
	 * after this, so the order of the two does not matter to it. */
	shmguard_own = &thread->slots;
	return thread;
}

static struct thread *this_thread(void)
{
	return shmguard_own == &unregistered ? NULL
		: (struct thread *)shmguard_own;
}

/* Of this thread, or NULL where there is no memory for more. */
static struct shmguard_mapping **free_slot(void)
{
	struct thread *thread = this_thread();

	if (!thread)
		thread = register_thread();
	while (thread) {
		for (int i = 0; i < SHMGUARD_SLOTS; i++)
			if (!__atomic_load_n(&thread->slots.slot[i],
						__ATOMIC_RELAXED))
				return &thread->slots.slot[i];
		/* The handler follows `more` in this thread: the record is
		 * whole before it is stored. */
		if (!thread->more) {
			struct thread *more = take_record();

			__atomic_signal_fence(__ATOMIC_SEQ_CST);
			thread->more = more;
		}
		thread = thread->more;
	}
	return NULL;
}

static void free_unused(void);

/*
 * With the fence of shmguard_begin on this side: the exchange, the load, and
 * the other side's store of the mapping and load of the slot are all
 * sequentially consistent, so that one side sees the other.
 */
void *shmguard_begin_slowly(struct shmguard *pool,
		struct shmguard_access *access)
{
	struct shmguard_mapping **slot = free_slot();
	struct shmguard_mapping *mapping;

	if (!slot) {
		errno = ENOMEM;
		return NULL;
	}
	do {
		mapping = __atomic_load_n(&pool->mapping, __ATOMIC_ACQUIRE);
		(void)__atomic_exchange_n(slot, mapping, __ATOMIC_SEQ_CST);
	} while (__atomic_load_n(&pool->mapping, __ATOMIC_SEQ_CST) != mapping);
	/* A resize in between may have found its old mapping in the slot. */
	if (__atomic_load_n(&shmguard_retired, __ATOMIC_RELAXED))
		free_unused();
	access->mapping = mapping;
	access->slot = slot;
	return mapping->data;
}

/* ------- Mappings ------- */

/* LENGTH bytes of address space that begin at a huge page, or MAP_FAILED: that
 * is where huge pages can lie. */
static unsigned char *reserve(size_t length)
{
	size_t more = length + huge_bytes;
	unsigned char *start = mmap(NULL, more, PROT_NONE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	unsigned char *aligned;

	if (start == MAP_FAILED)
		return MAP_FAILED;
	aligned = (unsigned char *)rounded_up((uintptr_t)start, huge_bytes);
	if (aligned > start)
		munmap(start, (size_t)(aligned - start));
	if (aligned < start + huge_bytes)
		munmap(aligned + length,
				(size_t)(start + huge_bytes - aligned));
	return aligned;
}

static int map_file(struct mapping *mapping)
{
	size_t unit = huge_bytes ? huge_bytes : page_bytes;
	int flags = MAP_SHARED;
	void *place = NULL, *data;

	mapping->reserved = rounded_up(mapping->shared.size, unit);
	if (huge_bytes) {
		place = reserve(mapping->reserved);
		if (place == MAP_FAILED)
			return -errno;
		flags |= MAP_FIXED;
	}
	data = mmap(place, mapping->shared.size, mapping->protection, flags,
			mapping->fd, 0);
	if (data == MAP_FAILED) {
		int error = -errno;

		if (place)
			munmap(place, mapping->reserved);
		return error;
	}
	mapping->shared.data = data;
	return 0;
}

static int open_repairs;

static void destroy(struct mapping *mapping)
{
	munmap(mapping->shared.data, mapping->reserved);
	/* After the munmap: the mappings are gone when others are allowed.
	 * Relaxed: it is a count, and mmap and munmap have their own lock. */
	__atomic_fetch_sub(&open_repairs, mapping->repairs, __ATOMIC_RELAXED);
	close(mapping->fd);
	free(mapping);
}

/* Whether no page of SIZE bytes can be lost. Seals stay, so they are asked
 * first: a file that is long enough after that remains so. */
static bool is_sealed(int fd, size_t size)
{
	int seals = fcntl(fd, F_GET_SEALS);
	struct stat file;

	return seals != -1 && seals & F_SEAL_SHRINK && fstat(fd, &file) == 0
		&& (uint64_t)file.st_size >= size;
}

static int check_file(int fd)
{
	struct stat file;
	struct statfs filesystem;

	if (fstat(fd, &file) || fstatfs(fd, &filesystem))
		return -errno;
	if (!S_ISREG(file.st_mode))
		return -EINVAL;
	/* Its mappings are replaced in whole huge pages only, and a hole of a
	 * sealed one can be unbackable. */
	return (unsigned long)filesystem.f_type == HUGETLBFS_MAGIC
		? -EOPNOTSUPP : 0;
}

static int install(void);

/* Without the lock. */
static int open_mapping(int fd, size_t size, int protection,
		struct mapping **out)
{
	struct mapping *mapping;
	int error = check_file(fd);

	if (error)
		return error;
	if (size == 0)
		return -EINVAL;
	if (size > PTRDIFF_MAX / 2)
		return -ENOMEM;
	if (!is_sealed(fd, size) && (error = shmguard_install()))
		return error;
	mapping = calloc(1, sizeof(*mapping));
	if (!mapping)
		return -ENOMEM;
	mapping->shared.size = size;
	mapping->protection = protection;
	mapping->fd = fcntl(fd, F_DUPFD_CLOEXEC, 0);
	error = mapping->fd < 0 ? -errno : map_file(mapping);
	if (error) {
		if (mapping->fd >= 0)
			close(mapping->fd);
		free(mapping);
		return error;
	}
	*out = mapping;
	return 0;
}

static bool in_use(const struct mapping *mapping)
{
	for (struct thread *thread = threads; thread; thread = thread->next)
		for (int i = 0; i < SHMGUARD_SLOTS; i++)
			/* Sequentially consistent for begin; it acquires what
			 * the thread did before it freed the slot. */
			if (__atomic_load_n(&thread->slots.slot[i],
						__ATOMIC_SEQ_CST)
					== &mapping->shared)
				return true;
	return false;
}

/* A full fence in every running thread: the other half of those that begin
 * and end leave out. A forked child may have to register again. */
static bool fence_all_threads(void)
{
	return !has_membarrier
		|| membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED) == 0
		|| (membarrier(MEMBARRIER_CMD_REGISTER_PRIVATE_EXPEDITED) == 0
			&& membarrier(MEMBARRIER_CMD_PRIVATE_EXPEDITED) == 0);
}

/* Takes the retired mappings that nobody uses off the list. */
static struct mapping *unused_ones(void)
{
	struct mapping **link = &retired, *unused = NULL;

	if (!fence_all_threads())
		return NULL; /* rather keep memory than take it away */
	while (*link) {
		struct mapping *mapping = *link;

		if (in_use(mapping)) {
			link = &mapping->next_retired;
			continue;
		}
		*link = mapping->next_retired;
		mapping->next_retired = unused;
		unused = mapping;
	}
	__atomic_store_n(&shmguard_retired, retired != NULL, __ATOMIC_SEQ_CST);
	return unused;
}

static void free_unused(void)
{
	struct mapping *unused;

	pthread_mutex_lock(&lock);
	unused = unused_ones();
	pthread_mutex_unlock(&lock);
	/* Without the lock: munmap(2) of a large pool takes a while. */
	while (unused) {
		struct mapping *next = unused->next_retired;

		destroy(unused);
		unused = next;
	}
}

/* No begin can find it any more. */
static void retire(struct mapping *mapping)
{
	pthread_mutex_lock(&lock);
	mapping->next_retired = retired;
	retired = mapping;
	__atomic_store_n(&shmguard_retired, 1, __ATOMIC_SEQ_CST);
	pthread_mutex_unlock(&lock);
	free_unused();
}

/* MAPPING may be freed already: only its address is looked at. Without
 * membarrier(2) an end can miss the flag; the next one here, or the next resize
 * or unmap of any pool, makes up for it. */
void shmguard_release(const struct shmguard_mapping *mapping)
{
	struct mapping *waiting;

	pthread_mutex_lock(&lock);
	waiting = retired;
	while (waiting && &waiting->shared != mapping)
		waiting = waiting->next_retired;
	pthread_mutex_unlock(&lock);
	if (waiting || !has_membarrier)
		free_unused();
}

int shmguard_map(int fd, size_t size, int protection, struct shmguard **out)
{
	struct shmguard *pool;
	struct mapping *mapping;
	int error;

	if (protection != PROT_READ && protection != (PROT_READ | PROT_WRITE))
		return -EINVAL;
	pthread_mutex_lock(&lock);
	error = initialise();
	pthread_mutex_unlock(&lock);
	if (error)
		return error;
	pool = malloc(sizeof(*pool));
	if (!pool)
		return -ENOMEM;
	error = open_mapping(fd, size, protection, &mapping);
	if (error) {
		free(pool);
		return error;
	}
	pool->mapping = &mapping->shared;
	*out = pool;
	return 0;
}

int shmguard_resize(struct shmguard *pool, size_t size)
{
	struct mapping *old = (struct mapping *)pool->mapping, *resized;
	int error = open_mapping(old->fd, size, old->protection, &resized);

	if (error)
		return error;
	/* Sequentially consistent, before the slots are looked at: see
	 * shmguard_begin_slowly. It also releases the fields. */
	__atomic_store_n(&pool->mapping, &resized->shared, __ATOMIC_SEQ_CST);
	retire(old);
	return 0;
}

void shmguard_unmap(struct shmguard *pool)
{
	retire((struct mapping *)pool->mapping);
	free(pool);
}

bool shmguard_lost(const struct shmguard *pool)
{
	bool lost;

	/* With the lock a resize cannot free what is loaded here. */
	pthread_mutex_lock(&lock);
	lost = __atomic_load_n(&__atomic_load_n(&pool->mapping,
				__ATOMIC_ACQUIRE)->lost, __ATOMIC_ACQUIRE);
	pthread_mutex_unlock(&lock);
	return lost;
}

/* ------- The repair: in the signal handler ------- */

static HANDLER_TLS uint64_t faults;

/* What this thread reads at AT, or NULL. Its own slots, which nobody else
 * writes. */
static struct mapping *accessed_at(const unsigned char *at)
{
	for (struct thread *thread = this_thread(); thread;
			thread = thread->more)
		for (int i = 0; i < SHMGUARD_SLOTS; i++) {
			struct shmguard_mapping *mapping = __atomic_load_n(
					&thread->slots.slot[i],
					__ATOMIC_RELAXED);
			const unsigned char *start;

			if (!mapping)
				continue;
			start = mapping->data;
			if (at >= start && at < start + rounded_up(
						mapping->size, page_bytes))
				return (struct mapping *)mapping;
		}
	return NULL;
}

#ifdef SYS_mmap2
#define MMAP SYS_mmap2 /* of 32 bits, whose SYS_mmap takes a structure */
#else
#define MMAP SYS_mmap
#endif

/* The system call itself: ThreadSanitizer takes mmap(3) for a write by this
 * thread, which races with every other reader of the pool. */
static bool map_zeros(unsigned char *from, size_t length, int protection)
{
	return syscall(MMAP, from, length, protection, MAP_PRIVATE | MAP_FIXED
			| MAP_ANONYMOUS | MAP_NORESERVE, -1, 0L) != -1;
}

/*
 * Anonymous zeros. Not reserved, since a lost pool can be larger than what the
 * system grants; where overcommit is off (vm.overcommit_memory=2) that changes
 * nothing and memory that cannot be written, which is not charged, has to do.
 */
static bool put_zeros(unsigned char *from, size_t length, int protection)
{
	return map_zeros(from, length, protection)
		|| (protection != PROT_READ
			&& map_zeros(from, length, PROT_READ));
}

/* What lies before the first whole huge page is brought in by one call, which
 * costs less than a fault each; not more, since it may never be read. */
#define MOST_AHEAD_PAGES 64

static void bring_in(unsigned char *page, size_t length)
{
	size_t ahead = rounded_up((uintptr_t)page, huge_bytes)
		- (uintptr_t)page;

	if (ahead > MOST_AHEAD_PAGES * page_bytes)
		ahead = MOST_AHEAD_PAGES * page_bytes;
	if (ahead > length)
		ahead = length;
	if (ahead)
		madvise(page, ahead, MADV_POPULATE_READ);
}

/* From PAGE to the end. The zeros are there without any madvise, so that its
 * failure does not matter. */
static bool replace_rest(const struct mapping *mapping, unsigned char *page)
{
	unsigned char *start = mapping->shared.data;
	size_t length = (size_t)(start + mapping->reserved - page);

	if (!put_zeros(page, length, mapping->protection))
		return false;
	if (huge_bytes) {
		madvise(page, length, MADV_HUGEPAGE);
		bring_in(page, length);
	} else if (avoid_huge) {
		madvise(page, length, MADV_NOHUGEPAGE);
	}
	return true;
}

/* Relaxed: a count that need not be in order with anything. */
static bool within_budget(struct mapping *mapping)
{
	if (__atomic_fetch_add(&open_repairs, 1, __ATOMIC_RELAXED)
			>= repair_budget) {
		__atomic_fetch_sub(&open_repairs, 1, __ATOMIC_RELAXED);
		return false;
	}
	__atomic_fetch_add(&mapping->repairs, 1, __ATOMIC_RELAXED);
	return true;
}

/* Past the end of the file everything that follows is lost too. Inside of it
 * PAGE is a hole that cannot be backed, whose neighbours may exist. */
static bool replace_lost(struct mapping *mapping, unsigned char *page)
{
	size_t offset = (size_t)(page - (unsigned char *)mapping->shared.data);
	struct stat file;

	if (fstat(mapping->fd, &file) == 0 && (off_t)offset < file.st_size
			&& within_budget(mapping))
		return put_zeros(page, page_bytes, mapping->protection);
	return replace_rest(mapping, page);
}

/*
 * `lost` before the zeros: another thread may read them without a signal of
 * its own as soon as they are there, and must not end its access before it can
 * see the flag. Release, and mmap(2) orders it before the zeros: the kernel
 * unlocks the address space after this store and before a page of the new
 * mapping is found by anybody. The other half is shmguard_end.
 */
static bool repair(unsigned char *at)
{
	struct mapping *mapping = accessed_at(at);
	unsigned char *page = (unsigned char *)((uintptr_t)at
			& ~(page_bytes - 1));

	if (!mapping)
		return false;
	__atomic_store_n(&mapping->shared.lost, 1, __ATOMIC_RELEASE);
	if (!replace_lost(mapping, page))
		return false; /* dies of the signal instead of looping */
	faults++;
	return true;
}

uint64_t shmguard_faults(void)
{
	return faults;
}

/* ------- The handler and those before it ------- */

#define MOST_PREVIOUS 16

/* Handlers to pass faults on to, oldest first. Written under the lock, an
 * entry before the count that makes it visible. */
static struct sigaction previous[MOST_PREVIOUS];
static int previous_count;

/* Whom this thread is just passing a signal on to. FRAME is the stack's
 * address there, 0 for nobody. */
static HANDLER_TLS struct {
	const siginfo_t *info;
	uintptr_t frame;
	int asked;
} passing;

/* No instruction faults again when the handler returns. */
static bool is_asynchronous(const siginfo_t *info)
{
	return info->si_code <= 0 || info->si_code == BUS_MCEERR_AO;
}

/* Returning runs the instruction again, which faults again and ends the process
 * with the fault's own address; raise(3) would hide it. */
static void die_of(const siginfo_t *info)
{
	struct sigaction fatal = { .sa_handler = SIG_DFL };
	sigset_t bus;

	sigemptyset(&fatal.sa_mask);
	sigaction(SIGBUS, &fatal, NULL);
	if (!is_asynchronous(info))
		return;
	sigemptyset(&bus);
	sigaddset(&bus, SIGBUS);
	pthread_sigmask(SIG_UNBLOCK, &bus, NULL);
	raise(SIGBUS);
}

/* The signals that the kernel would have blocked for HANDLER. They are
 * unblocked by the return from ours. */
static void block_for(const struct sigaction *handler)
{
	sigset_t blocked = handler->sa_mask;

	if (!(handler->sa_flags & SA_NODEFER))
		sigaddset(&blocked, SIGBUS);
	pthread_sigmask(SIG_BLOCK, &blocked, NULL);
}

/* As the kernel would have, but that SA_RESETHAND is not followed. */
static void call(const struct sigaction *handler, int signo, siginfo_t *info,
		void *context)
{
	bool ignored = !(handler->sa_flags & SA_SIGINFO)
		&& handler->sa_handler == SIG_IGN;

	if (ignored && is_asynchronous(info))
		return;
	if (ignored || (!(handler->sa_flags & SA_SIGINFO)
				&& handler->sa_handler == SIG_DFL)) {
		die_of(info);
		return;
	}
	block_for(handler);
	if (handler->sa_flags & SA_SIGINFO)
		handler->sa_sigaction(signo, info, context);
	else
		handler->sa_handler(signo);
}

/*
 * Whether a handler that we are passing a signal on to has called ours, as one
 * does that was installed on top of ours before ours was installed again, or
 * has raised the signal anew, as libwayland's does. The stack has to be deeper
 * than there: a handler may have left by siglongjmp, and then nothing is being
 * passed on any more.
 */
static bool comes_back(const siginfo_t *info, uintptr_t frame)
{
	return frame < passing.frame && (info == passing.info
			|| (info->si_code <= 0 && info->si_pid == getpid()));
}

/* To the newest handler that this signal has not been passed to. With none
 * left it is nobody's, and the process dies of it. */
__attribute__((noinline))
static void pass_on(int signo, siginfo_t *info, void *context)
{
	uintptr_t frame = (uintptr_t)__builtin_frame_address(0);
	int asked = comes_back(info, frame) ? passing.asked : 0;
	/* Acquire: the entries up to it. */
	int next = __atomic_load_n(&previous_count, __ATOMIC_ACQUIRE) - 1
		- asked;
	__typeof__(passing) outer = passing;

	if (next < 0) {
		die_of(info);
		return;
	}
	passing.info = info;
	passing.frame = frame;
	passing.asked = asked + 1;
	call(&previous[next], signo, info, context);
	passing = outer;
}

/* Only a missing page is ours: not a signal that was sent, not a memory error
 * of the hardware. errno is the interrupted code's. */
static void handle(int signo, siginfo_t *info, void *context)
{
	int saved_errno = errno;

	if (info->si_code != BUS_ADRERR || !repair(info->si_addr))
		pass_on(signo, info, context);
	errno = saved_errno;
}

static bool is_ours(const struct sigaction *action)
{
	return action->sa_flags & SA_SIGINFO && action->sa_sigaction == handle;
}

/* The order of those that are known already does not matter: each is asked
 * once. sa_handler and sa_sigaction are one field. */
static int remember(const struct sigaction *action)
{
	int count = previous_count;

	for (int i = 0; i < count; i++)
		if (previous[i].sa_sigaction == action->sa_sigaction)
			return 0;
	if (count == MOST_PREVIOUS)
		return -ENOSPC;
	previous[count] = *action;
	__atomic_store_n(&previous_count, count + 1, __ATOMIC_RELEASE);
	return 0;
}

/* The handler that is there is remembered before ours runs, and once more what
 * the exchange gave: somebody may have installed one in between. */
static int install(void)
{
	struct sigaction ours = {
		.sa_sigaction = handle,
		/* NODEFER: a handler that the signal is passed on to may leave
		 * by siglongjmp without the mask. ONSTACK: as runtimes with
		 * small thread stacks expect. */
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK,
	};
	struct sigaction before;
	int error;

	sigemptyset(&ours.sa_mask);
	if (sigaction(SIGBUS, NULL, &before))
		return -errno;
	if (is_ours(&before))
		return 0;
	error = remember(&before);
	if (error)
		return error;
	if (sigaction(SIGBUS, &ours, &before))
		return -errno;
	return is_ours(&before) ? 0 : remember(&before);
}

int shmguard_install(void)
{
	int error;

	pthread_mutex_lock(&lock);
	error = initialise();
	if (!error)
		error = install();
	pthread_mutex_unlock(&lock);
	return error;
}

int shmguard_check(void)
{
	struct sigaction now;

	if (sigaction(SIGBUS, NULL, &now))
		return -errno;
	return is_ours(&now) ? 0 : -ENOENT;
}
