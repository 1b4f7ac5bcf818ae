/* SPDX-License-Identifier: MIT */
/* What the client program does beside drawing: commits, and attacks. */
#ifndef NFB_CLIENT_DRAW_H
#define NFB_CLIENT_DRAW_H

#include <stddef.h>
#include <stdint.h>

/* The client's file. */
struct nfb_client_file {
	int fd;
	unsigned char *bytes; /* the mapping, as long as the file was at
			       * first */
	size_t size;          /* of the file now */
	size_t mapped;
};

/* A frame callback's VALUE: bit 0 the half to draw into, bits 1 to 3 the
 * injected fault (enum nfb_injection, shifted by one), from bit 8 on
 * microseconds to be late by. */
#define NFB_FRAME_HALF(value) ((value) & 1)
#define NFB_FRAME_INJECTIONS(value) ((value) >> 1 & 7)
#define NFB_FRAME_LATE_US(value) ((value) >> 8)

/* Draws the next frame; *SERIAL becomes that of its commit. 0 or -errno. */
int nfb_commit(struct nfb_client_file *file, uint64_t value, uint64_t *serial);

/* Tells SOCKET that it begins, then truncates FILE at random and grows it back
 * until SOCKET has a message; *TRUNCATES becomes the number of its ftruncate
 * calls. 0 or -errno. */
int nfb_attack(struct nfb_client_file *file, int socket, uint64_t *truncates);

#endif
