/* SPDX-License-Identifier: MIT */
/*
 * A strategy of your own, measured beside those of nofault-bench: compile a
 * shared library that defines `nofault_strategies` with this header alone, and
 * name it to the suite:
 *
 *   cc -O2 -fPIC -shared my_guard.c -o my_guard.so
 *   java -jar benchmarks.jar verify --strategy-library ./my_guard.so
 *
 * The library is loaded into the processes that measure and runs with their
 * rights. src/test/c/strategies/example.c is one to begin with.
 *
 * Everything here has a version, NOFAULT_STRATEGY_ABI. A library that was built
 * for another one is refused.
 */
#ifndef NOFAULT_STRATEGY_H
#define NOFAULT_STRATEGY_H

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define NOFAULT_STRATEGY_ABI 1

/* What kind of answer it is: which tables and charts it appears in. */
enum nofault_family {
	NOFAULT_UNGUARDED,
	NOFAULT_SEALED, /* relies on F_SEAL_SHRINK */
	NOFAULT_GUARD,  /* a shared mapping and a signal handler */
	NOFAULT_NOFAULT, /* a private mapping and a kernel flag */
	NOFAULT_COPY,   /* system calls */
};

/* Flags of a strategy. */
#define NOFAULT_NEEDS_SEALED_FILE 1 /* works with sealed client files only */
#define NOFAULT_NEEDS_KERNEL_PATCH 2

/*
 * A property that the strategy does not have, such as "keeps-valid-pages", and
 * one sentence why. `verify` tries every property of every strategy, lists their
 * names with --list, and fails where a declaration turns out wrong, either way.
 */
struct nofault_lack {
	const char *property;
	const char *why;
};

/* Space for what one access has to remember, on the stack. */
struct nofault_access {
	void *word[8];
};

/* What the suite reads in an access. */
struct nofault_reader {
	/* Reads the bytes at BASE, the start of the pool, and returns their
	 * checksum. NULL: nothing, begin and end are measured alone. */
	uint64_t (*read)(const struct nofault_reader *reader,
			const void *base);
};

/* What came of a number of accesses. */
struct nofault_result {
	uint64_t checksum;
	uint64_t lost_accesses; /* whose end told of a loss */
};

/*
 * Texts are printable ASCII: ID up to 31 characters, lower-case letters,
 * digits and single hyphens, begins with a letter; NAME up to 63; SUMMARY,
 * BECAUSE and each WHY up to 159.
 */
struct nofault_strategy {
	const char *id;      /* such as "my-guard"; no other strategy's */
	const char *name;    /* in headings, such as "My guard" */
	const char *summary; /* how it reads, in one sentence */
	const char *because; /* why it has the properties that it does not
			      * lack, in one sentence */
	struct nofault_lack lacks[16]; /* ends where PROPERTY is NULL */
	int family;          /* enum nofault_family */
	int flags;

	/* Why it cannot run on this machine, in one line, or NULL where it
	 * can. May itself be NULL. Called once for each process that asks. */
	const char *(*missing)(void);

	/* Maps SIZE bytes of FD, which stays open until after unmap, into
	 * *POOL: 0 or a negative errno. */
	int (*map)(int fd, size_t size, void **pool);
	void (*unmap)(void *pool);

	/* Makes POOL SIZE bytes long: 0, or a negative errno and the pool as
	 * it was. NULL: a new pool is mapped, and then the old one unmapped. */
	int (*resize)(void *pool, size_t size);

	/* Begins, reads and ends ACCESSES times; from any number of threads
	 * at once. Defined by NOFAULT_ACCESSES. */
	int (*access)(void *pool, const struct nofault_reader *reader,
			uint64_t accesses, struct nofault_result *result);
};

/* The one symbol that a library exports. */
struct nofault_strategies {
	uint32_t abi;            /* NOFAULT_STRATEGY_ABI */
	uint32_t strategy_bytes; /* sizeof(struct nofault_strategy) */
	uint32_t count;
	const struct nofault_strategy *strategies;
};

extern const struct nofault_strategies nofault_strategies
	__attribute__((visibility("default")));

/* Exports the strategies of ARRAY. */
#define NOFAULT_STRATEGIES(array) \
	const struct nofault_strategies nofault_strategies = { \
		NOFAULT_STRATEGY_ABI, sizeof(struct nofault_strategy), \
		sizeof(array) / sizeof((array)[0]), (array) }

/*
 * Defines FUNCTION, a strategy's `access`, around
 *
 *   static inline const void *BEGIN(void *pool, struct nofault_access *access);
 *   static inline bool END(void *pool, struct nofault_access *access);
 *
 * BEGIN returns the start of the pool's bytes, or NULL and errno; END returns
 * whether bytes were lost. Both are inlined into the loop, as they are for the
 * suite's own strategies: nothing is called through a pointer that your program
 * would not call through one.
 */
#define NOFAULT_ACCESSES(function, begin, end) \
	static int function(void *pool, const struct nofault_reader *reader, \
			uint64_t accesses, struct nofault_result *result) \
	{ \
		uint64_t checksum = 0, lost = 0; \
		\
		for (uint64_t i = 0; i < accesses; i++) { \
			struct nofault_access access; \
			const void *base = begin(pool, &access); \
			uint64_t read = 0; \
			\
			if (!base) \
				return -errno; \
			if (reader->read) \
				read = reader->read(reader, base); \
			lost += end(pool, &access); \
			checksum = 31 * checksum + read; \
			/* The client may have drawn: memory is read again. */ \
			__asm__ volatile("" ::: "memory"); \
		} \
		result->checksum = checksum; \
		result->lost_accesses = lost; \
		return 0; \
	}

#endif
