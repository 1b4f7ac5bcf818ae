/* SPDX-License-Identifier: MIT */
/* The registry and the hot loop's instruction set, as callers see them. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "registry.h"
#include "strategy_library.h"

static void probe(const struct nfb_strategy *strategy,
		struct nfb_strategy_info *info)
{
	char remark[sizeof(info->skip_reason)] = "";
	int error = strategy->probe
		? strategy->probe(remark, sizeof(remark)) : 0;

	if (strategy->missing && strategy->missing()) {
		error = -ENOENT;
		snprintf(remark, sizeof(remark), "%s", strategy->missing());
		nfb_make_printable(remark);
	}
	if (error && !remark[0])
		snprintf(remark, sizeof(remark), "its probe failed: errno=%d",
				-error);
	snprintf(error ? info->skip_reason : info->note, sizeof(remark), "%s",
			remark);
}

int nfb_strategy_at(int index, struct nfb_strategy_info *info)
{
	const struct nfb_strategy *strategy = nfb_registry_at(index);

	if (!strategy)
		return -ENOENT;
	memset(info, 0, sizeof(*info));
	snprintf(info->id, sizeof(info->id), "%s", strategy->id);
	snprintf(info->name, sizeof(info->name), "%s", strategy->name);
	snprintf(info->summary, sizeof(info->summary), "%s", strategy->summary);
	info->family = strategy->family;
	info->traits = nfb_traits_of(strategy);
	probe(strategy, info);
	return 0;
}

int nfb_strategy_index(const char *id)
{
	const struct nfb_strategy *strategy;

	for (int i = 0; (strategy = nfb_registry_at(i)); i++)
		if (strcmp(strategy->id, id) == 0)
			return i;
	return -ENOENT;
}

const char *nfb_instruction_set(void)
{
	return nfb_sum_loop()->instruction_set;
}
