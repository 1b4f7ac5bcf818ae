/* SPDX-License-Identifier: MIT */
/*
 * One variant of the `copy` loops. The includer defines NFB_VARIANT(name),
 * which names the variant's functions, NFB_BYTES, the width of its vectors,
 * NFB_TARGET, the attribute that allows its instructions, and NFB_STREAM(to,
 * from), a store of one vector past the caches to an aligned address.
 */
typedef unsigned char NFB_VARIANT(vector) __attribute__((
		vector_size(NFB_BYTES), may_alias));
typedef unsigned char NFB_VARIANT(unaligned) __attribute__((
		vector_size(NFB_BYTES), aligned(1), may_alias));

/* As memcpy does it: an aligned body between a head and a tail that overlap
 * it, so that no byte is moved alone. LENGTH is a vector's or more. */
#define NFB_COPY_BODY(store) \
	size_t head = NFB_BYTES - (uintptr_t)to % NFB_BYTES; \
	const unsigned char *last = from + length - NFB_BYTES; \
	unsigned char *last_to = to + length - NFB_BYTES; \
	NFB_VARIANT(vector) tail = *(const NFB_VARIANT(unaligned) *)last; \
\
	*(NFB_VARIANT(unaligned) *)to = *(const NFB_VARIANT(unaligned) *)from; \
	to += head; \
	from += head; \
	for (; to + 4 * NFB_BYTES <= last_to; to += 4 * NFB_BYTES) { \
		const NFB_VARIANT(unaligned) *in = (const void *)from; \
		NFB_VARIANT(vector) a = in[0], b = in[1]; \
		NFB_VARIANT(vector) c = in[2], d = in[3]; \
		NFB_VARIANT(vector) *out = (NFB_VARIANT(vector) *)to; \
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
		store((NFB_VARIANT(vector) *)to, \
				*(const NFB_VARIANT(unaligned) *)from); \
	*(NFB_VARIANT(unaligned) *)last_to = tail

#define NFB_STORE(to, from) (*(to) = (from))

/* A loop that copies the bytes of SOURCE to TARGET by STORE. */
#define NFB_COPIER(name, source, target, store) \
	NFB_READ_LOOP NFB_TARGET \
	static void NFB_VARIANT(name)(struct nfb_accumulator *acc, \
			const void *bytes, size_t length) \
	{ \
		const unsigned char *from = (source); \
		unsigned char *to = (target); \
\
		NFB_MAKE_FRAME(); \
		acc->upload += length; \
		if (length < NFB_BYTES) { \
			move_few(to, from, length); \
		} else { \
			NFB_COPY_BODY(store); \
		} \
	}

NFB_COPIER(copy, bytes, acc->upload, NFB_STORE)
NFB_COPIER(stream, bytes, acc->upload, NFB_STREAM)
NFB_COPIER(fill, acc->upload, (unsigned char *)bytes, NFB_STORE)

#undef NFB_COPIER
#undef NFB_COPY_BODY
#undef NFB_STORE
