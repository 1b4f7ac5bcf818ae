/* SPDX-License-Identifier: MIT */
/*
 * The proposal itself: a private mapping with the flag of 2021 (MAP_NOSIGBUS,
 * linux-mm, 2021-06-04, v2), for which the kernel supplies a zero page where
 * it would have sent the signal. No begin, no end, no handler.
 *
 * Old kernels accept unknown flags of a MAP_PRIVATE mapping and do nothing
 * with them, so the flag cannot be asked for: only a fault can tell.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mapping.h"

#ifndef MAP_NOSIGBUS
#define MAP_NOSIGBUS 0x200000
#endif

static void *map(size_t size, int fd)
{
	return mmap(NULL, size, PROT_READ,
			MAP_PRIVATE | MAP_NOSIGBUS | nfb_more_map_flags, fd, 0);
}

/*
 * Reads past the end of FD, which is empty. Runs in a forked child, whose
 * parent may have had many threads: async-signal-safe calls only. The parent's
 * SIGBUS handler is not wanted here, nor a core file.
 */
static void read_past_the_end(int fd)
{
	struct sigaction fatal = { .sa_handler = SIG_DFL };
	volatile const char *page = map(1, fd);

	sigaction(SIGBUS, &fatal, NULL);
	prctl(PR_SET_DUMPABLE, 0);
	_exit(page != MAP_FAILED && *page == 0 ? 0 : 1);
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -errno;
	return status;
}

static int probe(char *reason, size_t length)
{
	int fd = memfd_create("nofault-probe", MFD_CLOEXEC);
	pid_t child;
	int status;

	if (fd < 0)
		return -errno;
	child = fork();
	if (child == 0)
		read_past_the_end(fd);
	status = child < 0 ? -errno : wait_for(child);
	close(fd);
	if (status == 0)
		return 0;
	snprintf(reason, length, "this kernel has no no-fault private mapping: "
		"a read past the end of a MAP_PRIVATE | 0x%x mapping %s",
		MAP_NOSIGBUS,
		status > 0 && WIFSIGNALED(status) && WTERMSIG(status) == SIGBUS
			? "raised SIGBUS in the probe's child"
			: "gave no zero page in the probe's child");
	return -EOPNOTSUPP;
}

static int attach(struct nfb_pool *pool)
{
	void *base = map(pool->size, pool->fd);

	if (base == MAP_FAILED)
		return -errno;
	pool->base = base;
	return 0;
}

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_nofault_private = {
	.id = "nofault-private",
	.name = "No-fault, private",
	.summary = "MAP_PRIVATE with the kernel flag proposed in 2021: a zero "
		"page instead of the signal",
	.family = NFB_FAMILY_NOFAULT,
	.labels = NFB_NEEDS_KERNEL_PATCH,
	.because = "the kernel supplies a zero page where it would have sent "
		"the signal",
	.denials = {
		{ NFB_TELLS_LOSS | NFB_TELLS_SECOND_READER,
			"a zero page looks like any other" },
		{ NFB_SEES_REGROWTH,
			"the zero page stays until the pool is attached anew" },
		{ NFB_NEEDS_SHARED_MAPPING, "it is mapped privately, to read" },
	},
	.probe = probe,
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
