/* SPDX-License-Identifier: MIT */
/* The control: a compositor's mapping with nothing around the read. */
#include "mapping.h"

NFB_BATCH_OF(nfb_read_mapped)

const struct nfb_strategy nfb_unguarded_shared = {
	.id = "unguarded-shared",
	.name = "Unguarded, shared",
	.summary = "plain MAP_SHARED mapping, no protection; control",
	.family = NFB_FAMILY_UNGUARDED,
	.because = "a mapping installs nothing and sees the client's file",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_NEEDS_PROTECTION,
			"nothing stands between the fault and the process" },
	},
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};
