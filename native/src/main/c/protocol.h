/* SPDX-License-Identifier: MIT */
/*
 * What the library and the client program say to each other, over a
 * SOCK_SEQPACKET socket pair whose one end is the client's standard input.
 * The client answers its start and each request with one reply; the first
 * carries the memfd. It ends when the other end is closed.
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
};

#endif
