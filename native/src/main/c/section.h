/* SPDX-License-Identifier: MIT */
/*
 * Guards that mend the mapping: begin puts the access on a list of the
 * thread's own, the handler looks the fault up there and has the pool's
 * `repair` put zeros at the missing page, end takes the access off again
 * (Jay's clientmem.rs keeps such a list). Accesses nest, of any pools, and no
 * thread reads another's list.
 *
 * The loss is remembered in the pool and not in the thread: whoever reads the
 * pool from then on is told, since the zeros stay.
 */
#ifndef NFB_SECTION_H
#define NFB_SECTION_H

#include "access.h"

struct nfb_section {
	struct nfb_pool *pool;
	struct nfb_section *outer;
};

/* initial-exec: see NFB_HANDLER_TLS. */
extern _Thread_local struct nfb_section *volatile nfb_innermost
	__attribute__((tls_model("initial-exec"), visibility("hidden")));

/* Has the sections of POOL mended with REPAIR; the caller maps it. */
int nfb_guard_by_sections(struct nfb_pool *pool,
		bool (*repair)(struct nfb_pool *pool, unsigned char *page));

NFB_INLINE void nfb_section_begin(struct nfb_section *section,
		struct nfb_pool *pool)
{
	section->pool = pool;
	section->outer = nfb_innermost;
	/* The handler runs in this thread: the compiler's order is enough. */
	atomic_signal_fence(memory_order_seq_cst);
	nfb_innermost = section;
	atomic_signal_fence(memory_order_seq_cst);
}

/* Whether bytes of the pool have been lost. */
NFB_INLINE bool nfb_section_end(const struct nfb_section *section)
{
	atomic_signal_fence(memory_order_seq_cst);
	nfb_innermost = section->outer;
	return atomic_load_explicit(&section->pool->lost,
			memory_order_relaxed);
}

/* READ_ONCE of these guards. */
NFB_INLINE int nfb_read_in_section(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_kernel *kernel, struct nfb_access *access)
{
	struct nfb_section section;

	nfb_section_begin(&section, pool);
	access->checksum = nfb_read_region(pool->base, region, kernel);
	access->lost = nfb_section_end(&section);
	return 0;
}

#endif
