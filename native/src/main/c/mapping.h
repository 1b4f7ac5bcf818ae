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

/* 0 where the pages of POOL's file can be replaced one by one, as the guards
 * that repair a mapping do; -EOPNOTSUPP of a file of huge pages, whose mapping
 * mmap(2) replaces in whole huge pages only. For attach. */
int nfb_check_replaceable(const struct nfb_pool *pool);

/*
 * Puts anonymous zeros over LENGTH bytes from ADDRESS on, which is a multiple
 * of the page size, with PROTECTION; without the right to write where the
 * system grants no memory that could be written. For signal handlers: mmap(2)
 * is not on POSIX's list of async-signal-safe functions, but on Linux it is a
 * plain system call that takes no lock of the C library. Returns 0 or -1.
 */
int nfb_replace_with_zeros(void *address, size_t length, int protection);

/*
 * Whether LENGTH bytes from START on, a part of POOL, may be replaced alone.
 * Each such repair makes up to two mappings more, of which a process has
 * vm.max_map_count (proc(5)): all of them together, of all pools, may take a
 * quarter of that. Afterwards a guard replaces the rest of the pool at once.
 * For signal handlers; what POOL has taken is given back by nfb_unmap and
 * nfb_return_repairs.
 */
bool nfb_within_repair_budget(struct nfb_pool *pool,
		const unsigned char *start, size_t length);
void nfb_return_repairs(struct nfb_pool *pool);

/* Puts zeros over PAGE of POOL, or, where the budget of repairs is used up,
 * over all from there on. For signal handlers. Returns 0 or -1. */
int nfb_replace_page(struct nfb_pool *pool, unsigned char *page,
		int protection);

/* Whether PAGE lies past the end of the file, where all that follows is lost
 * too; inside of it, it is a hole that cannot be backed, whose neighbours may
 * exist. For signal handlers: fstat(2) is on POSIX's list. */
bool nfb_past_end_of_file(const struct nfb_pool *pool,
		const unsigned char *page);

/* Puts zeros over what is lost of POOL where PAGE is. For signal handlers.
 * Returns 0 or -1. */
int nfb_replace_lost(struct nfb_pool *pool, unsigned char *page,
		int protection);

/* Bytes of a page, without a call that a handler may not make. */
size_t nfb_page_bytes(void);

/* What a mapping does to whoever reads it in a full memory control group, for
 * the strategies' rows. */
#define NFB_CHARGED_FOR_HOLES \
	{ NFB_CHARGES_NO_HOLES, \
		"a page that was never written is made by the read and charged " \
		"to the reader: a full memory control group raises the OOM " \
		"killer, not SIGBUS" }

/* The start of the page that ADDRESS lies in. */
static inline unsigned char *nfb_page_of(const void *address)
{
	return (unsigned char *)((uintptr_t)address & ~(nfb_page_bytes() - 1));
}

#endif
