/* SPDX-License-Identifier: MIT */
/*
 * The accesses in progress of the whole process, for the guards whose
 * originals keep one list for all threads (wlroots, Mir) and change the
 * signal's handler at begin or end. They have a handler of their own.
 */
#ifndef NFB_ACCESS_LIST_H
#define NFB_ACCESS_LIST_H

#include "access.h"

struct nfb_listed_access {
	struct nfb_pool *pool;
	unsigned char *start; /* what to replace if it faults */
	size_t length;        /* a multiple of the page size */
	bool lost;            /* written by the handler */
	struct nfb_listed_access *next;
};

/* How often the SIGBUS handler is set. */
enum nfb_handler_policy {
	NFB_HANDLER_WHILE_LISTED, /* by the first of the list, put back by the
				   * last */
	NFB_HANDLER_PER_ACCESS,   /* by each, over whatever is there; never put
				   * back */
};

/* Maps POOL, readable and writable, if its pages can be replaced. */
int nfb_access_list_attach(struct nfb_pool *pool);

/* Adds ACCESS and sets the handler; 0 or -errno. */
int nfb_access_list_add(struct nfb_listed_access *access,
		enum nfb_handler_policy when);

/* Takes ACCESS off the list, wherever in it. */
int nfb_access_list_remove(struct nfb_listed_access *access,
		enum nfb_handler_policy when);

#endif
