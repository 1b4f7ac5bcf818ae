/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <pthread.h>
#include <unistd.h>

#include "clients.h"
#include "window.h"

/* Truncates and regrows until it is cancelled in its sleep. */
static void *race(void *fd)
{
	while (ftruncate(*(int *)fd, 0) == 0) {
		usleep(1000);
		if (ftruncate(*(int *)fd, BUFFER_BYTES))
			break;
		usleep(1000);
	}
	return NULL;
}

/* One frame; false if the compositor has ended the connection. */
static bool attack_once(const struct attack *attack, struct window *window,
		struct buffer *buffer)
{
	bool alive;

	if (attack->draws)
		buffer_fill(buffer->fd, 0xff0000ff);
	if (!attack->strike(buffer->fd))
		_exit(CLIENT_CANNOT_ATTACK);
	alive = window_commit(window, buffer->proxy);
	if (alive && attack->regrows && ftruncate(buffer->fd, BUFFER_BYTES) == 0)
		alive = window_commit(window, buffer->proxy);
	return alive;
}

/* Frames of one connection, until the compositor ends it. */
static void attack_until_ended(const struct hostile_order *order,
		struct window *window, struct buffer *buffer,
		struct hostile_count *count)
{
	bool alive = true;

	while (alive && count->frames < order->frames) {
		alive = attack_once(order->attack, window, buffer);
		count->frames++;
	}
	if (!alive)
		count->disconnects++;
}

int hostile_client(const struct hostile_order *order,
		struct hostile_count *count)
{
	const struct attack *attack = order->attack;
	size_t pool_bytes = attack->enlarges ? 2 * BUFFER_BYTES : BUFFER_BYTES;

	while (count->frames < order->frames) {
		struct window window;
		struct buffer buffer;
		pthread_t racer;
		int fd = attack->open(order->small, order->other);

		if (fd < 0)
			return CLIENT_CANNOT_ATTACK;
		if (!window_connect(&window) || !window_show(&window))
			return 1;
		buffer_create(&buffer, &window, fd, pool_bytes);
		if (attack->races
				&& pthread_create(&racer, NULL, race, &fd))
			return CLIENT_CANNOT_ATTACK;
		attack_until_ended(order, &window, &buffer, count);
		if (attack->races) {
			pthread_cancel(racer);
			pthread_join(racer, NULL);
		}
		buffer_destroy(&buffer);
		window_disconnect(&window);
	}
	return 0;
}
