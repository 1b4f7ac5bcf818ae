/* SPDX-License-Identifier: MIT */
#include "kernel.h"

#include <stdlib.h>
#include <string.h>

static const struct nfb_clone *const clones[] = {
	[NFB_KERNEL_SUM] = nfb_sum_clones,
	[NFB_KERNEL_COPY] = nfb_copy_clones,
	[NFB_KERNEL_COPY_STREAM] = nfb_copy_stream_clones,
	[NFB_KERNEL_MEMCPY] = nfb_memcpy_clones,
	[NFB_KERNEL_BLEND] = nfb_blend_clones,
	[NFB_KERNEL_PIXMAN] = nfb_pixman_clones,
	[NFB_KERNEL_FILL] = nfb_fill_clones,
};

static const int kernels = sizeof(clones) / sizeof(clones[0]);

static const struct nfb_kernel *sum;

const struct nfb_kernel *nfb_kernel_at(int id, int index)
{
	const char *missing;

	if (id < 0 || id >= kernels)
		return NULL;
	for (const struct nfb_clone *clone = clones[id]; clone->kernel.add;
			clone++)
		if (clone->runs_here(&missing) && index-- == 0)
			return &clone->kernel;
	return NULL;
}

static const struct nfb_kernel *named(int id, const char *instruction_set)
{
	const struct nfb_kernel *kernel;

	for (int i = 0; (kernel = nfb_kernel_at(id, i)); i++)
		if (strcmp(kernel->instruction_set, instruction_set) == 0)
			return kernel;
	return NULL;
}

const struct nfb_kernel *nfb_kernel_of(int id, const char **missing)
{
	const char *wanted = getenv("NFB_INSTRUCTION_SET");
	const struct nfb_kernel *kernel = wanted ? named(id, wanted) : NULL;

	if (!kernel)
		kernel = nfb_kernel_at(id, 0);
	if (!kernel && id >= 0 && id < kernels)
		clones[id]->runs_here(missing);
	else if (!kernel)
		*missing = "there is no such kernel";
	return kernel;
}

const struct nfb_kernel *nfb_sum_kernel(void)
{
	return sum;
}

__attribute__((constructor))
static void choose(void)
{
	const char *missing;

	sum = nfb_kernel_of(NFB_KERNEL_SUM, &missing);
}
