/* SPDX-License-Identifier: MIT */
#include "loops.h"

#include <stdio.h>
#include <stdlib.h>

#include "frame.h"
#include "read_loop.h"
#include "ticks.h"

#define SEED UINT64_C(0xc0ffee)

static const struct { int id; const char *name; } loops[] = {
	{ NFB_LOOP_SUM, "sum" }, { NFB_LOOP_COPY, "copy" },
	{ NFB_LOOP_MEMCPY, "memcpy" }, { NFB_LOOP_BLEND, "blend" },
	{ NFB_LOOP_PIXMAN, "pixman" },
};

static uint64_t instructions_of(const struct nfb_read_loop *loop,
		const unsigned char *bytes, uint64_t length)
{
	struct nfb_accumulator acc;
	uint64_t start;

	nfb_accumulator_init(&acc, loop);
	start = nfb_ticks();
	loop->add(&acc, bytes, length);
	return nfb_ticks() - start - nfb_ticks_of_nothing();
}

static void count(const char *name, struct nfb_read_loop loop,
		const struct nfb_count_setting *setting,
		const unsigned char *bytes, unsigned char *upload)
{
	uint64_t least = UINT64_MAX;

	loop.upload = upload;
	for (uint64_t i = 0; i < setting->tries; i++) {
		uint64_t taken = instructions_of(&loop, bytes, setting->bytes);

		least = taken < least ? taken : least;
	}
	printf("loop\t%s\t%s\t%llu\t%llu\n", name, loop.instruction_set,
			(unsigned long long)setting->bytes,
			(unsigned long long)least);
}

/* In memory that is there: neither a page fault nor a protection is counted. */
int nfb_count_loops(const struct nfb_count_setting *setting)
{
	unsigned char *bytes = malloc(setting->bytes);
	unsigned char *upload = malloc(setting->bytes);

	if (!bytes || !upload)
		return 1;
	nfb_frame_fill(bytes, setting->bytes, SEED);
	nfb_frame_fill(upload, setting->bytes, SEED + 1);
	for (size_t i = 0; i < sizeof(loops) / sizeof(loops[0]); i++) {
		const struct nfb_read_loop *loop;

		for (int j = 0; (loop = nfb_read_loop_at(loops[i].id, j)); j++)
			count(loops[i].name, *loop, setting, bytes, upload);
	}
	free(bytes);
	free(upload);
	return 0;
}
