/* SPDX-License-Identifier: MIT */
/*
 * No work at begin and end, no thread-local state: the handler knows a fault
 * of the read loops by its program counter and lets the thread go on at the
 * landing pad that belongs to the call (the kernel's exception table for
 * copy_from_user, HotSpot's UnsafeMemoryAccess). The access is abandoned and
 * the mapping left as it is.
 *
 * That needs to know how the read loop's frame is undone. Its code has a
 * section; the call below declares every register changed that a loop might
 * have saved, so that only the stack and frame pointers have to be put back.
 * On x86-64 they are found through the frame pointers of the loops; aarch64 has
 * registers to spare, and the loops are compiled not to use those that keep
 * them (Makefile).
 */
#define _GNU_SOURCE
#include <errno.h>
#include <ucontext.h>

#include "dispatcher.h"
#include "mapping.h"

/*
 * AddressSanitizer marks the stack of a function that it expects to return, and
 * a loop that is abandoned never takes its marks away. They lie right below
 * the stack pointer. (Its own __asan_handle_no_return stumbles over them.)
 */
#ifdef __SANITIZE_ADDRESS__
void __asan_unpoison_memory_region(const volatile void *start, size_t length);

#define ABANDONED_BYTES 16384

NFB_INLINE void forget_abandoned_frames(void)
{
	char *top;

#ifdef __x86_64__
	__asm__ volatile("mov %%rsp, %0" : "=r"(top));
#else
	__asm__ volatile("mov %0, sp" : "=r"(top));
#endif
	__asan_unpoison_memory_region(top - ABANDONED_BYTES, ABANDONED_BYTES);
}
#else
NFB_INLINE void forget_abandoned_frames(void)
{
}
#endif

/* Distances from their own place: no relocation in a shared library. */
struct landing {
#ifdef __x86_64__
	int32_t return_address;
#endif
	int32_t pad;
};

/* The linker makes these of a section's name where that is an identifier. */
#pragma GCC visibility push(hidden)
extern const char __start_nfb_read_loops[], __stop_nfb_read_loops[];
extern const struct landing __start_nfb_landings[], __stop_nfb_landings[];
#pragma GCC visibility pop

static bool in_read_loop(uintptr_t address)
{
	return address >= (uintptr_t)__start_nfb_read_loops
		&& address < (uintptr_t)__stop_nfb_read_loops;
}

#ifdef __x86_64__

/* 0 where RETURN_ADDRESS belongs to a call that has no landing pad. */
static uintptr_t landing_pad_of(uintptr_t return_address)
{
	for (const struct landing *landing = __start_nfb_landings;
			landing < __stop_nfb_landings; landing++)
		if ((uintptr_t)&landing->return_address
				+ (uintptr_t)(intptr_t)landing->return_address
				== return_address)
			return (uintptr_t)&landing->pad
				+ (uintptr_t)(intptr_t)landing->pad;
	return 0;
}

/* Lets the thread go on behind a call that has a landing pad, with the stack
 * and the frame of the caller; false where it is another strategy's call. */
static bool land(greg_t *registers, uintptr_t return_address,
		const uintptr_t *stack, uintptr_t frame)
{
	uintptr_t pad = landing_pad_of(return_address);

	if (!pad)
		return false;
	registers[REG_RIP] = (greg_t)pad;
	registers[REG_RSP] = (greg_t)stack;
	registers[REG_RBP] = (greg_t)frame;
	nfb_count_fault();
	return true;
}

/*
 * Async-signal-safe: reads registers, the stack of this thread and constant
 * tables. A frame holds the caller's frame pointer and the return address
 * (System V ABI, AMD64, 3.2.2); one loop may have called another, which need
 * not have a frame of its own.
 */
static bool handle_fault(void *address, void *context)
{
	greg_t *registers = ((ucontext_t *)context)->uc_mcontext.gregs;
	const uintptr_t *frame = (const uintptr_t *)registers[REG_RBP];

	(void)address;
	if (!in_read_loop((uintptr_t)registers[REG_RIP]))
		return false;
	while (in_read_loop(frame[1]))
		frame = (const uintptr_t *)frame[0];
	return land(registers, frame[1], frame + 2, frame[0]);
}

/* Whether the call was abandoned. The vector registers are the caller's to
 * save in this ABI; AVX-512's further ones no caller here uses. */
NFB_INLINE bool add_or_land(const struct nfb_read_loop *loop,
		struct nfb_accumulator *acc, const unsigned char *bytes,
		size_t length)
{
	void (*add)(struct nfb_accumulator *, const void *, size_t) = loop->add;
	int landed;

	__asm__ volatile(
		"call *%[add]\n1:\txorl %%eax, %%eax\n\tjmp 3f\n"
		"2:\tmovl $1, %%eax\n3:\n\t.pushsection nfb_landings, \"a\"\n\t"
		".balign 4\n\t.long 1b - .\n\t.long 2b - .\n\t.popsection"
		: "=a"(landed), "+D"(acc), "+S"(bytes), "+d"(length),
			[add] "+c"(add)
		:
		: "rbx", "r8", "r9", "r10", "r11", "r12", "r13", "r14", "r15",
			"xmm0", "xmm1", "xmm2", "xmm3", "xmm4", "xmm5", "xmm6",
			"xmm7", "xmm8", "xmm9", "xmm10", "xmm11", "xmm12",
			"xmm13", "xmm14", "xmm15", "cc", "memory");
	if (landed)
		forget_abandoned_frames();
	return landed;
}

#else

/* Async-signal-safe: a constant table. */
static bool is_landing_pad(uintptr_t address)
{
	for (const struct landing *landing = __start_nfb_landings;
			landing < __stop_nfb_landings; landing++)
		if ((uintptr_t)&landing->pad + (uintptr_t)(intptr_t)landing->pad
				== address)
			return true;
	return false;
}

/*
 * Async-signal-safe: reads and writes registers. The call below keeps in x24 and
 * x25 what it reads, in x26 its landing pad; those of a call further out, which
 * another strategy's call was made from, do not name this address.
 */
static bool handle_fault(void *address, void *context)
{
	mcontext_t *machine = &((ucontext_t *)context)->uc_mcontext;
	const __typeof__(machine->regs[0]) *x = machine->regs;

	if (!in_read_loop(machine->pc) || !is_landing_pad(x[26])
			|| (uintptr_t)address - x[25] >= x[24])
		return false;
	machine->pc = x[26];
	nfb_count_fault();
	return true;
}

/* Whether the call was abandoned. Of v8 to v15 the lower halves are the loop's
 * to save, and an abandoned one never puts them back. */
NFB_INLINE bool add_or_land(const struct nfb_read_loop *loop,
		struct nfb_accumulator *acc, const unsigned char *bytes,
		size_t length)
{
	register uintptr_t first __asm__("x0") = (uintptr_t)acc;
	register const unsigned char *second __asm__("x1") = bytes;
	register size_t third __asm__("x2") = length;
	register void (*add)(struct nfb_accumulator *, const void *, size_t)
		__asm__("x9") = loop->add;

	__asm__ volatile(
		"mov x24, x2\n\tmov x25, x1\n\tadr x26, 2f\n\t"
		"mov x27, sp\n\tmov x28, x29\n\tblr x9\n\t"
		"mov x0, xzr\n\tb 3f\n"
		"2:\tmov sp, x27\n\tmov x29, x28\n\tmov x0, #1\n"
		"3:\tmov x26, xzr\n\t.pushsection nfb_landings, \"a\"\n\t"
		".balign 4\n\t.long 2b - .\n\t.popsection"
		: "+r"(first), "+r"(second), "+r"(third), "+r"(add)
		:
		: "x3", "x4", "x5", "x6", "x7", "x8", "x10", "x11", "x12", "x13",
			"x14", "x15", "x16", "x17", "x19", "x20", "x21", "x22",
			"x23", "x24", "x25", "x26", "x27", "x28", "x30", "v0",
			"v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9",
			"v10", "v11", "v12", "v13", "v14", "v15", "v16", "v17",
			"v18", "v19", "v20", "v21", "v22", "v23", "v24", "v25",
			"v26", "v27", "v28", "v29", "v30", "v31", "cc",
			"memory");
	if (first)
		forget_abandoned_frames();
	return first;
}

#endif

NFB_INLINE bool rectangle_or_land(const struct nfb_read_loop *loop,
		struct nfb_accumulator *acc, const unsigned char *row,
		const struct nfb_region *region)
{
	for (uint64_t i = 0; i < region->rows; i++) {
		if (add_or_land(loop, acc, row, region->row_bytes))
			return true;
		row += region->stride_bytes;
	}
	return false;
}

static int attach(struct nfb_pool *pool)
{
	int error = nfb_dispatch_to(handle_fault);

	return error ? error : nfb_map_shared(pool);
}

/* Not inlined: the call leaves the caller no register. It also keeps this
 * function from being a leaf, which would let the compiler put locals where
 * the call's return address goes. */
__attribute__((noinline))
static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	const unsigned char *first = pool->base + region->offset_bytes;
	struct nfb_accumulator acc;

	if (loop->external_library)
		return -EOPNOTSUPP;
	if (region->rows == 0)
		return 0;
	nfb_accumulator_init(&acc, loop);
	for (uint64_t i = 0; i <= region->more_rectangles; i++) {
		if (rectangle_or_land(loop, &acc, first, region)) {
			access->lost = true;
			return 0;
		}
		first += region->rectangle_stride_bytes;
	}
	access->checksum = loop->result(&acc);
	return 0;
}

NFB_BATCH_OF(read_once)

const struct nfb_strategy nfb_guard_fixup = {
	.id = "guard-fixup",
	.name = "Guarded, landing pads",
	.summary = "nothing at begin and end; the handler knows the hot loop "
		"by its program counter and resumes at its landing pad",
	.family = NFB_FAMILY_GUARD,
	.because = "the handler abandons the read loop that faulted and "
		"touches no mapping",
	.lacks = {
		NFB_CHARGED_FOR_HOLES,
		{ NFB_READS_ZEROS,
			"the access is abandoned at its first fault" },
		{ NFB_SURVIVES_LOST_WRITE,
			"only the read loops have landing pads" },
	},
	.attach = attach,
	.detach = nfb_unmap,
	.read_once = read_once,
	.read_batch = read_batch,
};
