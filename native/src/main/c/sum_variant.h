/* SPDX-License-Identifier: MIT */
/*
 * One variant of the `sum` loop. The includer defines NFB_VARIANT(name), which
 * names the variant's functions, NFB_LANES, the 64-bit lanes of its vectors,
 * and NFB_TARGET, the function attribute that allows its instructions.
 *
 * A template and not target_clones: the width of the vectors has to follow
 * the instruction set, or AVX2 would spill and SSE2 be emulated.
 */
#define NFB_VECTORS (NFB_COLUMNS / NFB_LANES)
#define NFB_ROWS (NFB_SUM_CHUNK_BYTES / (NFB_COLUMNS * 8))

typedef uint64_t NFB_VARIANT(vector)
		__attribute__((vector_size(NFB_LANES * 8)));

/* May alias anything and lie anywhere: clients choose their offsets. */
typedef uint64_t NFB_VARIANT(unaligned) __attribute__((
		vector_size(NFB_LANES * 8), aligned(1), may_alias));

NFB_READ_LOOP NFB_TARGET
static void NFB_VARIANT(add_chunks)(struct nfb_accumulator *acc,
		const unsigned char *bytes, size_t chunks)
{
	NFB_VARIANT(vector) total[NFB_VECTORS];
	NFB_VARIANT(vector) *columns = (NFB_VARIANT(vector) *)acc->columns;

#pragma GCC unroll 16
	for (int v = 0; v < NFB_VECTORS; v++)
		total[v] = columns[v];
	for (; chunks > 0; chunks--) {
		const NFB_VARIANT(unaligned) *in = (const void *)bytes;
		NFB_VARIANT(vector) chunk[NFB_VECTORS];

		/* The hardware's prefetch stops at the end of a page. Asking
		 * for the first lines of the next chunk takes it across; a
		 * prefetch raises no fault where there is no next page. */
#pragma GCC unroll 4
		for (int line = 0; line < 4; line++)
			__builtin_prefetch(bytes + NFB_SUM_CHUNK_BYTES
					+ line * 64);
#pragma GCC unroll 16
		for (int v = 0; v < NFB_VECTORS; v++)
			chunk[v] = in[v];
		/* Rolled: unrolled, the compiler regroups the adds by column
		 * and walks each page 32 times with a stride, which costs
		 * the hardware's prefetch and two thirds of the speed. */
#pragma GCC unroll 1
		for (int row = 1; row < NFB_ROWS; row++) {
			in += NFB_VECTORS;
#pragma GCC unroll 16
			for (int v = 0; v < NFB_VECTORS; v++)
				chunk[v] += in[v];
		}
#pragma GCC unroll 16
		for (int v = 0; v < NFB_VECTORS; v++)
			total[v] = (total[v] << 5) - total[v] + chunk[v];
		bytes += NFB_SUM_CHUNK_BYTES;
	}
#pragma GCC unroll 16
	for (int v = 0; v < NFB_VECTORS; v++)
		columns[v] = total[v];
}

/* Part of a chunk, as far as it is whole rows of columns: what the rectangles
 * of a damaged buffer are made of. */
NFB_READ_LOOP NFB_TARGET
static void NFB_VARIANT(add_rows)(struct nfb_accumulator *acc,
		const unsigned char *bytes, size_t rows)
{
	NFB_VARIANT(vector) total[NFB_VECTORS];
	NFB_VARIANT(vector) *columns = (NFB_VARIANT(vector) *)acc->columns;

#pragma GCC unroll 16
	for (int v = 0; v < NFB_VECTORS; v++)
		total[v] = (columns[v] << 5) - columns[v];
#pragma GCC unroll 1
	for (; rows > 0; rows--) {
		const NFB_VARIANT(unaligned) *in = (const void *)bytes;

#pragma GCC unroll 16
		for (int v = 0; v < NFB_VECTORS; v++)
			total[v] += in[v];
		bytes += NFB_COLUMNS * 8;
	}
#pragma GCC unroll 16
	for (int v = 0; v < NFB_VECTORS; v++)
		columns[v] = total[v];
}

NFB_READ_LOOP NFB_TARGET
static void NFB_VARIANT(add)(struct nfb_accumulator *acc, const void *bytes,
		size_t length)
{
	const unsigned char *at = bytes;
	size_t whole = length - length % NFB_SUM_CHUNK_BYTES;

	NFB_MAKE_FRAME();
	NFB_VARIANT(add_chunks)(acc, bytes, whole / NFB_SUM_CHUNK_BYTES);
	if (whole == length)
		return;
	NFB_VARIANT(add_rows)(acc, at + whole, (length - whole) / ROW_BYTES);
	whole = length - length % ROW_BYTES;
	nfb_sum_add_tail(acc, at + whole, length - whole);
}

NFB_TARGET
static uint64_t NFB_VARIANT(result)(const struct nfb_accumulator *acc)
{
	NFB_VARIANT(vector) total = {0};
	uint64_t result = 0;

#pragma GCC unroll 16
	for (int v = 0; v < NFB_VECTORS; v++) {
		const NFB_VARIANT(vector) *column =
			(const NFB_VARIANT(vector) *)acc->columns + v;
		NFB_VARIANT(vector) turn;

#pragma GCC unroll 8
		for (int lane = 0; lane < NFB_LANES; lane++)
			turn[lane] = 2 * (uint64_t)(v * NFB_LANES + lane) + 1;
		total += *column << turn | *column >> (64 - turn);
	}
	for (int lane = 0; lane < NFB_LANES; lane++)
		result += total[lane];
	return result;
}

#undef NFB_VECTORS
#undef NFB_ROWS
