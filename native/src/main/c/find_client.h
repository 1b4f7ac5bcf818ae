/* SPDX-License-Identifier: MIT */
/* The client program, for the programs that are built beside it. */
#ifndef NFB_FIND_CLIENT_H
#define NFB_FIND_CLIENT_H

#include <libgen.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Sets NOFAULT_CLIENT to what lies beside this program, unless it is set. */
static inline void nfb_find_client(void)
{
	char path[PATH_MAX], client[PATH_MAX];
	ssize_t length = readlink("/proc/self/exe", path, sizeof(path) - 1);

	if (length < 0)
		return;
	path[length] = '\0';
	snprintf(client, sizeof(client), "%s/nofault-client", dirname(path));
	setenv("NOFAULT_CLIENT", client, 0);
}

#endif
