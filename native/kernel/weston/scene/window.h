/* SPDX-License-Identifier: MIT */
/*
 * A client's connection with one window, and a buffer in a file of its own.
 * Every function that can fail returns false if the compositor has ended the
 * connection or is gone.
 */
#ifndef SCENE_WINDOW_H
#define SCENE_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <wayland-client.h>

#define WINDOW_WIDTH 1920
#define WINDOW_HEIGHT 1080
#define BUFFER_BYTES ((size_t)WINDOW_WIDTH * WINDOW_HEIGHT * 4)

struct window {
	struct wl_display *display;
	struct wl_registry *registry;
	struct wl_compositor *compositor;
	struct wl_shm *shm;
	struct wl_output *output;
	struct xdg_wm_base *shell;
	struct wp_presentation *presentation;
	struct weston_screenshooter *shooter;
	struct wl_surface *surface;
	struct xdg_surface *role;
	struct xdg_toplevel *toplevel;
	struct wl_callback *frame;
	bool configured, frame_done;
};

/* Connects to $WAYLAND_DISPLAY; no window yet. */
bool window_connect(struct window *window);

/* Makes its window, which is not shown before it has a buffer. */
bool window_show(struct window *window);

/* Commits buffer and returns when the compositor asks for the next one, so
 * that it has read this one. */
bool window_commit(struct window *window, struct wl_buffer *buffer);

void window_disconnect(struct window *window);

struct buffer {
	struct wl_shm_pool *pool;
	struct wl_buffer *proxy;
	int fd;
};

/* A buffer at the end of a pool of pool_bytes; fd is a file of any size, and
 * belongs to the buffer from now on. A pool that is not just a buffer is made
 * as large as a buffer first and resized then. */
void buffer_create(struct buffer *buffer, struct window *window, int fd,
		size_t pool_bytes);

/* Colours every pixel, as 0xffRRGGBB; fd is a file of BUFFER_BYTES. */
void buffer_fill(int fd, uint32_t pixel);

void buffer_destroy(struct buffer *buffer);

#endif
