/* SPDX-License-Identifier: MIT */
/*
 * Pools whose lost bytes become huge pages of zeros. A read of an untouched
 * transparent huge page is backed by the one huge zero page of the system
 * (Documentation/admin-guide/mm/transhuge.rst, use_zero_page), so reading on
 * after the loss takes a fault for each 2 MiB instead of one for each 4 KiB.
 *
 * That needs the pool to lie where huge pages can: its address range is
 * reserved at attach, aligned and rounded up to the size of a huge page.
 */
#ifndef NFB_HUGE_H
#define NFB_HUGE_H

#include "access.h"

/* Always 0; a remark where the huge zero page cannot be had and one fault a
 * page is what is left, as with guard-pool. */
int nfb_huge_probe(char *remark, size_t length);

/* MAP_SHARED in a range of its own. */
int nfb_huge_map(struct nfb_pool *pool);

void nfb_huge_unmap(struct nfb_pool *pool);

/* Zeros from FROM, a page of the pool, to its end. For signal handlers:
 * mmap(2) and madvise(2) are plain system calls. */
bool nfb_huge_replace(const struct nfb_pool *pool, unsigned char *from);

#endif
