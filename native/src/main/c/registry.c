/* SPDX-License-Identifier: MIT */
#include "registry.h"

#include "strategy_library.h"

/* One row a strategy, in display order; its file defines it. */
#define NFB_STRATEGIES(row) \
	row(nfb_unguarded_shared) \
	row(nfb_unguarded_private) \
	row(nfb_sealed) \
	row(nfb_guard_pool) \
	row(nfb_guard_libwayland) \
	row(nfb_guard_list) \
	row(nfb_guard_range) \
	row(nfb_guard_page) \
	row(nfb_guard_tail) \
	row(nfb_guard_jump) \
	row(nfb_guard_fixup) \
	row(nfb_guard_huge_zero) \
	row(nfb_guard_huge_tail) \
	row(nfb_nofault_private) \
	row(nfb_nofault_emulated) \
	row(nfb_udmabuf) \
	row(nfb_copy_pread) \
	row(nfb_copy_uring) \
	row(nfb_copy_vm_readv) \
	row(nfb_copy_guarded)

#define DECLARE(name) extern const struct nfb_strategy name;
#define LIST(name) &name,

NFB_STRATEGIES(DECLARE)

static const struct nfb_strategy *const rows[] = { NFB_STRATEGIES(LIST) };

const struct nfb_strategy *nfb_registry_at(int index)
{
	int count = sizeof(rows) / sizeof(rows[0]);

	return index >= 0 && index < count ? rows[index]
		: nfb_loaded_strategy_at(index - count);
}
