/* SPDX-License-Identifier: MIT */
/* The library's end of a client. */
#ifndef NFB_CLIENT_LINK_H
#define NFB_CLIENT_LINK_H

#include <sys/types.h>

#include "nofault.h"

struct nfb_client {
	pid_t pid;
	int socket;
	int fd; /* the client's file */
	uint64_t pool_bytes;
};

#endif
