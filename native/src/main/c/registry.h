/* SPDX-License-Identifier: MIT */
/* Every strategy, in display order, and after them those that were loaded. */
#ifndef NFB_REGISTRY_H
#define NFB_REGISTRY_H

#include "access.h"

/* Row INDEX, or NULL past the end. */
const struct nfb_strategy *nfb_registry_at(int index);

#endif
