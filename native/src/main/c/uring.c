/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "uring.h"

#include <errno.h>
#include <linux/io_uring.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

/* glibc has no wrappers for these. */
static int setup(unsigned entries, struct io_uring_params *parameters)
{
	return (int)syscall(__NR_io_uring_setup, entries, parameters);
}

static int enter(int fd, unsigned submit, unsigned complete)
{
	return (int)syscall(__NR_io_uring_enter, fd, submit, complete,
			IORING_ENTER_GETEVENTS, NULL, 0);
}

static int ring_register(
		int fd, unsigned what, const void *argument, unsigned count)
{
	return (int)syscall(__NR_io_uring_register, fd, what, argument, count);
}

static void *map(size_t length, int fd, off_t offset)
{
	return mmap(NULL, length, PROT_READ | PROT_WRITE,
			MAP_SHARED | MAP_POPULATE, fd, offset);
}

static int map_rings(struct nfb_uring *ring,
		const struct io_uring_params *parameters)
{
	size_t submit = parameters->sq_off.array
		+ parameters->sq_entries * sizeof(uint32_t);
	size_t complete = parameters->cq_off.cqes
		+ parameters->cq_entries * sizeof(struct io_uring_cqe);

	/* Linux 5.4 has both rings in one mapping. */
	if (!(parameters->features & IORING_FEAT_SINGLE_MMAP))
		return -EOPNOTSUPP;
	ring->rings_bytes = submit > complete ? submit : complete;
	ring->rings = map(ring->rings_bytes, ring->fd, IORING_OFF_SQ_RING);
	ring->entries_bytes = parameters->sq_entries
		* sizeof(struct io_uring_sqe);
	ring->entries = map(ring->entries_bytes, ring->fd, IORING_OFF_SQES);
	return ring->rings == MAP_FAILED || ring->entries == MAP_FAILED
		? -errno : 0;
}

static void find_parts(struct nfb_uring *ring,
		const struct io_uring_params *parameters)
{
	unsigned char *rings = ring->rings;
	uint32_t *indices = (uint32_t *)(rings + parameters->sq_off.array);

	ring->submit_tail = (uint32_t *)(rings + parameters->sq_off.tail);
	ring->submit_mask = *(uint32_t *)(rings
			+ parameters->sq_off.ring_mask);
	ring->complete_head = (uint32_t *)(rings + parameters->cq_off.head);
	ring->complete_tail = (uint32_t *)(rings + parameters->cq_off.tail);
	ring->complete_mask = *(uint32_t *)(rings
			+ parameters->cq_off.ring_mask);
	ring->completions = (const struct io_uring_cqe *)(rings
			+ parameters->cq_off.cqes);
	for (uint32_t i = 0; i < parameters->sq_entries; i++)
		indices[i] = i;
}

static int make_tiles(struct nfb_uring *ring)
{
	size_t bytes = NFB_URING_TILES * NFB_TILE_BYTES;

	ring->tiles = mmap(NULL, bytes, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS | MAP_POPULATE, -1, 0);
	return ring->tiles == MAP_FAILED ? -errno : 0;
}

static int ring_register_both(struct nfb_uring *ring, int file)
{
	struct iovec tiles = { ring->tiles, NFB_URING_TILES * NFB_TILE_BYTES };

	if (ring_register(ring->fd, IORING_REGISTER_BUFFERS, &tiles, 1)
			|| ring_register(ring->fd, IORING_REGISTER_FILES, &file,
					1))
		return -errno;
	return 0;
}

static int open_once(struct nfb_uring *ring, int file)
{
	struct io_uring_params parameters = { 0 };
	int error;

	ring->rings = ring->tiles = MAP_FAILED;
	ring->entries = MAP_FAILED;
	ring->fd = setup(NFB_URING_DEPTH, &parameters);
	if (ring->fd < 0)
		return -errno;
	pthread_mutex_init(&ring->lock, NULL);
	error = map_rings(ring, &parameters);
	if (!error)
		error = make_tiles(ring);
	if (!error)
		error = ring_register_both(ring, file);
	if (error)
		nfb_uring_close(ring);
	else
		find_parts(ring, &parameters);
	return error;
}

/*
 * The memory of rings and their buffers is charged to the user
 * (RLIMIT_MEMLOCK), and that of a ring that was closed comes back some
 * milliseconds later, from a work queue of the kernel: whoever opens them one
 * after the other meets its own past.
 */
int nfb_uring_open(struct nfb_uring *ring, int file)
{
	static const struct timespec pause = { .tv_nsec = 10000000 };
	int error = open_once(ring, file);

	for (int i = 0; i < 50 && error == -ENOMEM; i++) {
		nanosleep(&pause, NULL);
		error = open_once(ring, file);
	}
	return error;
}

static void unmap(void *start, size_t length)
{
	if (start != MAP_FAILED)
		munmap(start, length);
}

void nfb_uring_close(struct nfb_uring *ring)
{
	unmap(ring->entries, ring->entries_bytes);
	unmap(ring->rings, ring->rings_bytes);
	unmap(ring->tiles, NFB_URING_TILES * NFB_TILE_BYTES);
	close(ring->fd);
	pthread_mutex_destroy(&ring->lock);
}

static bool is_tile(const struct nfb_uring *ring, const unsigned char *to)
{
	return to >= ring->tiles
		&& to < ring->tiles + NFB_URING_TILES * NFB_TILE_BYTES;
}

static void queue(struct nfb_uring *ring, const struct nfb_uring_read *reads,
		unsigned index)
{
	uint32_t tail = *ring->submit_tail;
	struct io_uring_sqe *entry = &ring->entries[tail & ring->submit_mask];

	memset(entry, 0, sizeof(*entry));
	entry->opcode = is_tile(ring, reads[index].to)
		? IORING_OP_READ_FIXED
		: reads[index].writes ? IORING_OP_WRITE : IORING_OP_READ;
	entry->flags = IOSQE_FIXED_FILE;
	entry->off = reads[index].offset;
	entry->addr = (uintptr_t)reads[index].to;
	entry->len = reads[index].length;
	entry->user_data = index;
	/* The kernel must see the entry before the tail that covers it. */
	__atomic_store_n(ring->submit_tail, tail + 1, __ATOMIC_RELEASE);
}

static unsigned collect(struct nfb_uring *ring, struct nfb_uring_read *reads)
{
	uint32_t head = *ring->complete_head;
	uint32_t tail = __atomic_load_n(ring->complete_tail, __ATOMIC_ACQUIRE);
	unsigned count = tail - head;

	for (; head != tail; head++) {
		const struct io_uring_cqe *completion =
			&ring->completions[head & ring->complete_mask];

		reads[completion->user_data].result = completion->res;
	}
	__atomic_store_n(ring->complete_head, head, __ATOMIC_RELEASE);
	return count;
}

int nfb_uring_read(struct nfb_uring *ring, struct nfb_uring_read *reads,
		unsigned count)
{
	unsigned to_submit = count, done = 0;

	for (unsigned i = 0; i < count; i++)
		queue(ring, reads, i);
	while (done < count) {
		int submitted = enter(ring->fd, to_submit, count - done);

		if (submitted < 0 && errno != EINTR)
			return -errno;
		if (submitted > 0)
			to_submit -= (unsigned)submitted;
		done += collect(ring, reads);
	}
	return 0;
}
