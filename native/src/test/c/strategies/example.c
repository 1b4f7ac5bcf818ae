/* SPDX-License-Identifier: MIT */
/*
 * A strategy from outside, to begin with: shmguard behind nofault_strategy.h.
 *
 *   cc -O2 -fPIC -shared example.c $(pkg-config --cflags --libs shmguard) \
 *       -o example.so
 *   java -jar benchmarks.jar verify --strategy-library ./example.so
 */
#include <nofault_strategy.h>
#include <shmguard.h>
#include <string.h>
#include <sys/mman.h>

static int map(int fd, size_t size, void **pool)
{
	struct shmguard *guard;
	int error = shmguard_map(fd, size, PROT_READ | PROT_WRITE, &guard);

	if (!error)
		*pool = guard;
	return error;
}

static void unmap(void *pool)
{
	shmguard_unmap(pool);
}

static int resize(void *pool, size_t size)
{
	return shmguard_resize(pool, size);
}

_Static_assert(sizeof(struct shmguard_access) <= sizeof(struct nofault_access),
		"an access has to fit on the suite's stack");

static inline const void *begin(void *pool, struct nofault_access *access)
{
	struct shmguard_access guarded;
	const void *bytes = shmguard_begin(pool, &guarded);

	memcpy(access, &guarded, sizeof(guarded));
	return bytes;
}

static inline bool end(void *pool, struct nofault_access *access)
{
	struct shmguard_access guarded;

	(void)pool;
	memcpy(&guarded, access, sizeof(guarded));
	return shmguard_end(&guarded);
}

NOFAULT_ACCESSES(access_pool, begin, end)

static const struct nofault_strategy strategies[] = {
	{
		.id = "example-shmguard",
		.name = "Example from outside",
		.summary = "shmguard, from a shared library of its own",
		.because = "shmguard replaces what lies past the end of the "
			"file and sets a flag of the pool",
		.lacks = {
			{ "sees-regrowth", "what was replaced is anonymous "
				"memory until the pool is resized" },
			{ "charges-no-holes", "a page that was never written "
				"is made by the read and charged to the "
				"reader" },
		},
		.family = NOFAULT_GUARD,
		.map = map,
		.unmap = unmap,
		.resize = resize,
		.access = access_pool,
	},
};

NOFAULT_STRATEGIES(strategies);
