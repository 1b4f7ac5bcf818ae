/* SPDX-License-Identifier: MIT */
/* The read kernels that write to a staging buffer: `copy` and `blend`. */
#include <string.h>
#include <sys/mman.h>

#include "check.h"
#include "frame.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define BYTES ((size_t)1 << 18)
#define MARK 0xa5

static const size_t lengths[] = { 4, 8, 12, 60, 64, 68, 124, 128, 132, 252,
	256, 260, 508, 512, 1020, 4096, 7680, 15364 };

struct clone {
	int id;
	const struct nfb_kernel *kernel;
};

static unsigned char *memory(void)
{
	unsigned char *bytes = mmap(NULL, BYTES, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(bytes != MAP_FAILED);
	return bytes;
}

static void run(const struct nfb_kernel *kernel, unsigned char *staging,
		const unsigned char *bytes, size_t length)
{
	struct nfb_kernel own = *kernel;
	struct nfb_sink sink;

	own.staging = staging;
	nfb_sink_open(&sink, &own);
	own.add(&sink, bytes, length);
	CHECK(sink.staging == staging + length);
	own.result(&sink);
}

/* pixman-combine32.h's arithmetic, written down anew. */
static unsigned over(unsigned source, unsigned below, unsigned alpha)
{
	unsigned product = below * (255 - alpha) + 128;
	unsigned sum = source + ((product + product / 256) / 256);

	return sum < 255 ? sum : 255;
}

static void check_bytes_around(const unsigned char *staging, size_t from,
		size_t length)
{
	for (size_t i = 0; i < from; i++)
		CHECK_EQUAL(staging[i], MARK);
	for (size_t i = from + length; i < from + length + 256; i++)
		CHECK_EQUAL(staging[i], MARK);
}

static void moves_what_it_is_given_and_nothing_around(const void *subject)
{
	const struct clone *clone = subject;
	unsigned char *bytes = memory(), *staging = memory();

	nfb_frame_fill(bytes, BYTES, 7);
	for (size_t i = 0; i < COUNT(lengths); i++)
		for (size_t from = 0; from < 192; from += 61)
			for (size_t to = 0; to < 192; to += 37) {
				memset(staging, MARK, BYTES);
				run(clone->kernel, staging + to, bytes + from,
						lengths[i]);
				CHECK(memcmp(staging + to, bytes + from,
							lengths[i]) == 0);
				check_bytes_around(staging, to, lengths[i]);
			}
}

static void moves_runs_that_are_no_whole_pixels(const void *subject)
{
	const struct clone *clone = subject;
	unsigned char *bytes = memory(), *staging = memory();

	nfb_frame_fill(bytes, BYTES, 8);
	for (size_t length = 0; length < 300; length++) {
		memset(staging, MARK, BYTES);
		run(clone->kernel, staging + 3, bytes + 1, length);
		CHECK(memcmp(staging + 3, bytes + 1, length) == 0);
		check_bytes_around(staging, 3, length);
	}
}

/* Every alpha with every byte below it: pixel I of row A has alpha A. */
static void rounds_every_alpha_and_byte_as_documented(const void *subject)
{
	const struct clone *clone = subject;
	unsigned char *bytes = memory(), *staging = memory();

	for (unsigned alpha = 0; alpha < 256; alpha++) {
		for (unsigned below = 0; below < 256; below++) {
			unsigned char pixel[4] = {
				(unsigned char)(alpha * below / 255),
				(unsigned char)(255 - below),
				(unsigned char)(below ^ alpha),
				(unsigned char)alpha };

			memcpy(bytes + below * 4, pixel, 4);
			memset(staging + below * 4, (int)below, 4);
		}
		run(clone->kernel, staging, bytes, 256 * 4);
		for (unsigned i = 0; i < 256 * 4; i++)
			CHECK_EQUAL(staging[i], over(bytes[i], i / 4, alpha));
	}
}

static void blends_what_it_is_given_and_nothing_around(const void *subject)
{
	const struct clone *clone = subject;
	unsigned char *bytes = memory(), *staging = memory();

	nfb_frame_fill(bytes, BYTES, 9);
	for (size_t i = 0; i < COUNT(lengths); i++)
		for (size_t to = 0; to < 192; to += 37) {
			memset(staging, MARK, BYTES);
			run(clone->kernel, staging + to, bytes + to / 2 * 4,
					lengths[i]);
			for (size_t at = 0; at < lengths[i]; at++) {
				const unsigned char *pixel = bytes
					+ to / 2 * 4 + at / 4 * 4;

				CHECK_EQUAL(staging[to + at], over(
						pixel[at % 4], MARK,
						pixel[3]));
			}
			check_bytes_around(staging, to, lengths[i]);
		}
}

/* Two independent programs: whole rows of a rectangle at odd strides. */
static void agrees_with_pixman_to_the_last_bit(const void *subject)
{
	const struct clone *clone = subject;
	const char *missing;
	const struct nfb_kernel *pixman = nfb_kernel_of(NFB_KERNEL_PIXMAN,
			&missing);
	unsigned char *bytes = memory(), *ours = memory(), *theirs = memory();

	if (!pixman)
		SKIP(missing);
	nfb_frame_fill(bytes, BYTES, 10);
	run(clone->kernel, ours, bytes, BYTES);
	run(pixman, theirs, bytes, BYTES);
	CHECK(memcmp(ours, theirs, BYTES) == 0);
	for (uint64_t width = 1; width < 80; width++) {
		struct nfb_region region = { 4 * width, 4 * width, 50,
			4 * width + 20 };
		struct nfb_kernel own = *clone->kernel, other = *pixman;

		nfb_frame_fill(ours, BYTES, 11 + width);
		memcpy(theirs, ours, BYTES);
		own.staging = ours;
		other.staging = theirs;
		nfb_read_region(bytes, &region, &own);
		nfb_read_region(bytes, &region, &other);
		CHECK(memcmp(ours, theirs, BYTES) == 0);
	}
}

/* The page behind the last byte cannot be touched. */
static void reads_and_writes_no_byte_past_the_end(const void *subject)
{
	const struct clone *clone = subject;
	unsigned char *bytes = memory(), *staging = memory();

	CHECK(munmap(bytes + BYTES - 4096, 4096) == 0);
	CHECK(munmap(staging + BYTES - 4096, 4096) == 0);
	for (size_t i = 0; i < COUNT(lengths); i++)
		run(clone->kernel, staging + BYTES - 4096 - lengths[i],
				bytes + BYTES - 4096 - lengths[i],
				lengths[i]);
}

static void packs_the_rows_of_every_rectangle(const void *subject)
{
	const struct clone *clone = subject;
	struct nfb_kernel own = *clone->kernel;
	struct nfb_region region = { 40, 100, 3, 400, 4, 5000 };
	unsigned char *bytes = memory(), *staging = memory();

	nfb_frame_fill(bytes, BYTES, 12);
	own.staging = staging;
	nfb_read_region(bytes, &region, &own);
	for (size_t row = 0; row < 15; row++)
		CHECK(memcmp(staging + row * 100, bytes + 40
				+ row / 3 * 5000 + row % 3 * 400, 100) == 0);
}

static const struct { bool blends; struct check_case row; } rows[] = {
	{ false, { "moves what it is given and nothing around",
		moves_what_it_is_given_and_nothing_around, 0, 0, 0 } },
	{ false, { "moves runs that are no whole pixels",
		moves_runs_that_are_no_whole_pixels, 0, 0, 0 } },
	{ false, { "packs the rows of every rectangle",
		packs_the_rows_of_every_rectangle, 0, 0, 0 } },
	{ false, { "reads and writes no byte past the end of a copy",
		reads_and_writes_no_byte_past_the_end, 0, 0, 0 } },
	{ true, { "rounds every alpha and byte as documented",
		rounds_every_alpha_and_byte_as_documented, 0, 0, 0 } },
	{ true, { "blends what it is given and nothing around",
		blends_what_it_is_given_and_nothing_around, 0, 0, 0 } },
	{ true, { "reads and writes no byte past the end of a blend",
		reads_and_writes_no_byte_past_the_end, 0, 0, 0 } },
	{ true, { "agrees with pixman to the last bit",
		agrees_with_pixman_to_the_last_bit, 0, 0, 0 } },
};

static const int kernels[] = { NFB_KERNEL_COPY, NFB_KERNEL_COPY_STREAM,
	NFB_KERNEL_MEMCPY, NFB_KERNEL_BLEND, NFB_KERNEL_PIXMAN };

static size_t cases_of(struct clone *clone, struct check_case *cases)
{
	bool blends = clone->id == NFB_KERNEL_BLEND
		|| clone->id == NFB_KERNEL_PIXMAN;
	size_t count = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].blends == blends) {
			cases[count] = rows[i].row;
			cases[count].subject = clone;
			cases[count++].subject_name =
				clone->kernel->instruction_set;
		}
	return count;
}

int main(void)
{
	static struct clone clones[COUNT(kernels) * 4];
	static struct check_case cases[COUNT(clones) * COUNT(rows)];
	size_t count = 0, used = 0;

	for (size_t i = 0; i < COUNT(kernels); i++)
		for (int j = 0; j < 4; j++) {
			struct clone *clone = &clones[used++];

			clone->id = kernels[i];
			clone->kernel = nfb_kernel_at(kernels[i], j);
			if (clone->kernel)
				count += cases_of(clone, cases + count);
		}
	return check_all(cases, count);
}
