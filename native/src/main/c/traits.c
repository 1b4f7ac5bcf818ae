/* SPDX-License-Identifier: MIT */
#include "traits.h"

#include <string.h>

#include "nofault.h"

/* In the order of enum nfb_trait. */
static const char *const names[] = {
	"survives-truncation",
	"survives-truncation-to-half",
	"survives-truncation-inside-page",
	"survives-at-unaligned-offset",
	"survives-unbackable-hole",
	"survives-scattered-holes",
	"survives-beyond-memory",
	"survives-huge-page-file",
	"charges-no-holes",
	"survives-past-sealed-end",
	"survives-hole-punch",
	"survives-lost-write",
	"survives-attacker",
	"reads-zeros",
	"keeps-valid-pages",
	"tells-loss",
	"tells-second-reader",
	"sees-later-writes",
	"sees-regrowth",
	"outlives-client",
	"works-in-two-threads",
	"nests-two-pools",
	"writable",
	"passes-foreign-faults",
	"respects-later-handler",
	"ends-when-repair-fails",
	"dies-of-real-bug",
	"crashes-jvm-of-real-bug",
};

#define COUNT (sizeof(names) / sizeof(names[0]))

_Static_assert(NFB_ALL_PROPERTIES == (1LL << COUNT) - 1,
		"each property has a name");

const char *nfb_property_name(int property)
{
	return names[__builtin_ctz((unsigned)property)];
}

int nfb_property_named(const char *name)
{
	for (size_t i = 0; i < COUNT; i++)
		if (strcmp(names[i], name) == 0)
			return 1 << i;
	return 0;
}
