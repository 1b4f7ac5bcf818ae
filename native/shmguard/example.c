/* SPDX-License-Identifier: MIT */
/*
 * A compositor in small: reads the files of two clients, of which one takes
 * its pixels away while they are read.
 *
 *   cc example.c $(pkg-config --cflags --libs shmguard) -o example && ./example
 */
#define _GNU_SOURCE
#include <signal.h>
#include <shmguard.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#define WIDTH 640
#define HEIGHT 480
#define STRIDE (WIDTH * 4)
#define FRAMES 200

struct client {
	const char *name;
	pid_t process;
	struct shmguard *pool;
	int lost_frames;
};

static void fail(const char *what)
{
	perror(what);
	exit(1);
}

/* What a client does: draws white, and a bad one shrinks its file. */
static void live(int fd, bool bad)
{
	static unsigned char row[STRIDE];

	memset(row, 0xff, sizeof(row));
	for (;;) {
		for (int y = 0; y < HEIGHT; y++)
			if (pwrite(fd, row, STRIDE, (off_t)y * STRIDE) < 0)
				_exit(1);
		if (bad && ftruncate(fd, rand() % HEIGHT * STRIDE))
			_exit(1);
	}
}

static struct client start(const char *name, bool bad)
{
	struct client client = { .name = name };
	int fd = memfd_create(name, MFD_CLOEXEC), error;

	if (fd < 0 || ftruncate(fd, STRIDE * HEIGHT))
		fail("memfd_create");
	client.process = fork();
	if (client.process < 0)
		fail("fork");
	if (client.process == 0)
		live(fd, bad);
	error = shmguard_map(fd, STRIDE * HEIGHT, PROT_READ, &client.pool);
	close(fd);
	if (error) {
		fprintf(stderr, "shmguard_map: %s\n", strerror(-error));
		exit(1);
	}
	return client;
}

/* Reads the buffer; maps it anew where the client took bytes away. A real
 * compositor would send wl_shm's error invalid_fd. */
static void show(struct client *client, unsigned char *screen)
{
	struct shmguard_access access;
	unsigned char *pixels = shmguard_begin(client->pool, &access);

	if (!pixels)
		fail("shmguard_begin");
	for (size_t y = 0; y < HEIGHT
			&& (y + 1) * STRIDE <= shmguard_size(&access); y++)
		memcpy(screen + y * STRIDE, pixels + y * STRIDE, STRIDE);
	if (!shmguard_end(&access))
		return;
	client->lost_frames++;
	if (shmguard_resize(client->pool, STRIDE * HEIGHT))
		exit(1);
}

int main(void)
{
	static unsigned char screen[STRIDE * HEIGHT];
	struct client clients[] = { start("good", false), start("bad", true) };

	for (int frame = 0; frame < FRAMES; frame++)
		for (int i = 0; i < 2; i++)
			show(&clients[i], screen);
	for (int i = 0; i < 2; i++) {
		shmguard_unmap(clients[i].pool);
		kill(clients[i].process, SIGKILL);
		waitpid(clients[i].process, NULL, 0);
		printf("%s: %d of %d frames lost bytes\n", clients[i].name,
				clients[i].lost_frames, FRAMES);
	}
	return 0;
}
