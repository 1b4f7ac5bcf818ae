/* SPDX-License-Identifier: MIT */
#include "frame.h"

#include <string.h>

void nfb_frame_fill(void *bytes, size_t length, uint64_t seed)
{
	unsigned char *at = bytes;
	size_t words = length / sizeof(uint64_t);
	uint64_t word;

	for (size_t i = 0; i < words; i++) {
		word = seed + i * NFB_FRAME_STEP;
		memcpy(at + i * sizeof(word), &word, sizeof(word));
	}
	word = seed + words * NFB_FRAME_STEP;
	memcpy(at + words * sizeof(word), &word, length % sizeof(word));
}
