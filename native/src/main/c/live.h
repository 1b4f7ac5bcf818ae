/* SPDX-License-Identifier: MIT */
/*
 * The accesses in progress of the whole process, for the guards whose
 * originals keep one list for all threads (wlroots, Mir) and change the
 * signal's handler at begin or end. They have a handler of their own.
 */
#ifndef NFB_LIVE_H
#define NFB_LIVE_H

#include "access.h"

struct nfb_live {
	unsigned char *start; /* what to replace if it faults */
	size_t length;        /* a multiple of the page size */
	bool lost;            /* written by the handler */
	struct nfb_live *next;
};

/* How often the SIGBUS handler is set. */
enum nfb_live_handler {
	NFB_SET_WHILE_LISTED, /* by the first of the list, put back by the last */
	NFB_SET_AT_EACH,      /* by each, over whatever is there; never put back */
};

/* Adds ACCESS and sets the handler; 0 or -errno. */
int nfb_live_begin(struct nfb_live *access, enum nfb_live_handler when);

/* Takes ACCESS off the list, wherever in it. */
int nfb_live_end(struct nfb_live *access, enum nfb_live_handler when);

#endif
