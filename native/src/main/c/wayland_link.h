/* SPDX-License-Identifier: MIT */
/* A wl_shm_buffer in libwayland-server, which is loaded when first asked
 * for. */
#ifndef NFB_WAYLAND_LINK_H
#define NFB_WAYLAND_LINK_H

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

/* Makes a display, connects a client, and has it create a pool of SIZE bytes
 * from FD and a buffer in it. Returns 0 or -errno. */
int nfb_wayland_open(struct nfb_wayland *wayland, int fd, size_t size);

/* Has the client resize the pool to SIZE bytes; 0 or -errno. */
int nfb_wayland_resize(struct nfb_wayland *wayland, size_t size);

/* The start of the pool, which a resize may move. */
unsigned char *nfb_wayland_data(const struct nfb_wayland *wayland);

void nfb_wayland_close(struct nfb_wayland *wayland);

#endif
