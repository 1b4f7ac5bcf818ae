/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "attacks.h"
#include "window.h"

#define PAGE 4096

static int in_memory(const char *small, const char *other)
{
	int fd = memfd_create("hostile", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	(void)small;
	(void)other;
	return fd >= 0 && ftruncate(fd, BUFFER_BYTES) == 0 ? fd : -1;
}

static int sealed(const char *small, const char *other)
{
	int fd = in_memory(small, other);

	return fd >= 0 && fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK) == 0 ? fd : -1;
}

static int unlinked_file(const char *folder)
{
	int fd = folder ? open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600)
		: -1;

	return fd >= 0 && ftruncate(fd, BUFFER_BYTES) == 0 ? fd : -1;
}

/* The rest of the filesystem belongs to a file that is never closed. */
static int on_full_tmpfs(const char *small, bool pages)
{
	static char zeros[PAGE];
	static int filler = -1;
	int fd = unlinked_file(small);

	for (size_t at = 0; fd >= 0 && pages && at < BUFFER_BYTES;
			at += 2 * PAGE)
		if (pwrite(fd, zeros, PAGE, (off_t)at) != PAGE)
			return -1;
	if (fd >= 0 && filler < 0)
		filler = open(small, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	while (write(filler, zeros, PAGE) == PAGE)
		;
	return fd;
}

static int sparse_on_full_tmpfs(const char *small, const char *other)
{
	(void)other;
	return on_full_tmpfs(small, false);
}

static int scattered_on_full_tmpfs(const char *small, const char *other)
{
	(void)other;
	return on_full_tmpfs(small, true);
}

static int on_other_filesystem(const char *small, const char *other)
{
	(void)small;
	return unlinked_file(other);
}

static bool nothing(int fd)
{
	return fd >= 0;
}

static bool truncate_to_zero(int fd)
{
	return ftruncate(fd, 0) == 0;
}

static bool truncate_to_half(int fd)
{
	return ftruncate(fd, BUFFER_BYTES / 2 / PAGE * PAGE) == 0;
}

static bool truncate_inside_page(int fd)
{
	return ftruncate(fd, BUFFER_BYTES / 2 / PAGE * PAGE + 1000) == 0;
}

static bool punch(int fd)
{
	return fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE, 0,
			BUFFER_BYTES) == 0;
}

/* Every other page is there; the others find no space. */
static bool scatter(int fd)
{
	static char zeros[PAGE];

	if (!punch(fd))
		return false;
	for (size_t at = 0; at < BUFFER_BYTES; at += 2 * PAGE)
		if (pwrite(fd, zeros, PAGE, (off_t)at) != PAGE)
			return false;
	return true;
}

const struct attack attacks[] = {
	{ "none", in_memory, nothing, .draws = true },
	{ "hole-punch", in_memory, punch, .draws = true },
	{ "truncation", in_memory, truncate_to_zero, .draws = true },
	{ "truncation-to-half", in_memory, truncate_to_half, .draws = true },
	{ "truncation-inside-page", in_memory, truncate_inside_page,
		.draws = true },
	{ "truncation-and-regrowth", in_memory, truncate_to_zero,
		.draws = true, .regrows = true },
	{ "unbackable-hole", sparse_on_full_tmpfs, punch,
		.draws = false },
	{ "scattered-holes", scattered_on_full_tmpfs, scatter,
		.draws = false },
	{ "past-sealed-end", sealed, nothing, .enlarges = true },
	{ "other-filesystem", on_other_filesystem, truncate_to_zero,
		.draws = true },
	{ "attacker", in_memory, nothing, .races = true },
	{ 0 }
};

const struct attack *attack_named(const char *name)
{
	const struct attack *attack = attacks;

	while (attack->name && strcmp(attack->name, name))
		attack++;
	return attack->name ? attack : NULL;
}
