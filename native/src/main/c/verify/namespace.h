/* SPDX-License-Identifier: MIT */
/* Mounts that an experiment sees alone: they end with its process. */
#ifndef NFB_NAMESPACE_H
#define NFB_NAMESPACE_H

#include <stdbool.h>

/* Writes TEXT into the file PATH, which is there. */
bool nfb_put(const char *path, const char *text);

/* A mount namespace of this process, of root's own right, or of a user
 * namespace in which it is root (user_namespaces(7)); false where both are
 * refused, and errno. */
bool nfb_enter_mount_namespace(void);

#endif
