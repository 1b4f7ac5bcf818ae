/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "huge.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "mapping.h"

#define SETTINGS "/sys/kernel/mm/transparent_hugepage/"

/* Linux 5.14; unknown to glibc 2.36's headers without _GNU_SOURCE. */
#ifndef MADV_POPULATE_READ
#define MADV_POPULATE_READ 22
#endif

static void read_setting(const char *path, char *text, size_t length)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	ssize_t got = fd < 0 ? 0 : read(fd, text, length - 1);

	text[got > 0 ? got : 0] = '\0';
	text[strcspn(text, "\n")] = '\0';
	if (fd >= 0)
		close(fd);
}

/* Of a system that does not say: x86-64, and aarch64 with 4 KiB pages. */
#define DEFAULT_HUGE_BYTES ((uintptr_t)2 << 20)

static uintptr_t huge_bytes;

/* Before any pool is mapped, and so before a handler asks. */
__attribute__((constructor))
static void read_huge_bytes(void)
{
	char size[32];

	read_setting(SETTINGS "hpage_pmd_size", size, sizeof(size));
	huge_bytes = strtoull(size, NULL, 10);
	if (huge_bytes == 0 || huge_bytes & (huge_bytes - 1))
		huge_bytes = DEFAULT_HUGE_BYTES;
}

int nfb_huge_probe(char *remark, size_t length)
{
	char enabled[64], zero_page[8];

	read_setting(SETTINGS "enabled", enabled, sizeof(enabled));
	read_setting(SETTINGS "use_zero_page", zero_page, sizeof(zero_page));
	if (!enabled[0] || strstr(enabled, "[never]") || zero_page[0] != '1')
		snprintf(remark, length, "no huge zero page here, one fault a "
			"page as with guard-pool: " SETTINGS "enabled=%s, "
			"use_zero_page=%s", enabled[0] ? enabled : "(none)",
			zero_page[0] ? zero_page : "(none)");
	return 0;
}

static size_t rounded_up(size_t size)
{
	return (size + huge_bytes - 1) & ~(huge_bytes - 1);
}

/* LENGTH bytes of address space that begin at a huge page, or MAP_FAILED. */
static unsigned char *reserve(size_t length)
{
	size_t more = length + huge_bytes;
	unsigned char *start = mmap(NULL, more, PROT_NONE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
	unsigned char *aligned;

	if (start == MAP_FAILED)
		return MAP_FAILED;
	aligned = (unsigned char *)rounded_up((uintptr_t)start);
	if (aligned > start)
		munmap(start, aligned - start);
	munmap(aligned + length, start + more - (aligned + length));
	return aligned;
}

int nfb_huge_map(struct nfb_pool *pool)
{
	size_t length = rounded_up(pool->size);
	unsigned char *base = reserve(length);

	if (base == MAP_FAILED)
		return -errno;
	if (mmap(base, pool->size, PROT_READ | PROT_WRITE,
				MAP_SHARED | MAP_FIXED | nfb_more_map_flags,
				pool->fd, 0)
			== MAP_FAILED) {
		int error = -errno;

		munmap(base, length);
		return error;
	}
	pool->base = base;
	return 0;
}

void nfb_huge_unmap(struct nfb_pool *pool)
{
	munmap(pool->base, rounded_up(pool->size));
	pool->base = NULL;
	nfb_return_repairs(pool);
}

/*
 * What lies before the first whole huge page is served in small ones; all of
 * their faults in one system call cost half of taking each by itself. Neither
 * madvise is needed for the zeros to be there, so their failure is none.
 */
bool nfb_huge_replace(const struct nfb_pool *pool, unsigned char *from)
{
	unsigned char *end = pool->base + rounded_up(pool->size);
	size_t small = rounded_up((uintptr_t)from) - (uintptr_t)from;

	if (nfb_replace_with_zeros(from, end - from, PROT_READ | PROT_WRITE))
		return false;
	madvise(from, end - from, MADV_HUGEPAGE);
	if (small)
		madvise(from, small, MADV_POPULATE_READ);
	return true;
}
