/* SPDX-License-Identifier: MIT */
#include "expected.h"

#include <stdlib.h>
#include <string.h>

#include "frame.h"
#include "sum.h"

#define WORD sizeof(uint64_t)

/* LENGTH bytes of the frame from OFFSET on; BYTES has room for a word more.
 * Returns where they begin. */
static const unsigned char *frame_bytes(unsigned char *bytes, uint64_t offset,
		size_t length, uint64_t seed)
{
	uint64_t word = offset / WORD;

	nfb_frame_fill(bytes, length + offset % WORD,
			seed + word * NFB_FRAME_STEP);
	return bytes + offset % WORD;
}

static void add_chunk(uint64_t columns[NFB_COLUMNS], const unsigned char *bytes,
		size_t length)
{
	for (int j = 0; j < NFB_COLUMNS; j++)
		columns[j] *= 31;
	for (size_t at = 0; at < length; at += WORD) {
		uint64_t word = 0;

		memcpy(&word, bytes + at,
				length - at < WORD ? length - at : WORD);
		columns[at / WORD % NFB_COLUMNS] += word;
	}
}

uint64_t nfb_expected_checksum(const struct nfb_region *region, uint64_t seed)
{
	uint64_t columns[NFB_COLUMNS] = { 0 }, sum = 0;
	unsigned char chunk[NFB_SUM_CHUNK_BYTES + WORD];

	for (uint64_t row = 0; region->rows && row < nfb_rows_of(region); row++)
		for (uint64_t at = 0; at < region->row_bytes;
				at += NFB_SUM_CHUNK_BYTES) {
			uint64_t left = region->row_bytes - at;
			size_t length = left < NFB_SUM_CHUNK_BYTES
				? left : NFB_SUM_CHUNK_BYTES;

			add_chunk(columns, frame_bytes(chunk,
					nfb_offset_of(region, row) + at,
					length, seed), length);
		}
	for (int j = 0; j < NFB_COLUMNS; j++)
		sum += columns[j] << (2 * j + 1) | columns[j] >> (63 - 2 * j);
	return sum;
}

/* pixman-combine32.h's arithmetic: blend.c. */
static unsigned char over(unsigned source, unsigned below, unsigned alpha)
{
	unsigned product = below * (255 - alpha) + 128;
	unsigned sum = source + ((product + (product >> 8)) >> 8);

	return (unsigned char)(sum < 255 ? sum : 255);
}

static void blend(unsigned char *row, size_t length, unsigned backdrop)
{
	for (size_t at = 0; at + 3 < length; at += 4) {
		unsigned alpha = row[at + 3];

		for (size_t i = at; i < at + 4; i++)
			row[i] = over(row[i], backdrop, alpha);
	}
}

static int64_t difference(const unsigned char *a, const unsigned char *b,
		size_t length)
{
	size_t at = 0;

	if (memcmp(a, b, length) == 0)
		return -1;
	while (a[at] == b[at])
		at++;
	return (int64_t)at;
}

int64_t nfb_first_difference(const struct nfb_region *region, uint64_t seed,
		int loop, unsigned char backdrop,
		const unsigned char *upload)
{
	unsigned char *bytes = malloc(region->row_bytes + 2 * WORD);
	int64_t found = -1;

	if (!bytes)
		return 0;
	for (uint64_t row = 0; row < nfb_rows_of(region) && found < 0; row++) {
		uint64_t offset = nfb_offset_of(region, row);
		unsigned char *drawn = bytes + offset % WORD;

		frame_bytes(bytes, offset, region->row_bytes, seed);
		if (loop == NFB_LOOP_BLEND || loop == NFB_LOOP_PIXMAN)
			blend(drawn, region->row_bytes, backdrop);
		found = difference(upload + row * region->row_bytes, drawn,
				region->row_bytes);
		if (found >= 0)
			found += (int64_t)(row * region->row_bytes);
	}
	free(bytes);
	return found;
}
