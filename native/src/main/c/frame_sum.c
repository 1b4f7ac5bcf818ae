/* SPDX-License-Identifier: MIT */
#include "frame.h"
#include "sum.h"

/* Of a column's words in one chunk, over its rows of columns. */
#define ROWS ((uint64_t)NFB_SUM_CHUNK_BYTES / (NFB_COLUMNS * 8))
#define ROWS_BELOW (ROWS * (ROWS - 1) / 2)

uint64_t nfb_frame_sum(size_t length, uint64_t seed)
{
	uint64_t columns[NFB_COLUMNS] = { 0 }, sum = 0;

	for (size_t chunk = 0; chunk < length / NFB_SUM_CHUNK_BYTES; chunk++) {
		uint64_t first = ROWS * seed + NFB_FRAME_STEP
			* (ROWS * chunk * (NFB_SUM_CHUNK_BYTES / 8)
					+ NFB_COLUMNS * ROWS_BELOW);

		for (uint64_t j = 0; j < NFB_COLUMNS; j++)
			columns[j] = 31 * columns[j] + first
				+ j * ROWS * NFB_FRAME_STEP;
	}
	for (int j = 0; j < NFB_COLUMNS; j++)
		sum += columns[j] << (2 * j + 1) | columns[j] >> (63 - 2 * j);
	return sum;
}
