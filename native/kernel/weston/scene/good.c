/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <sys/mman.h>
#include <unistd.h>

#include "clients.h"
#include "presentation-time-client.h"
#include "window.h"

struct feedback {
	struct good_count *count;
	uint64_t last_ns;
};

static void sync_output(void *data, struct wp_presentation_feedback *feedback,
		struct wl_output *output)
{
	(void)data;
	(void)feedback;
	(void)output;
}

static void presented(void *data, struct wp_presentation_feedback *feedback,
		uint32_t seconds_high, uint32_t seconds_low,
		uint32_t nanoseconds, uint32_t refresh_ns,
		uint32_t sequence_high, uint32_t sequence_low, uint32_t flags)
{
	struct feedback *state = data;
	uint64_t now_ns = ((uint64_t)seconds_high << 32 | seconds_low)
		* 1000000000 + nanoseconds;

	(void)refresh_ns;
	(void)sequence_high;
	(void)sequence_low;
	(void)flags;
	if (state->last_ns && now_ns - state->last_ns > LATE_NS)
		state->count->late++;
	state->last_ns = now_ns;
	state->count->presented++;
	wp_presentation_feedback_destroy(feedback);
}

static void discarded(void *data, struct wp_presentation_feedback *feedback)
{
	struct feedback *state = data;

	state->count->discarded++;
	wp_presentation_feedback_destroy(feedback);
}

static const struct wp_presentation_feedback_listener feedback_listener = {
	sync_output, presented, discarded
};

int good_client(struct good_count *count)
{
	struct feedback state = { .count = count };
	struct window window;
	struct buffer buffers[2];

	if (!window_connect(&window) || !window_show(&window))
		return 1;
	for (int i = 0; i < 2; i++) {
		int fd = memfd_create("good", MFD_CLOEXEC);

		if (fd < 0 || ftruncate(fd, BUFFER_BYTES))
			return 1;
		buffer_create(&buffers[i], &window, fd, BUFFER_BYTES);
	}
	for (uint64_t frame = 0;; frame++) {
		struct buffer *buffer = &buffers[frame % 2];

		buffer_fill(buffer->fd, good_pixel(frame));
		wp_presentation_feedback_add_listener(
				wp_presentation_feedback(window.presentation,
					window.surface),
				&feedback_listener, &state);
		if (!window_commit(&window, buffer->proxy))
			return 0;
	}
}
