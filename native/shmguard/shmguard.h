/* SPDX-License-Identifier: MIT */
/*
 * shmguard: reads a file that another process has shared and may shrink.
 *
 * A read of a shared mapping raises SIGBUS where the file no longer has the
 * page. shmguard answers that signal inside an access, which begins and ends:
 * it puts zeros where pages are lost, keeps the pages that exist, lets the read
 * go on, and tells the caller when the access ends. Beginning and ending make
 * no system call. shmguard(3) is the manual; this header is the reference.
 *
 * One header and one C file, Linux, C11 or C++, gcc or clang, link with
 * -pthread. Functions return 0 or a negative errno unless they say otherwise.
 */
#ifndef SHMGUARD_H
#define SHMGUARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef __linux__
#error "shmguard needs Linux: it relies on how its kernel reports lost pages"
#endif

#ifdef __cplusplus
extern "C" {
#endif

#define SHMGUARD_API __attribute__((visibility("default")))

/* The file as it is mapped for one size. Only the inline functions below use
 * the fields. */
struct shmguard_mapping {
	void *data;
	size_t size;
	int lost;
};

/* A client's file. A handle: only shmguard_begin reads the field. */
struct shmguard {
	struct shmguard_mapping *mapping;
};

/* One access, from begin to end, in one thread. Lives with the caller. */
struct shmguard_access {
	struct shmguard_mapping *mapping;
	struct shmguard_mapping **slot;
};

/*
 * Maps SIZE bytes of FD, shared, with PROTECTION: PROT_READ or PROT_READ |
 * PROT_WRITE. FD is duplicated, the caller may close it. SIZE may exceed the
 * file; what lies past its end reads as zeros.
 *
 * Installs the SIGBUS handler, unless the file is sealed against shrinking
 * (F_SEAL_SHRINK) and at least SIZE bytes long: then no page can be lost.
 *
 * -EINVAL: SIZE is 0, PROTECTION is another one, or FD is no regular file.
 * -EOPNOTSUPP: FD lies on hugetlbfs, whose lost pages cannot be replaced in
 * small ones. Otherwise what fcntl(2), fstat(2), mmap(2) or sigaction(2) said.
 */
SHMGUARD_API int shmguard_map(int fd, size_t size, int protection,
		struct shmguard **pool);

/*
 * Maps SIZE bytes of the same file instead, and looks at its seals again.
 * Accesses in progress, in any thread, keep the memory that they began with;
 * it goes when the last of them ends. On an error POOL stays as it was. Not at
 * the same time as another resize or unmap of POOL.
 */
SHMGUARD_API int shmguard_resize(struct shmguard *pool, size_t size);

/* Ends POOL. Accesses in progress keep their memory until they end; no new
 * one may begin. */
SHMGUARD_API void shmguard_unmap(struct shmguard *pool);

/*
 * Whether bytes of POOL were lost since it was mapped or last resized. Any
 * thread, at any time before shmguard_unmap.
 */
SHMGUARD_API bool shmguard_lost(const struct shmguard *pool);

/* 0 where the SIGBUS handler of this process is shmguard's; -ENOENT where it
 * is another one, which then gets the faults first. */
SHMGUARD_API int shmguard_check(void);

/*
 * Puts shmguard's handler back on top, if it is not there, and passes faults
 * that are not its own to the one that was. To be called where shmguard_check
 * says -ENOENT, and after the first use of a library that installs its own
 * handler and does not pass faults on with their address, as libwayland does.
 * -ENOSPC after many different ones.
 */
SHMGUARD_API int shmguard_install(void);

/* SIGBUS signals that shmguard has answered in this thread. */
SHMGUARD_API uint64_t shmguard_faults(void);

/* ------- What follows is how begin and end are inlined. ------- */

#define SHMGUARD_SLOTS 16

/* What this thread reads at the moment; the handler looks here, and so does
 * whoever wants to unmap. */
struct shmguard_slots {
	struct shmguard_mapping *slot[SHMGUARD_SLOTS];
};

/*
 * Initial-exec: a plain offset from the thread pointer. The default model of a
 * dlopened library may allocate at the first use in a thread, which the signal
 * handler must not do.
 */
extern SHMGUARD_API __thread struct shmguard_slots *shmguard_own
	__attribute__((tls_model("initial-exec")));

/* Not 0 while memory waits for an access to end. */
extern SHMGUARD_API int shmguard_retired;

SHMGUARD_API void *shmguard_begin_slowly(struct shmguard *pool,
		struct shmguard_access *access);
SHMGUARD_API void shmguard_release(const struct shmguard_mapping *mapping);

/*
 * Keeps the reads of the access before the load of `lost`. An acquiring load
 * would order what follows it; here what precedes it counts. x86-64 does not
 * reorder loads. Written out, because ThreadSanitizer knows no fences and gcc
 * warns of them.
 */
#if defined(__x86_64__)
#define SHMGUARD_READS_BEFORE() __asm__ volatile("" ::: "memory")
#elif defined(__aarch64__)
#define SHMGUARD_READS_BEFORE() __asm__ volatile("dmb ishld" ::: "memory")
#else
#define SHMGUARD_READS_BEFORE() __atomic_thread_fence(__ATOMIC_ACQUIRE)
#endif

/*
 * Begins an access: returns the start of the bytes, readable until
 * shmguard_end whatever the client does, or NULL and errno ENOMEM where this
 * thread's first access, or a deeply nested one, found no memory. Any thread
 * but no signal handler; accesses of a thread may nest and overlap, also of
 * one pool.
 *
 * The thread announces the mapping in its slot and then looks whether the pool
 * still has it. Resize does the opposite: it changes the pool, then looks at
 * the slots. One of them must see the other, which takes a full fence on both
 * sides. Resize is rare and makes every thread execute it (membarrier(2)), so
 * that the compiler's order is enough here. Without that system call slot 0 is
 * never free and the slow function has the fence.
 */
static inline void *shmguard_begin(struct shmguard *pool,
		struct shmguard_access *access)
{
	struct shmguard_mapping **slot = shmguard_own->slot;
	/* Acquire: the fields that were written before it was published. */
	struct shmguard_mapping *mapping = __atomic_load_n(&pool->mapping,
			__ATOMIC_ACQUIRE);

	/* Only this thread writes its slots. */
	if (__builtin_expect(__atomic_load_n(slot, __ATOMIC_RELAXED) != NULL,
				0))
		return shmguard_begin_slowly(pool, access);
	/* Release: whoever finds this access here knows that those before it
	 * have ended. */
	__atomic_store_n(slot, mapping, __ATOMIC_RELEASE);
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	if (__builtin_expect(__atomic_load_n(&pool->mapping, __ATOMIC_ACQUIRE)
				!= mapping, 0)) {
		__atomic_store_n(slot, (struct shmguard_mapping *)NULL,
				__ATOMIC_RELEASE);
		return shmguard_begin_slowly(pool, access);
	}
	access->mapping = mapping;
	access->slot = slot;
	return mapping->data;
}

/* Bytes from the start of ACCESS that may be read: the pool's size when the
 * access began, whatever a resize has made of it since. */
static inline size_t shmguard_size(const struct shmguard_access *access)
{
	return access->mapping->size;
}

/*
 * Ends an access, in the thread that began it. Returns whether bytes of its
 * mapping are lost: then some of what it read may be zeros in place of them.
 * Every access is told from the first loss on, also those of other threads.
 */
static inline bool shmguard_end(const struct shmguard_access *access)
{
	bool lost;

	SHMGUARD_READS_BEFORE();
	/* Acquire beside the fence, for tools that know of no fences. Before
	 * the slot is cleared: afterwards the mapping may be freed. */
	lost = __atomic_load_n(&access->mapping->lost, __ATOMIC_ACQUIRE) != 0;
	/* Release: the reads are done when whoever unmaps sees this. */
	__atomic_store_n(access->slot, (struct shmguard_mapping *)NULL,
			__ATOMIC_RELEASE);
	/* As in begin: resize sets the flag, fences every thread, and then
	 * looks at the slots. Either it sees the slot free, or this sees the
	 * flag. */
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	if (__builtin_expect(__atomic_load_n(&shmguard_retired,
					__ATOMIC_RELAXED), 0))
		shmguard_release(access->mapping);
	return lost;
}

#ifdef __cplusplus
}
#endif

#endif
