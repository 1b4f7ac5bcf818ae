/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "client_draw.h"

#include <errno.h>
#include <sys/socket.h>
#include <unistd.h>

#include "frame.h"
#include "nofault_measurements.h"
#include "placement.h"
#include "protocol.h"
#include "random.h"

static size_t page_bytes(void)
{
	return (size_t)sysconf(_SC_PAGESIZE);
}

static void draw_half(struct nfb_client_file *file, uint64_t value,
		uint64_t serial)
{
	size_t bytes = file->mapped / 2;
	unsigned char *half = file->bytes + NFB_FRAME_HALF(value) * bytes;
	uint64_t seed = nfb_commit_seed((uint64_t)getpid(), serial);

	/* Torn: the end of the frame is still that of another. */
	if (NFB_FRAME_INJECTIONS(value) & NFB_INJECT_TORN)
		bytes -= page_bytes();
	nfb_frame_fill(half, bytes, seed);
}

int nfb_commit(struct nfb_client_file *file, uint64_t value, uint64_t *serial)
{
	static uint64_t committed;

	if (!committed)
		nfb_keep_off_reader_cpu();
	committed += NFB_FRAME_INJECTIONS(value) & NFB_INJECT_LOST ? 2 : 1;
	draw_half(file, value, committed);
	if (NFB_FRAME_INJECTIONS(value) & NFB_INJECT_LATE)
		usleep((useconds_t)NFB_FRAME_LATE_US(value));
	*serial = committed;
	return 0;
}

int nfb_attack(struct nfb_client_file *file, int socket, uint64_t *truncates)
{
	/* It goes on where the attack before it ended. */
	static uint64_t state = 0x9e3779b97f4a7c15;
	const struct nfb_reply begun = { 0 };
	uint64_t pages = file->mapped / page_bytes();
	char peeked;

	if (send(socket, &begun, sizeof(begun), MSG_NOSIGNAL) < 0)
		return -errno;
	do {
		uint64_t left = nfb_next_random(&state) % pages
			* page_bytes();

		if (ftruncate(file->fd, (off_t)left)
				|| ftruncate(file->fd, (off_t)file->mapped))
			return -errno;
		*truncates += 2;
	} while (recv(socket, &peeked, 1, MSG_PEEK | MSG_DONTWAIT) < 0
			&& (errno == EAGAIN || errno == EINTR));
	return 0;
}
