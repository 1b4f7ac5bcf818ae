/* SPDX-License-Identifier: MIT */
/*
 * One clone of the `copy` kernels. The includer defines NFB_CLONE(name), which
 * names the clone's functions, NFB_BYTES, the width of its vectors,
 * NFB_TARGET, the attribute that allows its instructions, and NFB_STREAM(to,
 * from), a store of one vector past the caches to an aligned address.
 */
typedef unsigned char NFB_CLONE(vector) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef unsigned char NFB_CLONE(unaligned) __attribute__((
		vector_size(NFB_BYTES), aligned(1), may_alias));

/* As memcpy does it: an aligned body between a head and a tail that overlap
 * it, so that no byte is moved alone. LENGTH is a vector's or more. */
#define NFB_MOVE_BODY(store) \
	size_t head = NFB_BYTES - (uintptr_t)to % NFB_BYTES; \
	const unsigned char *last = from + length - NFB_BYTES; \
	unsigned char *last_to = to + length - NFB_BYTES; \
	NFB_CLONE(vector) tail = *(const NFB_CLONE(unaligned) *)last; \
\
	*(NFB_CLONE(unaligned) *)to = *(const NFB_CLONE(unaligned) *)from; \
	to += head; \
	from += head; \
	for (; to + 4 * NFB_BYTES <= last_to; to += 4 * NFB_BYTES) { \
		const NFB_CLONE(unaligned) *in = (const void *)from; \
		NFB_CLONE(vector) a = in[0], b = in[1]; \
		NFB_CLONE(vector) c = in[2], d = in[3]; \
		NFB_CLONE(vector) *out = (NFB_CLONE(vector) *)to; \
\
		for (size_t line = 0; line < 4 * NFB_BYTES; line += 64) \
			__builtin_prefetch(from + NFB_AHEAD_BYTES + line); \
		store(out + 0, a); \
		store(out + 1, b); \
		store(out + 2, c); \
		store(out + 3, d); \
		from += 4 * NFB_BYTES; \
	} \
	for (; to < last_to; to += NFB_BYTES, from += NFB_BYTES) \
		store((NFB_CLONE(vector) *)to, \
				*(const NFB_CLONE(unaligned) *)from); \
	*(NFB_CLONE(unaligned) *)last_to = tail

#define NFB_STORE(to, from) (*(to) = (from))

/* A kernel that moves the bytes of SOURCE to TARGET by STORE. */
#define NFB_MOVER(name, source, target, store) \
	NFB_READ_KERNEL NFB_TARGET \
	static void NFB_CLONE(name)(struct nfb_sink *sink, \
			const void *bytes, size_t length) \
	{ \
		const unsigned char *from = (source); \
		unsigned char *to = (target); \
\
		sink->staging += length; \
		if (length < NFB_BYTES) { \
			move_few(to, from, length); \
		} else { \
			NFB_MOVE_BODY(store); \
		} \
	}

NFB_MOVER(copy, bytes, sink->staging, NFB_STORE)
NFB_MOVER(stream, bytes, sink->staging, NFB_STREAM)
NFB_MOVER(fill, sink->staging, (unsigned char *)bytes, NFB_STORE)

#undef NFB_MOVER
#undef NFB_MOVE_BODY
#undef NFB_STORE
