/* SPDX-License-Identifier: MIT */
/* Properties by the names that result files and plug-ins spell. */
#ifndef NFB_TRAITS_H
#define NFB_TRAITS_H

/* Of one property (enum nfb_trait). */
const char *nfb_property_name(int property);

/* The property of that name (enum nfb_trait), or 0. */
int nfb_property_named(const char *name);

#endif
