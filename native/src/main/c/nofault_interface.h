/* SPDX-License-Identifier: MIT */
/* How this kernel is asked for a private mapping that never faults. */
#ifndef NFB_NOFAULT_INTERFACE_H
#define NFB_NOFAULT_INTERFACE_H

#include <stddef.h>

struct nfb_nofault_interface {
	const char *name;
	int map_flags; /* beside MAP_PRIVATE */
	int advice;    /* of madvise, after the mapping; 0 for none */
};

/* Maps SIZE bytes of FD, to read, as FORM has it; MAP_FAILED and errno. */
void *nfb_nofault_map(const struct nfb_nofault_interface *interface,
		size_t size, int fd);

/*
 * The form that works here, proven by a fault in a child; NULL where none does,
 * and why in REASON, which may be NULL. Asked of the kernel once a process.
 */
const struct nfb_nofault_interface *nfb_nofault_interface(
		char *reason, size_t length);

#endif
