/* SPDX-License-Identifier: MIT */
/*
 * Memory of programs that use no flag of a patched kernel: what they pay for
 * its being there. The shapes are those of will-it-scale's tests page_fault1,
 * page_fault2, page_fault3, mmap1 and fork1, written anew.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "nofault.h"
#include "measurement.h"

static const int no_file = -1;

static uint64_t minor_faults(void)
{
	struct rusage usage;

	getrusage(RUSAGE_THREAD, &usage);
	return (uint64_t)usage.ru_minflt;
}

/* Faults are to be taken by the page, whatever the machine's setting. A kernel
 * without huge pages refuses the advice and needs none. */
static unsigned char *map(uint64_t bytes, int flags, int file)
{
	void *base = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags, file, 0);

	if (base == MAP_FAILED)
		return NULL;
	madvise(base, bytes, MADV_NOHUGEPAGE);
	return base;
}

static void touch(unsigned char *base, uint64_t bytes)
{
	uint64_t page_bytes = (uint64_t)sysconf(_SC_PAGESIZE);

	for (uint64_t at = 0; at < bytes; at += page_bytes)
		*(volatile unsigned char *)(base + at) = 1;
}

static int fault(uint64_t bytes, int flags, int file,
		struct nfb_non_user *result)
{
	unsigned char *base = map(bytes, flags, file);
	uint64_t faults, start_ns;

	if (!base)
		return -errno;
	faults = minor_faults();
	start_ns = nfb_now_ns();
	touch(base, bytes);
	result->total_ns += nfb_now_ns() - start_ns;
	result->events += minor_faults() - faults;
	return munmap(base, bytes) ? -errno : 0;
}

static int map_and_unmap(uint64_t bytes, int flags, int file,
		struct nfb_non_user *result)
{
	uint64_t start_ns = nfb_now_ns();
	void *base = mmap(NULL, bytes, PROT_READ | PROT_WRITE, flags, file, 0);

	if (base == MAP_FAILED || munmap(base, bytes))
		return -errno;
	result->total_ns += nfb_now_ns() - start_ns;
	result->events++;
	return 0;
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return -errno;
	return WIFEXITED(status) && WEXITSTATUS(status) == 0 ? 0 : -ECHILD;
}

/* The child of a process with threads may call nothing but what a signal
 * handler may (fork(2)): _exit(2) is. */
static int fork_and_wait(struct nfb_non_user *result)
{
	uint64_t start_ns = nfb_now_ns();
	pid_t child = fork();
	int error;

	if (child < 0)
		return -errno;
	if (child == 0)
		_exit(0);
	error = wait_for(child);
	result->total_ns += nfb_now_ns() - start_ns;
	result->events++;
	return error;
}

static int fork_touched(uint64_t bytes, int flags, int file,
		struct nfb_non_user *result)
{
	unsigned char *base = map(bytes, flags, file);
	int error;

	if (!base)
		return -errno;
	touch(base, bytes);
	error = fork_and_wait(result);
	munmap(base, bytes);
	return error;
}

static const struct shape {
	int (*run)(uint64_t bytes, int flags, int file,
			struct nfb_non_user *result);
	int flags;
} shapes[] = {
	[NFB_FAULT_ANONYMOUS] = { fault, MAP_PRIVATE | MAP_ANONYMOUS },
	[NFB_FAULT_PRIVATE_FILE] = { fault, MAP_PRIVATE },
	[NFB_FAULT_SHARED_FILE] = { fault, MAP_SHARED },
	[NFB_MAP_UNMAP] = { map_and_unmap, MAP_PRIVATE | MAP_ANONYMOUS },
	[NFB_FORK_EXIT] = { fork_touched, MAP_PRIVATE | MAP_ANONYMOUS },
};

/* Its pages exist already, so that no fault makes one for the file. */
static int file_of(uint64_t bytes)
{
	int error, file = memfd_create("non-user", MFD_CLOEXEC);

	if (file < 0)
		return -errno;
	if (fallocate(file, 0, 0, (off_t)bytes) == 0)
		return file;
	error = -errno;
	close(file);
	return error;
}

static int repeat(const struct shape *shape,
		const struct nfb_non_user_setting *options, int file,
		struct nfb_non_user *result)
{
	int error = 0;

	for (uint64_t i = 0; i < options->repeats && !error; i++)
		error = shape->run(options->bytes, shape->flags, file, result);
	return error;
}

static int run(const void *setting, void *result)
{
	const struct nfb_non_user_setting *options = setting;
	uint64_t shape = (uint64_t)options->shape;
	int file, error;

	if (shape >= sizeof(shapes) / sizeof(shapes[0]))
		return -EINVAL;
	if (shapes[shape].flags & MAP_ANONYMOUS)
		return repeat(&shapes[shape], options, no_file, result);
	file = file_of(options->bytes);
	if (file < 0)
		return file;
	error = repeat(&shapes[shape], options, file, result);
	close(file);
	return error;
}

const struct nfb_measurement nfb_non_user_cost = {
	.name = "non-user",
	.setting_bytes = sizeof(struct nfb_non_user_setting),
	.result_bytes = sizeof(struct nfb_non_user),
	.run = run,
};
