/* SPDX-License-Identifier: MIT */
#include "read_loop.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define VARIABLE "NFB_INSTRUCTION_SET"

static const struct nfb_isa_variant *const variants[] = {
	[NFB_LOOP_SUM] = nfb_sum_variants,
	[NFB_LOOP_COPY] = nfb_copy_variants,
	[NFB_LOOP_COPY_STREAM] = nfb_copy_stream_variants,
	[NFB_LOOP_MEMCPY] = nfb_memcpy_variants,
	[NFB_LOOP_BLEND] = nfb_blend_variants,
	[NFB_LOOP_PIXMAN] = nfb_pixman_variants,
	[NFB_LOOP_FILL] = nfb_fill_variants,
};

static const int loops = sizeof(variants) / sizeof(variants[0]);

static const struct nfb_read_loop *sum;

const struct nfb_read_loop *nfb_read_loop_at(int id, int index)
{
	const char *missing;

	if (id < 0 || id >= loops)
		return NULL;
	for (const struct nfb_isa_variant *variant = variants[id];
			variant->loop.add; variant++)
		if (variant->runs_here(&missing) && index-- == 0)
			return &variant->loop;
	return NULL;
}

static const struct nfb_read_loop *named(int id, const char *instruction_set)
{
	const struct nfb_read_loop *loop;

	for (int i = 0; (loop = nfb_read_loop_at(id, i)); i++)
		if (strcmp(loop->instruction_set, instruction_set) == 0)
			return loop;
	return NULL;
}

const struct nfb_read_loop *nfb_read_loop_of(int id, const char **missing)
{
	const char *wanted = getenv(VARIABLE);
	const struct nfb_read_loop *loop = wanted ? named(id, wanted) : NULL;

	if (!loop)
		loop = nfb_read_loop_at(id, 0);
	if (!loop && id >= 0 && id < loops)
		variants[id]->runs_here(missing);
	else if (!loop)
		*missing = "there is no such read loop";
	return loop;
}

const struct nfb_read_loop *nfb_sum_loop(void)
{
	return sum;
}

/* Before anything is measured with another than was wanted. */
_Noreturn static void refuse(const char *wanted)
{
	fprintf(stderr, "nofault: unusable environment: " VARIABLE "=%s; this "
			"machine runs", wanted);
	for (int i = 0; nfb_read_loop_at(NFB_LOOP_SUM, i); i++)
		fprintf(stderr, " %s", nfb_read_loop_at(NFB_LOOP_SUM, i)
				->instruction_set);
	fputc('\n', stderr);
	exit(2);
}

__attribute__((constructor))
static void choose(void)
{
	const char *wanted = getenv(VARIABLE), *missing;

	if (wanted && !named(NFB_LOOP_SUM, wanted))
		refuse(wanted);
	sum = nfb_read_loop_of(NFB_LOOP_SUM, &missing);
}
