/* SPDX-License-Identifier: MIT */
/*
 * The real thing: a wl_shm_buffer of libwayland-server, loaded at run time,
 * with a client connection over a socket pair (wayland_link.c). guard-pool is
 * this algorithm written anew, so the two should agree: begin and end are
 * calls into another library here and look thread-local state up by a key.
 *
 * libwayland tells the client, which is disconnected with a protocol error,
 * and not the caller of end_access. Its handler counts nothing and, for a
 * fault that is not its own, raises again without the address.
 */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "mapping.h"
#include "wayland_link.h"

static int probe(char *reason, size_t length)
{
	const char *missing = nfb_wayland_missing();

	if (!missing)
		return 0;
	snprintf(reason, length, "%s; install libwayland-server0 "
		"(Debian: apt install libwayland-server0)", missing);
	return -ENOENT;
}

/* Display, connection and wl_shm are there before a client sends its file. */
static int connect(struct nfb_pool *pool)
{
	struct nfb_wayland *wayland = calloc(1, sizeof(*wayland));
	int error = wayland ? nfb_wayland_connect(wayland) : -ENOMEM;

	if (error)
		free(wayland);
	else
		pool->state = wayland;
	return error;
}

static void disconnect(struct nfb_pool *pool)
{
	nfb_wayland_disconnect(pool->state);
	free(pool->state);
	pool->state = NULL;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_wayland_create_buffer(pool->state, pool->fd,
			pool->size);

	if (!error)
		pool->base = nfb_wayland_data(pool->state);
	return error;
}

static void detach(struct nfb_pool *pool)
{
	nfb_wayland_destroy_buffer(pool->state);
	pool->base = NULL;
}

static bool client_was_told(struct nfb_pool *pool)
{
	return nfb_wayland_client_has_error(pool->state);
}

static int resize(struct nfb_pool *pool, size_t size)
{
	int error = nfb_wayland_resize(pool->state, size);

	pool->base = nfb_wayland_data(pool->state);
	return error;
}

NFB_INLINE int read_once(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	const struct nfb_wayland *wayland = pool->state;

	wayland->begin_access(wayland->buffer);
	access->checksum = nfb_read_region(pool->base, region, loop);
	wayland->end_access(wayland->buffer);
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_libwayland = {
	.id = "guard-libwayland",
	.name = "Guarded by libwayland",
	.summary = "a wl_shm_buffer of the installed libwayland-server, "
		"loaded at run time; tells the client, not the caller",
	.family = NFB_FAMILY_GUARD,
	.own_handler = true,
	.because = "libwayland's handler replaces the pool of the thread's "
		"access by zeros",
	.is_known_version = nfb_wayland_is_1_21,
	.lacks = {
		{ NFB_SURVIVES_BEYOND_MEMORY,
			"its handler asks for memory that can be written, and "
			"dies where none is granted" },
		NFB_CHARGED_FOR_HOLES,
		{ NFB_SURVIVES_HUGE_PAGE_FILE,
			"it replaces a mapping of huge pages as if it had "
			"small ones, which mmap refuses" },
		{ NFB_TELLS_LOSS,
			"it disconnects the client and tells its caller "
			"nothing" },
		{ NFB_TELLS_SECOND_READER,
			"its flag belongs to the thread that faulted first, "
			"and the caller is not told" },
		{ NFB_KEEPS_VALID_PAGES | NFB_SEES_REGROWTH,
			"the whole pool is anonymous memory from the first "
			"fault until it is attached anew" },
		{ NFB_NESTS_TWO_POOLS,
			"begin_access aborts on a second pool" },
		{ NFB_SURVIVES_PAST_SEALED_END,
			"the seal is looked at when the pool is created and "
			"not when it is resized: the access goes unguarded" },
		{ NFB_PASSES_FOREIGN_FAULTS,
			"its handler puts the previous one back and raises "
			"the signal again, without the fault's address" },
	},
	.probe = probe,
	.connect = connect,
	.disconnect = disconnect,
	.attach = attach,
	.detach = detach,
	.resize = resize,
	.client_was_told = client_was_told,
	.read_once = read_once,
	.read_batch = read_batch,
};
