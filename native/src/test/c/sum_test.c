/* SPDX-License-Identifier: MIT */
/* The `sum` read loop and the frames it reads. */
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "check.h"
#include "frame.h"
#include "sum.h"

#define SEED UINT64_C(0x5eed)
#define CHUNK ((size_t)NFB_SUM_CHUNK_BYTES)
#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static uint64_t rotated(uint64_t word, int by)
{
	return word << by | word >> (64 - by);
}

/* sum.h's definition, word by word. */
static uint64_t by_definition(const unsigned char *bytes, size_t length)
{
	uint64_t columns[NFB_COLUMNS] = { 0 };
	uint64_t result = 0;

	for (size_t at = 0; at < length; at += 8) {
		uint64_t word = 0;
		size_t rest = length - at;

		if (at % CHUNK == 0)
			for (int j = 0; j < NFB_COLUMNS; j++)
				columns[j] *= 31;
		memcpy(&word, bytes + at, rest < 8 ? rest : 8);
		columns[at / 8 % NFB_COLUMNS] += word;
	}
	for (int j = 0; j < NFB_COLUMNS; j++)
		result += rotated(columns[j], 2 * j + 1);
	return result;
}

static uint64_t sum_of(const struct nfb_read_loop *loop,
		const void *bytes, size_t length)
{
	struct nfb_accumulator acc;

	nfb_accumulator_init(&acc, loop);
	loop->add(&acc, bytes, length);
	return loop->result(&acc);
}

static unsigned char *drawn(size_t length)
{
	unsigned char *bytes = mmap(NULL, length, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	CHECK(bytes != MAP_FAILED);
	nfb_frame_fill(bytes, length, SEED);
	return bytes;
}

static void equals_its_definition(const void *subject)
{
	static const size_t lengths[] = { 0, 1, 7, 8, 255, 256, 257, CHUNK - 1,
		CHUNK, CHUNK + 1, 16384, 65536 + 123 };
	unsigned char *bytes = drawn(1 << 17);

	for (size_t i = 0; i < COUNT(lengths); i++)
		for (size_t offset = 0; offset < 70; offset += 23)
			CHECK_EQUAL(sum_of(subject, bytes + offset, lengths[i]),
					by_definition(bytes + offset,
						lengths[i]));
}

static void continues_where_a_tile_ended(const void *subject)
{
	const struct nfb_read_loop *loop = subject;
	unsigned char *bytes = drawn(40000);
	struct nfb_accumulator acc;

	nfb_accumulator_init(&acc, loop);
	loop->add(&acc, bytes, 8192);
	loop->add(&acc, bytes + 8192, 40000 - 8192);
	CHECK_EQUAL(loop->result(&acc), by_definition(bytes, 40000));
}

static void notices_two_chunks_that_changed_places(const void *subject)
{
	unsigned char *bytes = drawn(5 * CHUNK), chunk[CHUNK];
	uint64_t before = sum_of(subject, bytes, 5 * CHUNK);

	memcpy(chunk, bytes + CHUNK, CHUNK);
	memcpy(bytes + CHUNK, bytes + 3 * CHUNK, CHUNK);
	memcpy(bytes + 3 * CHUNK, chunk, CHUNK);
	CHECK(sum_of(subject, bytes, 5 * CHUNK) != before);
}

static void notices_two_words_that_changed_places(const void *subject)
{
	unsigned char *bytes = drawn(CHUNK), word[8];
	uint64_t before = sum_of(subject, bytes, CHUNK);

	memcpy(word, bytes, 8);
	memcpy(bytes, bytes + 8, 8);
	memcpy(bytes + 8, word, 8);
	CHECK(sum_of(subject, bytes, CHUNK) != before);
}

static void notices_a_chunk_of_zeros(const void *subject)
{
	unsigned char *bytes = drawn(5 * CHUNK);
	uint64_t before = sum_of(subject, bytes, 5 * CHUNK);

	memset(bytes + 2 * CHUNK, 0, CHUNK);
	CHECK(sum_of(subject, bytes, 5 * CHUNK) != before);
}

static void reads_no_byte_past_the_end(const void *subject)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	unsigned char *bytes = drawn(3 * page), *end = bytes + 2 * page;

	CHECK(munmap(end, page) == 0);
	for (size_t length = 1; length < 600; length++)
		sum_of(subject, end - length, length);
}

static void frames_differ_by_seed(const void *subject)
{
	unsigned char one[64], other[64];

	(void)subject;
	nfb_frame_fill(one, sizeof(one), 1);
	nfb_frame_fill(other, sizeof(other), 2);
	CHECK(memcmp(one, other, sizeof(one)) != 0);
}

static const struct check_case per_loop[] = {
	{ "equals its definition", equals_its_definition, 0, 0, 0 },
	{ "continues where a tile ended", continues_where_a_tile_ended, 0, 0,
			0 },
	{ "notices two chunks that changed places",
			notices_two_chunks_that_changed_places, 0, 0, 0 },
	{ "notices two words that changed places",
			notices_two_words_that_changed_places, 0, 0, 0 },
	{ "notices a chunk of zeros", notices_a_chunk_of_zeros, 0, 0, 0 },
	{ "reads no byte past the end", reads_no_byte_past_the_end, 0, 0, 0 },
};

int main(void)
{
	struct check_case cases[8 * COUNT(per_loop) + 1];
	const struct nfb_read_loop *loop;
	size_t count = 0;

	for (int i = 0; i < 8 && (loop = nfb_read_loop_at(NFB_LOOP_SUM, i));
			i++)
		for (size_t j = 0; j < COUNT(per_loop); j++) {
			cases[count] = per_loop[j];
			cases[count].subject = loop;
			cases[count++].subject_name = loop->instruction_set;
		}
	cases[count++] = (struct check_case){ "frames differ by seed",
		frames_differ_by_seed, 0, 0, 0 };
	return check_all(cases, count);
}
