/* SPDX-License-Identifier: MIT */
/*
 * The access is abandoned at its first fault: begin is sigsetjmp into a
 * buffer on the stack, the handler leaves by siglongjmp (Xorg's busfault.c,
 * lighttpd's sys-setjmp.c, Firefox's MmapFaultHandler). The mapping is left
 * as it is, so valid pages stay valid and a file that grows back is seen.
 *
 * sigsetjmp(buffer, 0): saving the signal mask would be a system call in each
 * access. The dispatcher's SA_NODEFER leaves the mask alone instead.
 */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>

#include "dispatcher.h"
#include "mapping.h"

struct guard {
	const struct nfb_pool *pool;
	struct guard *outer; /* accesses nest, of any pools */
	sigjmp_buf landing;
};

NFB_HANDLER_TLS struct guard *volatile innermost;

/*
 * siglongjmp is not on POSIX's list of async-signal-safe functions because of
 * what the interrupted code may have been doing. It was reading memory: the
 * read loops hold no lock and call nothing.
 */
static bool handle_fault(void *address, void *context)
{
	const unsigned char *at = address;

	(void)context;
	for (struct guard *guard = innermost; guard; guard = guard->outer) {
		const struct nfb_pool *pool = guard->pool;

		if (at < pool->base || at >= pool->base + pool->size)
			continue;
		nfb_count_fault();
		siglongjmp(guard->landing, 1);
	}
	return false;
}

static int probe(char *reason, size_t length)
{
#ifdef __SANITIZE_THREAD__
	snprintf(reason, length, "ThreadSanitizer's own handler blocks the "
		"signal while ours runs, and a siglongjmp that leaves the "
		"mask alone never unblocks it");
	return -EOPNOTSUPP;
#else
	(void)reason;
	(void)length;
	return 0;
#endif
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_dispatch_to(handle_fault);

	return error ? error : nfb_map_shared(pool);
}

/* Not inlined: the compiler inlines no function that calls sigsetjmp, and a
 * compositor would pay for the call too. */
static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	/* No initializer: it would zero the 200 bytes of the landing too. */
	struct guard guard;

	/* memcpy keeps no state that a jump could leave behind; what another
	 * library's loop holds is not known. */
	if (loop->external_library && !loop->is_copy)
		return -EOPNOTSUPP;
	guard.pool = pool;
	guard.outer = innermost;
	if (sigsetjmp(guard.landing, 0)) {
		access->lost = true;
	} else {
		innermost = &guard;
		atomic_signal_fence(memory_order_seq_cst);
		access->checksum = nfb_read_region(pool->base, region, loop);
		atomic_signal_fence(memory_order_seq_cst);
	}
	innermost = guard.outer;
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_jump = {
	.id = "guard-jump",
	.name = "Guarded, jump out",
	.summary = "thread-local sigsetjmp; the access is abandoned at its "
		"first fault and the mapping left as it is",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler leaves the access by siglongjmp and touches "
		"no mapping",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_READS_ZEROS,
			"the access is abandoned at its first fault" },
	},
	.probe = probe,
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
