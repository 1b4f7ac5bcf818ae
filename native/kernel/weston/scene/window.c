/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "presentation-time-client.h"
#include "weston-screenshooter-client.h"
#include "window.h"
#include "xdg-shell-client.h"

static void ping(void *data, struct xdg_wm_base *shell, uint32_t serial)
{
	(void)data;
	xdg_wm_base_pong(shell, serial);
}

static const struct xdg_wm_base_listener shell_listener = { ping };

static void bind_global(void *data, struct wl_registry *registry,
		uint32_t name, const char *interface, uint32_t version)
{
	struct window *window = data;
	const struct {
		const struct wl_interface *interface;
		void *proxy;
	} wanted[] = {
		{ &wl_compositor_interface, &window->compositor },
		{ &wl_shm_interface, &window->shm },
		{ &wl_output_interface, &window->output },
		{ &xdg_wm_base_interface, &window->shell },
		{ &wp_presentation_interface, &window->presentation },
		{ &weston_screenshooter_interface, &window->shooter },
	};

	(void)version;
	for (size_t i = 0; i < sizeof(wanted) / sizeof(*wanted); i++)
		if (strcmp(interface, wanted[i].interface->name) == 0)
			*(void **)wanted[i].proxy = wl_registry_bind(registry,
					name, wanted[i].interface, 1);
}

static void unbind_global(void *data, struct wl_registry *registry,
		uint32_t name)
{
	(void)data;
	(void)registry;
	(void)name;
}

static const struct wl_registry_listener registry_listener = {
	bind_global, unbind_global
};

static void configure(void *data, struct xdg_surface *role, uint32_t serial)
{
	struct window *window = data;

	xdg_surface_ack_configure(role, serial);
	window->configured = true;
}

static const struct xdg_surface_listener role_listener = { configure };

static void frame_done(void *data, struct wl_callback *callback,
		uint32_t time_ms)
{
	struct window *window = data;

	(void)time_ms;
	wl_callback_destroy(callback);
	window->frame = NULL;
	window->frame_done = true;
}

static const struct wl_callback_listener frame_listener = { frame_done };

bool window_connect(struct window *window)
{
	memset(window, 0, sizeof(*window));
	window->display = wl_display_connect(NULL);
	if (!window->display)
		return false;
	window->registry = wl_display_get_registry(window->display);
	wl_registry_add_listener(window->registry, &registry_listener, window);
	return wl_display_roundtrip(window->display) >= 0
		&& window->compositor && window->shm && window->output
		&& window->shell && window->presentation;
}

bool window_show(struct window *window)
{
	xdg_wm_base_add_listener(window->shell, &shell_listener, window);
	window->surface = wl_compositor_create_surface(window->compositor);
	window->role = xdg_wm_base_get_xdg_surface(window->shell,
			window->surface);
	xdg_surface_add_listener(window->role, &role_listener, window);
	window->toplevel = xdg_surface_get_toplevel(window->role);
	wl_surface_commit(window->surface);
	while (!window->configured)
		if (wl_display_dispatch(window->display) < 0)
			return false;
	return true;
}

bool window_commit(struct window *window, struct wl_buffer *buffer)
{
	window->frame_done = false;
	window->frame = wl_surface_frame(window->surface);
	wl_callback_add_listener(window->frame, &frame_listener, window);
	wl_surface_attach(window->surface, buffer, 0, 0);
	wl_surface_damage(window->surface, 0, 0, WINDOW_WIDTH, WINDOW_HEIGHT);
	wl_surface_commit(window->surface);
	while (!window->frame_done)
		if (wl_display_dispatch(window->display) < 0)
			return false;
	return true;
}

/* Without destructor requests: the compositor drops everything by itself. */
void window_disconnect(struct window *window)
{
	void *const proxies[] = {
		window->frame, window->toplevel, window->role, window->surface,
		window->shooter, window->presentation, window->shell,
		window->output, window->shm, window->compositor,
		window->registry,
	};

	if (!window->display)
		return;
	for (size_t i = 0; i < sizeof(proxies) / sizeof(*proxies); i++)
		if (proxies[i])
			wl_proxy_destroy(proxies[i]);
	wl_display_disconnect(window->display);
	window->display = NULL;
}

void buffer_create(struct buffer *buffer, struct window *window, int fd,
		size_t pool_bytes)
{
	buffer->fd = fd;
	buffer->pool = wl_shm_create_pool(window->shm, fd, BUFFER_BYTES);
	if (pool_bytes > BUFFER_BYTES)
		wl_shm_pool_resize(buffer->pool, (int32_t)pool_bytes);
	buffer->proxy = wl_shm_pool_create_buffer(buffer->pool,
			(int32_t)(pool_bytes - BUFFER_BYTES), WINDOW_WIDTH,
			WINDOW_HEIGHT, WINDOW_WIDTH * 4,
			WL_SHM_FORMAT_XRGB8888);
}

void buffer_fill(int fd, uint32_t pixel)
{
	static uint32_t rows[WINDOW_WIDTH * 40];
	size_t count = sizeof(rows) / sizeof(*rows);

	for (size_t i = 0; i < count; i++)
		rows[i] = pixel;
	for (size_t at = 0; at < BUFFER_BYTES; at += sizeof(rows))
		if (pwrite(fd, rows, sizeof(rows), (off_t)at)
				!= (ssize_t)sizeof(rows))
			return;
}

void buffer_destroy(struct buffer *buffer)
{
	wl_buffer_destroy(buffer->proxy);
	wl_shm_pool_destroy(buffer->pool);
	close(buffer->fd);
}
