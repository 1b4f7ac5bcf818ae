/* SPDX-License-Identifier: MIT */
/* Attach and detach of the strategies that map the client's file. */
#ifndef NFB_MAPPING_H
#define NFB_MAPPING_H

#include "access.h"

/* Flags that this thread's strategies add to their mmap of a client's file:
 * MAP_POPULATE, or none. */
extern _Thread_local int nfb_more_map_flags;

/* MAP_SHARED, readable and writable, as compositors map a pool. */
int nfb_map_shared(struct nfb_pool *pool);

/* MAP_PRIVATE, read only. */
int nfb_map_private(struct nfb_pool *pool);

void nfb_unmap(struct nfb_pool *pool);

/*
 * Puts anonymous zeros over LENGTH bytes from ADDRESS on, both multiples of
 * the page size, with PROTECTION. For signal handlers: mmap(2) is not on
 * POSIX's list of async-signal-safe functions, but on Linux it is a plain
 * system call that takes no lock of the C library. Returns 0 or -1.
 */
int nfb_replace_with_zeros(void *address, size_t length, int protection);

/*
 * Puts zeros over what is lost of POOL where PAGE is: all that lies past the
 * end of the file, since it is lost too, or one page where the file is longer
 * (a hole that the filesystem cannot back, whose neighbours exist). For signal
 * handlers: fstat(2) is on POSIX's list. Returns 0 or -1.
 */
int nfb_replace_lost(const struct nfb_pool *pool, unsigned char *page,
		int protection);

/* Bytes of a page, without a call that a handler may not make. */
size_t nfb_page_bytes(void);

/* The start of the page that ADDRESS lies in. */
static inline unsigned char *nfb_page_of(const void *address)
{
	return (unsigned char *)((uintptr_t)address & ~(nfb_page_bytes() - 1));
}

#endif
