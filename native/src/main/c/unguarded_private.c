/* SPDX-License-Identifier: MIT */
/* The control for the no-fault family: a private mapping, nothing around it. */
#include "mapping.h"

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_unguarded_private = {
	.id = "unguarded-private",
	.name = "Unguarded, private",
	.summary = "plain MAP_PRIVATE mapping, no protection; control",
	.family = NFB_FAMILY_UNGUARDED,
	.because = "a mapping installs nothing and, until it is written, sees "
		"the client's file",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_NEEDS_PROTECTION & ~NFB_NEEDS_SHARED_MAPPING,
			"nothing stands between the fault and the process" },
		{ NFB_NEEDS_SHARED_MAPPING, "it is mapped privately, to read" },
	},
	.attach = nfb_map_private,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
