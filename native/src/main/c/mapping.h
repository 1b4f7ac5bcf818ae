/* SPDX-License-Identifier: MIT */
/* Attach and detach of the strategies that map the client's file. */
#ifndef NFB_MAPPING_H
#define NFB_MAPPING_H

#include "access.h"

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

#endif
