/* SPDX-License-Identifier: MIT */
/* A wl_shm_buffer in libwayland-server, which is loaded when first asked
 * for. */
#ifndef NFB_WAYLAND_LINK_H
#define NFB_WAYLAND_LINK_H

#include <stdbool.h>
#include <stddef.h>

struct wl_client;
struct wl_display;
struct wl_shm_buffer;

struct nfb_wayland {
	struct wl_display *display;
	struct wl_client *client;
	struct wl_shm_buffer *buffer;
	int socket; /* the client's end */
	void (*begin_access)(struct wl_shm_buffer *);
	void (*end_access)(struct wl_shm_buffer *);
};

/* What keeps the library from being used here; NULL where nothing does. */
const char *nfb_wayland_missing(void);

/* Whether it is the version whose faults guard-libwayland declares. */
bool nfb_wayland_is_1_21(void);

/* Makes a display, connects a client and binds its wl_shm; 0 or -errno. */
int nfb_wayland_connect(struct nfb_wayland *wayland);

/* Has the client create a pool of SIZE bytes from FD and a buffer in it; 0 or
 * -errno. */
int nfb_wayland_create_buffer(struct nfb_wayland *wayland, int fd, size_t size);

/* Has the client destroy both, so that libwayland unmaps the pool. */
void nfb_wayland_destroy_buffer(struct nfb_wayland *wayland);

/* Whether libwayland has sent the client an error since this was last asked:
 * all that it tells of a loss. */
bool nfb_wayland_client_has_error(struct nfb_wayland *wayland);

/* Has the client resize the pool to SIZE bytes; 0 or -errno. */
int nfb_wayland_resize(struct nfb_wayland *wayland, size_t size);

/* The start of the pool, which a resize may move. */
unsigned char *nfb_wayland_data(const struct nfb_wayland *wayland);

void nfb_wayland_disconnect(struct nfb_wayland *wayland);

#endif
