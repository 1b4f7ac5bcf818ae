/* SPDX-License-Identifier: MIT */
/* pixman's own OVER, loaded at run time: the peer of the `blend` loop. */
#include "read_loop.h"
#include "symbol.h"

#include <pthread.h>
#include <string.h>

#define LIBRARY "libpixman-1.so.0"

/* pixman.h: PIXMAN_OP_OVER, and PIXMAN_FORMAT(32, PIXMAN_TYPE_ARGB,
 * 8,8,8,8). */
#define OPERATOR_OVER 0x03
#define FORMAT_A8R8G8B8 0x20028888

/* Its coordinates have 16 bits and are refused, in silence, near their end. */
#define MOST_PIXELS 16384

struct image;

/* What is used of pixman.h (0.42, ABI 0). */
static struct {
	struct image *(*create)(int format, int width, int height,
			uint32_t *bits, int stride_bytes);
	int (*unref)(struct image *image);
	void (*composite)(int operator, struct image *source,
			struct image *mask, struct image *below,
			int32_t source_x, int32_t source_y,
			int32_t mask_x, int32_t mask_y, int32_t below_x,
			int32_t below_y, int32_t width, int32_t height);
} pixman;

static const char *lacking;
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void find(void *library, const char *name, void *function)
{
	if (!nfb_find_symbol(library, name, function))
		lacking = "the installed " LIBRARY " lacks a function";
}

static void load(void)
{
	void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	if (!library) {
		lacking = LIBRARY " is not installed "
			"(Debian: apt install libpixman-1-0)";
		return;
	}
	find(library, "pixman_image_create_bits_no_clear", &pixman.create);
	find(library, "pixman_image_unref", &pixman.unref);
	find(library, "pixman_image_composite32", &pixman.composite);
}

static bool is_there(const char **missing)
{
	pthread_once(&loaded, load);
	*missing = lacking;
	return !lacking;
}

static void over(unsigned char *to, const unsigned char *from, int width,
		int rows, size_t stride_bytes)
{
	struct image *below = pixman.create(FORMAT_A8R8G8B8, width, rows,
			(uint32_t *)to, width * 4);
	struct image *source = pixman.create(FORMAT_A8R8G8B8, width, rows,
			(uint32_t *)from, (int)stride_bytes);

	pixman.composite(OPERATOR_OVER, source, NULL, below, 0, 0, 0, 0, 0, 0,
			width, rows);
	pixman.unref(source);
	pixman.unref(below);
}

static void add(struct nfb_accumulator *acc, const void *bytes, size_t length)
{
	const unsigned char *from = bytes;

	while (length >= 4) {
		size_t width = length / 4 < MOST_PIXELS
			? length / 4 : MOST_PIXELS;

		over(acc->upload, from, (int)width, 1, width * 4);
		acc->upload += width * 4;
		from += width * 4;
		length -= width * 4;
	}
}

/* Where pixman takes the rectangle as it is: strides are whole pixels there,
 * and so is the place where a row begins. */
static void add_rows(struct nfb_accumulator *acc, const void *first_row,
		size_t row_bytes, size_t rows, size_t stride_bytes)
{
	const unsigned char *row = first_row;

	if (row_bytes / 4 <= MOST_PIXELS && rows <= MOST_PIXELS
			&& stride_bytes % 4 == 0) {
		over(acc->upload, row, (int)(row_bytes / 4), (int)rows,
				stride_bytes);
		acc->upload += row_bytes * rows;
		return;
	}
	for (; rows > 0; rows--, row += stride_bytes)
		add(acc, row, row_bytes);
}

static uint64_t blended(const struct nfb_accumulator *acc)
{
	(void)acc;
	return 0;
}

const struct nfb_isa_variant nfb_pixman_variants[] = {
	{ { .instruction_set = "pixman", .add = add,
		.result = blended, .external_library = true,
		.add_rows = add_rows }, is_there },
	{ { 0 }, NULL },
};
