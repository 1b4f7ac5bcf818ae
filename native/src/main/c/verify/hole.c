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
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mount.h>
#include <unistd.h>

#include "checking.h"
#include "frame.h"
#include "pool.h"

static bool put(const char *path, const char *text)
{
	int fd = open(path, O_WRONLY | O_CLOEXEC);
	ssize_t length = (ssize_t)strlen(text);
	bool whole = fd >= 0 && write(fd, text, (size_t)length) == length;

	if (fd >= 0)
		close(fd);
	return whole;
}

/* A mount namespace of our own: of root's own right, or of a user namespace
 * in which we are root (user_namespaces(7)). */
static bool leave_the_namespace(void)
{
	char uid_map[64], gid_map[64];

	snprintf(uid_map, sizeof(uid_map), "0 %u 1", getuid());
	snprintf(gid_map, sizeof(gid_map), "0 %u 1", getgid());
	if (unshare(CLONE_NEWNS) == 0)
		return true;
	return unshare(CLONE_NEWUSER | CLONE_NEWNS) == 0
		&& put("/proc/self/setgroups", "deny")
		&& put("/proc/self/uid_map", uid_map)
		&& put("/proc/self/gid_map", gid_map);
}

/* Over /tmp, for this process alone: it ends with the namespace. */
static void mount_small_filesystem(void)
{
	char size[32];

	snprintf(size, sizeof(size), "size=%llu",
			(unsigned long long)NFB_TESTBED_BYTES);
	if (!leave_the_namespace()
			|| mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL)
			|| mount("tmpfs", "/tmp", "tmpfs", 0, size))
		nfb_conclude(NFB_SKIPPED, "no filesystem of limited size: a "
				"private mount namespace is refused here "
				"(errno=%d)", errno);
}

static void fill_up(void)
{
	static const char block[NFB_PAGE];
	int fd = open("/tmp/filler", O_CREAT | O_WRONLY | O_CLOEXEC, 0600);

	REQUIRE(fd >= 0);
	while (write(fd, block, sizeof(block)) > 0)
		continue;
	REQUIRE(errno == ENOSPC);
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

void nfb_try_unbackable_hole(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = { .strategy = strategy };
	int fd, error;

	(void)settings;
	mount_small_filesystem();
	fd = half_written_file();
	fill_up();
	error = nfb_pool_open(strategy, fd, NFB_TESTBED_BYTES, &testbed.pool);
	if (error == -EPERM)
		nfb_conclude(NFB_YES, "a file of a filesystem cannot be "
				"sealed: it is refused at attach");
	REQUIRE(error == 0);
	nfb_check_access(&testbed, &nfb_whole);
}
