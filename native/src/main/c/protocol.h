/* SPDX-License-Identifier: MIT */
/*
 * What the library and the client program say to each other, over a
 * SOCK_SEQPACKET socket pair whose one end is the client's standard input.
 * The client answers its start and each request with one reply; the first
 * carries the memfd. It ends when the other end is closed.
 *
 * NFB_CLIENT_FRAME is a frame callback (wl_surface.frame): the library does
 * not wait for the reply, which is the commit. It gives the client one half of
 * the file to draw into, the half that is not shown.
 *
 * NFB_CLIENT_ATTACK has two replies: one when it begins, so that no frame is
 * taken for attacked that is not, and one when it has ended.
 */
#ifndef NFB_PROTOCOL_H
#define NFB_PROTOCOL_H

#include <stdint.h>

struct nfb_request {
	int64_t command; /* enum nfb_client_command */
	uint64_t value;
};

struct nfb_reply {
	int64_t error; /* 0 or -errno */
	uint64_t value; /* of a commit its serial, of an attack its
			 * ftruncates */
};

/* The seed of the frame that client PID commits as SERIAL. */
static inline uint64_t nfb_commit_seed(uint64_t pid, uint64_t serial)
{
	return pid << 32 | (serial & UINT32_MAX);
}

#endif
