/* SPDX-License-Identifier: MIT */
/*
 * One variant of the `blend` loop. The includer defines NFB_VARIANT(name),
 * NFB_BYTES, the width of its vectors, NFB_TARGET, the attribute that allows
 * its instructions, and NFB_ADD, the sum of bytes that stays at 255. Bytes are
 * taken apart into words by masks and shifts of the whole vector, never by
 * shuffles, which every width has.
 */
typedef uint32_t NFB_VARIANT(pixels) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef uint32_t NFB_VARIANT(unaligned) __attribute__((
		vector_size(NFB_BYTES), aligned(1), may_alias));
typedef uint16_t NFB_VARIANT(words) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef uint8_t NFB_VARIANT(bytes) __attribute__((
		vector_size(NFB_BYTES), may_alias));

/* Each word, a channel, times its pixel's, over 255 and rounded. */
NFB_READ_LOOP NFB_TARGET __attribute__((always_inline))
static inline NFB_VARIANT(words) NFB_VARIANT(scale)(NFB_VARIANT(words) channel,
		NFB_VARIANT(words) by)
{
	NFB_VARIANT(words) product = channel * by + 0x80;

	return ((product >> 8) + product) >> 8;
}

NFB_READ_LOOP NFB_TARGET __attribute__((always_inline))
static inline NFB_VARIANT(pixels) NFB_VARIANT(over)(NFB_VARIANT(pixels) source,
		NFB_VARIANT(pixels) below)
{
	NFB_VARIANT(pixels) clear = ~source >> 24;
	NFB_VARIANT(words) by = (NFB_VARIANT(words))(clear | clear << 16);
	NFB_VARIANT(words) low = NFB_VARIANT(scale)(
			(NFB_VARIANT(words))(below & 0xff00ff), by);
	NFB_VARIANT(words) high = NFB_VARIANT(scale)(
			(NFB_VARIANT(words))(below >> 8 & 0xff00ff), by);
	NFB_VARIANT(bytes) rest = (NFB_VARIANT(bytes))((NFB_VARIANT(pixels))low
			| (NFB_VARIANT(pixels))high << 8);

	return (NFB_VARIANT(pixels))NFB_ADD((NFB_VARIANT(bytes))source, rest);
}

NFB_READ_LOOP NFB_TARGET
static void NFB_VARIANT(blend)(struct nfb_accumulator *acc, const void *bytes,
		size_t length)
{
	const unsigned char *from = bytes;
	unsigned char *to = acc->upload;
	const unsigned char *end = from + length;

	NFB_MAKE_FRAME();
	acc->upload += length;
#pragma GCC unroll 2
	for (; from + NFB_BYTES <= end; from += NFB_BYTES, to += NFB_BYTES) {
		NFB_VARIANT(unaligned) *below = (NFB_VARIANT(unaligned) *)to;

		__builtin_prefetch(from + NFB_AHEAD_BYTES);
		*below = NFB_VARIANT(over)(
				*(const NFB_VARIANT(unaligned) *)from, *below);
	}
	for (; from < end; from += 4, to += 4)
		blend_pixel(to, from);
}
