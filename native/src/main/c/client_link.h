/* SPDX-License-Identifier: MIT */
/* The library's end of a client. */
#ifndef NFB_CLIENT_LINK_H
#define NFB_CLIENT_LINK_H

#include <stdbool.h>
#include <sys/types.h>

#include "nofault.h"

struct nfb_client {
	pid_t pid;
	int socket;
	int fd; /* the client's file */
	uint64_t pool_bytes;

	/* Of frames.c, from one batch of frames to the next. */
	uint64_t serial; /* of the last commit that was shown, 0 for none */
	int shown;       /* the half that it is in */
	bool called;     /* a frame callback is not answered yet */
	bool torn;       /* it has been counted as that */
};

/* Sends a command whose reply is not waited for; 0 or -errno. */
int nfb_client_send(struct nfb_client *client, int command, uint64_t value);

/* The next reply and its value: 0, -errno of the client or the socket, -EAGAIN
 * where WAIT is not set and there is none. */
int nfb_client_receive(struct nfb_client *client, bool wait, uint64_t *value);

#endif
