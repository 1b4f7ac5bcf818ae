/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

#include "clients.h"
#include "weston-screenshooter-client.h"
#include "window.h"

/* The good window at the left, and the other one. */
#define OUTPUT_WIDTH (2 * WINDOW_WIDTH)
#define SHOT_BYTES ((size_t)OUTPUT_WIDTH * WINDOW_HEIGHT * 4)

static void done(void *data, struct weston_screenshooter *shooter)
{
	(void)shooter;
	*(bool *)data = true;
}

static const struct weston_screenshooter_listener shooter_listener = { done };

static uint32_t pixel_at(int fd, int x, int y)
{
	uint32_t pixel = 0;

	if (pread(fd, &pixel, sizeof(pixel),
			((off_t)y * OUTPUT_WIDTH + x) * 4) != sizeof(pixel))
		return 0;
	return pixel;
}

/* One colour from corner to corner, and one that the good client draws. */
static bool shows_good_window(int fd)
{
	uint32_t first = pixel_at(fd, 0, 0);

	return (first & 0xff0000) == (good_pixel(0) & 0xff0000)
		&& pixel_at(fd, WINDOW_WIDTH - 1, WINDOW_HEIGHT - 1) == first
		&& pixel_at(fd, WINDOW_WIDTH / 2, WINDOW_HEIGHT / 2) == first;
}

/* False if the compositor has ended the connection. */
static bool shoot(struct window *window, bool truncate, int fd)
{
	struct wl_shm_pool *pool = wl_shm_create_pool(window->shm, fd,
			(int32_t)SHOT_BYTES);
	struct wl_buffer *proxy = wl_shm_pool_create_buffer(pool, 0,
			OUTPUT_WIDTH, WINDOW_HEIGHT, OUTPUT_WIDTH * 4,
			WL_SHM_FORMAT_XRGB8888);
	bool shot = false, alive = true;

	weston_screenshooter_add_listener(window->shooter, &shooter_listener,
			&shot);
	if (truncate && ftruncate(fd, 0))
		return false;
	weston_screenshooter_take_shot(window->shooter, window->output, proxy);
	while (!shot && alive)
		alive = wl_display_dispatch(window->display) >= 0;
	/* What the guard sends comes after what the screenshooter sends. */
	if (alive && truncate)
		alive = wl_display_roundtrip(window->display) >= 0;
	wl_buffer_destroy(proxy);
	wl_shm_pool_destroy(pool);
	return alive;
}

int capture_client(uint64_t shots, bool truncate, struct capture_count *count)
{
	for (uint64_t i = 0; i < shots; i++) {
		int fd = memfd_create("shot", MFD_CLOEXEC);
		struct window window;

		if (fd < 0 || ftruncate(fd, SHOT_BYTES)
				|| !window_connect(&window) || !window.shooter)
			return 1;
		if (!shoot(&window, truncate, fd))
			count->disconnects++;
		else if (!truncate && !shows_good_window(fd))
			count->wrong++;
		count->shots++;
		window_disconnect(&window);
		close(fd);
	}
	return 0;
}
