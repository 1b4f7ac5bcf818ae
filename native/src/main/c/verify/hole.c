/* SPDX-License-Identifier: MIT */
/*
 * A file that is as long as it says and still cannot be read through a
 * mapping: its pages were never written, and its filesystem is full. It is the
 * case that no check of the file's size finds.
 */
#define _GNU_SOURCE
#include "experiments.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <unistd.h>

#include "checking.h"
#include "frame.h"
#include "namespace.h"
#include "pool.h"

/* Over /tmp, for this process alone: it ends with the namespace. */
static void mount_small_filesystem(uint64_t bytes)
{
	char size[32];

	snprintf(size, sizeof(size), "size=%llu", (unsigned long long)bytes);
	if (!nfb_enter_mount_namespace() || mount("tmpfs", "/tmp", "tmpfs", 0, size))
		nfb_conclude(NFB_SKIPPED, "no filesystem of limited size: a "
				"private mount namespace is refused here "
				"(errno=%d)", errno);
}

static void fill_up(void)
{
	char *block = calloc(1, NFB_PAGE);
	int fd = open("/tmp/filler", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

	REQUIRE(block && fd >= 0);
	while (write(fd, block, NFB_PAGE) > 0)
		continue;
	REQUIRE(errno == ENOSPC);
	free(block);
	close(fd);
}

/* The first half has the frame, the second was never written. */
static int half_written_file(void)
{
	unsigned char *half = malloc(NFB_TESTBED_BYTES / 2);
	int fd = open("/tmp/pool", O_CREAT | O_RDWR | O_CLOEXEC, 0600);

	REQUIRE(half && fd >= 0 && ftruncate(fd, NFB_TESTBED_BYTES) == 0);
	nfb_frame_fill(half, NFB_TESTBED_BYTES / 2, NFB_TESTBED_SEED);
	REQUIRE(pwrite(fd, half, NFB_TESTBED_BYTES / 2, 0)
			== (ssize_t)NFB_TESTBED_BYTES / 2);
	free(half);
	return fd;
}

/* A file that cannot be sealed may be refused. */
static struct nfb_pool *attached(const struct nfb_strategy *strategy, int fd,
		uint64_t bytes)
{
	if (strategy->labels & NFB_NEEDS_CLIENT) {
		struct nfb_pool *pool;

		REQUIRE(nfb_pool_open(strategy, fd, bytes, &pool) == -EPERM);
		nfb_conclude(NFB_YES, "a file of a filesystem cannot be "
				"sealed: it is refused at attach");
	}
	return nfb_attached(strategy, fd, bytes);
}

void nfb_try_unbackable_hole(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = { .strategy = strategy };
	int fd;

	(void)settings;
	mount_small_filesystem(NFB_TESTBED_BYTES);
	fd = half_written_file();
	fill_up();
	testbed.pool = attached(strategy, fd, NFB_TESTBED_BYTES);
	nfb_check_access(&testbed, &nfb_whole);
}

/*
 * Scattered holes: every second page of a file is one, and every pool of it has
 * to be mended in as many places. The pools have more holes together than a
 * process may have mappings (vm.max_map_count), so that whoever mends them one
 * by one runs out, and so does everything else in the process.
 */
#define HOLES_OF_POOL ((UINT64_C(32) << 20) / NFB_PAGE)
#define MOST_POOLS 80

static uint64_t pools_to_try(void)
{
	FILE *file = fopen("/proc/sys/vm/max_map_count", "re");
	unsigned long mappings = 0;
	uint64_t pools;

	REQUIRE(file && fscanf(file, "%lu", &mappings) == 1);
	fclose(file);
	pools = mappings / (2 * HOLES_OF_POOL) + 2;
	if (pools > MOST_POOLS)
		nfb_conclude(NFB_SKIPPED, "vm.max_map_count=%lu is more than "
				"can be used up here", mappings);
	return pools;
}

static int perforated_file(uint64_t bytes)
{
	unsigned char *page = malloc(NFB_PAGE);
	int fd = open("/tmp/pool", O_CREAT | O_RDWR | O_CLOEXEC, 0600);

	REQUIRE(page && fd >= 0 && ftruncate(fd, (off_t)bytes) == 0);
	for (uint64_t at = 0; at < bytes; at += 2 * NFB_PAGE) {
		nfb_frame_fill(page, NFB_PAGE, NFB_TESTBED_SEED
				+ at / sizeof(uint64_t) * NFB_FRAME_STEP);
		REQUIRE(pwrite(fd, page, NFB_PAGE, (off_t)at)
				== (ssize_t)NFB_PAGE);
	}
	free(page);
	return fd;
}

/* Pages that no neighbour has the protection of, each a mapping. */
static bool can_still_map(void)
{
	const size_t pages = 1000;
	unsigned char *start = mmap(NULL, pages * NFB_PAGE, PROT_NONE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (start == MAP_FAILED)
		return false;
	for (size_t i = 0; i < pages; i += 2)
		if (mprotect(start + i * NFB_PAGE, NFB_PAGE, PROT_READ))
			return false;
	return true;
}

void nfb_try_scattered_holes(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	const uint64_t bytes = 2 * HOLES_OF_POOL * NFB_PAGE;
	const struct nfb_region whole = { 0, bytes, 1, bytes };
	struct nfb_testbed testbed = { .strategy = strategy };
	uint64_t pools = pools_to_try();
	int fd;

	(void)settings;
	mount_small_filesystem(bytes / 2 + NFB_TESTBED_BYTES);
	fd = perforated_file(bytes);
	fill_up();
	for (uint64_t i = 0; i < pools; i++) {
		testbed.pool = attached(strategy, fd, bytes);
		if (i == 0)
			nfb_check_access(&testbed, &whole);
		else
			nfb_testbed_access(&testbed, &whole);
	}
	EXPECT(can_still_map(), "the process can make no more mappings after "
			"%llu pools with %llu holes each",
			(unsigned long long)pools,
			(unsigned long long)HOLES_OF_POOL);
}
