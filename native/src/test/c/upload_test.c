/* SPDX-License-Identifier: MIT */
/* The read loops that write to an upload buffer: `copy` and `blend`. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "check.h"
#include "frame.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))
#define BYTES ((size_t)1 << 18)
#define MARK 0xa5

static const size_t lengths[] = { 4, 8, 12, 60, 64, 68, 124, 128, 132, 252,
	256, 260, 508, 512, 1020, 4096, 7680, 15364 };

struct variant {
	int id;
	const struct nfb_read_loop *loop;
};

static unsigned char *memory(void)
{
	unsigned char *bytes = mmap(NULL, BYTES, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(bytes != MAP_FAILED);
	return bytes;
}

static void run(const struct nfb_read_loop *loop, unsigned char *upload,
		const unsigned char *bytes, size_t length)
{
	struct nfb_read_loop own = *loop;
	struct nfb_accumulator acc;

	own.upload = upload;
	nfb_accumulator_init(&acc, &own);
	own.add(&acc, bytes, length);
	CHECK(acc.upload == upload + length);
	own.result(&acc);
}

/* pixman-combine32.h's arithmetic, written down anew. */
static unsigned over(unsigned source, unsigned below, unsigned alpha)
{
	unsigned product = below * (255 - alpha) + 128;
	unsigned sum = source + ((product + product / 256) / 256);

	return sum < 255 ? sum : 255;
}

static void check_bytes_around(const unsigned char *upload, size_t from,
		size_t length)
{
	for (size_t i = 0; i < from; i++)
		CHECK_EQUAL(upload[i], MARK);
	for (size_t i = from + length; i < from + length + 256; i++)
		CHECK_EQUAL(upload[i], MARK);
}

static void copies_what_it_is_given_and_nothing_around(const void *subject)
{
	const struct variant *variant = subject;
	unsigned char *bytes = memory(), *upload = memory();

	nfb_frame_fill(bytes, BYTES, 7);
	for (size_t i = 0; i < COUNT(lengths); i++)
		for (size_t from = 0; from < 192; from += 61)
			for (size_t to = 0; to < 192; to += 37) {
				memset(upload, MARK, BYTES);
				run(variant->loop, upload + to, bytes + from,
						lengths[i]);
				CHECK(memcmp(upload + to, bytes + from,
							lengths[i]) == 0);
				check_bytes_around(upload, to, lengths[i]);
			}
}

static void copies_runs_that_are_no_whole_pixels(const void *subject)
{
	const struct variant *variant = subject;
	unsigned char *bytes = memory(), *upload = memory();

	nfb_frame_fill(bytes, BYTES, 8);
	for (size_t length = 0; length < 300; length++) {
		memset(upload, MARK, BYTES);
		run(variant->loop, upload + 3, bytes + 1, length);
		CHECK(memcmp(upload + 3, bytes + 1, length) == 0);
		check_bytes_around(upload, 3, length);
	}
}

/* Every alpha with every byte below it: pixel I of row A has alpha A. */
static void rounds_every_alpha_and_byte_as_documented(const void *subject)
{
	const struct variant *variant = subject;
	unsigned char *bytes = memory(), *upload = memory();

	for (unsigned alpha = 0; alpha < 256; alpha++) {
		for (unsigned below = 0; below < 256; below++) {
			unsigned char pixel[4] = {
				(unsigned char)(alpha * below / 255),
				(unsigned char)(255 - below),
				(unsigned char)(below ^ alpha),
				(unsigned char)alpha };

			memcpy(bytes + below * 4, pixel, 4);
			memset(upload + below * 4, (int)below, 4);
		}
		run(variant->loop, upload, bytes, 256 * 4);
		for (unsigned i = 0; i < 256 * 4; i++)
			CHECK_EQUAL(upload[i], over(bytes[i], i / 4, alpha));
	}
}

static void blends_what_it_is_given_and_nothing_around(const void *subject)
{
	const struct variant *variant = subject;
	unsigned char *bytes = memory(), *upload = memory();

	nfb_frame_fill(bytes, BYTES, 9);
	for (size_t i = 0; i < COUNT(lengths); i++)
		for (size_t to = 0; to < 192; to += 37) {
			memset(upload, MARK, BYTES);
			run(variant->loop, upload + to, bytes + to / 2 * 4,
					lengths[i]);
			for (size_t at = 0; at < lengths[i]; at++) {
				const unsigned char *pixel = bytes
					+ to / 2 * 4 + at / 4 * 4;

				CHECK_EQUAL(upload[to + at], over(
						pixel[at % 4], MARK,
						pixel[3]));
			}
			check_bytes_around(upload, to, lengths[i]);
		}
}

/* Two independent programs: whole rows of a rectangle at odd strides. */
static void agrees_with_pixman_to_the_last_bit(const void *subject)
{
	const struct variant *variant = subject;
	const char *missing;
	const struct nfb_read_loop *pixman = nfb_read_loop_of(NFB_LOOP_PIXMAN,
			&missing);
	unsigned char *bytes = memory(), *ours = memory(), *theirs = memory();

	if (!pixman)
		SKIP(missing);
	nfb_frame_fill(bytes, BYTES, 10);
	run(variant->loop, ours, bytes, BYTES);
	run(pixman, theirs, bytes, BYTES);
	CHECK(memcmp(ours, theirs, BYTES) == 0);
	for (uint64_t width = 1; width < 80; width++) {
		struct nfb_region region = { 4 * width, 4 * width, 50,
			4 * width + 20 };
		struct nfb_read_loop own = *variant->loop, other = *pixman;

		nfb_frame_fill(ours, BYTES, 11 + width);
		memcpy(theirs, ours, BYTES);
		own.upload = ours;
		other.upload = theirs;
		nfb_read_region(bytes, &region, &own);
		nfb_read_region(bytes, &region, &other);
		CHECK(memcmp(ours, theirs, BYTES) == 0);
	}
}

/* The page behind the last byte cannot be touched. */
static void reads_and_writes_no_byte_past_the_end(const void *subject)
{
	const struct variant *variant = subject;
	size_t page = (size_t)sysconf(_SC_PAGESIZE), kept = BYTES - page;
	unsigned char *bytes = memory(), *upload = memory();

	CHECK(munmap(bytes + kept, page) == 0);
	CHECK(munmap(upload + kept, page) == 0);
	for (size_t i = 0; i < COUNT(lengths); i++)
		run(variant->loop, upload + kept - lengths[i],
				bytes + kept - lengths[i], lengths[i]);
}

static void packs_the_rows_of_every_rectangle(const void *subject)
{
	const struct variant *variant = subject;
	struct nfb_read_loop own = *variant->loop;
	struct nfb_region region = { 40, 100, 3, 400, 4, 5000 };
	unsigned char *bytes = memory(), *upload = memory();

	nfb_frame_fill(bytes, BYTES, 12);
	own.upload = upload;
	nfb_read_region(bytes, &region, &own);
	for (size_t row = 0; row < 15; row++)
		CHECK(memcmp(upload + row * 100, bytes + 40
				+ row / 3 * 5000 + row % 3 * 400, 100) == 0);
}

static const struct { bool blends; struct check_case row; } rows[] = {
	{ false, { "copies what it is given and nothing around",
		copies_what_it_is_given_and_nothing_around, 0, 0, 0 } },
	{ false, { "copies runs that are no whole pixels",
		copies_runs_that_are_no_whole_pixels, 0, 0, 0 } },
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

static const int loops[] = { NFB_LOOP_COPY, NFB_LOOP_COPY_STREAM,
	NFB_LOOP_MEMCPY, NFB_LOOP_BLEND, NFB_LOOP_PIXMAN };

static size_t cases_of(struct variant *variant, struct check_case *cases)
{
	bool blends = variant->id == NFB_LOOP_BLEND
		|| variant->id == NFB_LOOP_PIXMAN;
	size_t count = 0;

	for (size_t i = 0; i < COUNT(rows); i++)
		if (rows[i].blends == blends) {
			cases[count] = rows[i].row;
			cases[count].subject = variant;
			cases[count++].subject_name =
				variant->loop->instruction_set;
		}
	return count;
}

int main(void)
{
	static struct variant variants[COUNT(loops) * 4];
	static struct check_case cases[COUNT(variants) * COUNT(rows)];
	size_t count = 0, used = 0;

	for (size_t i = 0; i < COUNT(loops); i++)
		for (int j = 0; j < 4; j++) {
			struct variant *variant = &variants[used++];

			variant->id = loops[i];
			variant->loop = nfb_read_loop_at(loops[i], j);
			if (variant->loop)
				count += cases_of(variant, cases + count);
		}
	return check_all(cases, count);
}
