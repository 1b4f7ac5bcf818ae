/* SPDX-License-Identifier: MIT */
/*
 * One clone of the `blend` kernel. The includer defines NFB_CLONE(name),
 * NFB_BYTES, the width of its vectors, NFB_TARGET, the attribute that allows
 * its instructions, and NFB_ADD, the sum of bytes that stays at 255. Bytes are taken apart into words by masks and
 * shifts of the whole vector, never by shuffles, which every width has.
 */
typedef uint32_t NFB_CLONE(pixels) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef uint32_t NFB_CLONE(unaligned) __attribute__((
		vector_size(NFB_BYTES), aligned(1), may_alias));
typedef uint16_t NFB_CLONE(words) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef uint8_t NFB_CLONE(bytes) __attribute__((
		vector_size(NFB_BYTES), may_alias));

/* Each word, a channel, times its pixel's, over 255 and rounded. */
NFB_READ_KERNEL NFB_TARGET __attribute__((always_inline))
static inline NFB_CLONE(words) NFB_CLONE(scale)(NFB_CLONE(words) channel,
		NFB_CLONE(words) by)
{
	NFB_CLONE(words) product = channel * by + 0x80;

	return ((product >> 8) + product) >> 8;
}

NFB_READ_KERNEL NFB_TARGET __attribute__((always_inline))
static inline NFB_CLONE(pixels) NFB_CLONE(over)(NFB_CLONE(pixels) source,
		NFB_CLONE(pixels) below)
{
	NFB_CLONE(pixels) clear = ~source >> 24;
	NFB_CLONE(words) by = (NFB_CLONE(words))(clear | clear << 16);
	NFB_CLONE(words) low = NFB_CLONE(scale)(
			(NFB_CLONE(words))(below & 0xff00ff), by);
	NFB_CLONE(words) high = NFB_CLONE(scale)(
			(NFB_CLONE(words))(below >> 8 & 0xff00ff), by);
	NFB_CLONE(bytes) rest = (NFB_CLONE(bytes))((NFB_CLONE(pixels))low
			| (NFB_CLONE(pixels))high << 8);

	return (NFB_CLONE(pixels))NFB_ADD((NFB_CLONE(bytes))source, rest);
}

NFB_READ_KERNEL NFB_TARGET
static void NFB_CLONE(blend)(struct nfb_sink *sink, const void *bytes,
		size_t length)
{
	const unsigned char *from = bytes;
	unsigned char *to = sink->staging;
	const unsigned char *end = from + length;

	sink->staging += length;
#pragma GCC unroll 2
	for (; from + NFB_BYTES <= end; from += NFB_BYTES, to += NFB_BYTES) {
		NFB_CLONE(unaligned) *below = (NFB_CLONE(unaligned) *)to;

		__builtin_prefetch(from + NFB_AHEAD_BYTES);
		*below = NFB_CLONE(over)(
				*(const NFB_CLONE(unaligned) *)from, *below);
	}
	for (; from < end; from += 4, to += 4)
		blend_pixel(to, from);
}
