/* SPDX-License-Identifier: MIT */
/*
 * nofault-client POOL_BYTES KIND: the other process. It owns a file, draws into
 * it, shrinks it, grows it and punches holes into it as it is told
 * (protocol.h). Not meant to be started by hand.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "client_draw.h"
#include "frame.h"
#include "nofault.h"
#include "placement.h"
#include "protocol.h"
#include "send_fd.h"

#define LIBRARY STDIN_FILENO

/* Unlinked from the start, so that it goes with its last reference. */
static int unlinked_file(const char *folder)
{
	return open(folder, O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, 0600);
}

static int open_file(int backing)
{
	switch (backing) {
	case NFB_BACKING_TMPFS:
		return unlinked_file("/dev/shm");
	case NFB_BACKING_FILE:
		return unlinked_file("/var/tmp");
	default:
		return memfd_create("nofault-pool",
				MFD_CLOEXEC | MFD_ALLOW_SEALING);
	}
}

static int create(struct nfb_client_file *file, size_t size, int kind)
{
	int backing = kind >> 1;

	file->fd = open_file(backing);
	if (file->fd < 0 || ftruncate(file->fd, (off_t)size))
		return -errno;
	/* On a full filesystem the client itself would die of SIGBUS. */
	if (backing == NFB_BACKING_TMPFS || backing == NFB_BACKING_FILE) {
		int error = posix_fallocate(file->fd, 0, (off_t)size);

		if (error)
			return -error;
	}
	if (kind & NFB_CLIENT_SEALED
			&& fcntl(file->fd, F_ADD_SEALS, F_SEAL_SHRINK))
		return -errno;
	file->bytes = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED,
			file->fd, 0);
	file->size = size;
	file->mapped = size;
	if (file->bytes == MAP_FAILED)
		return -errno;
	return backing == NFB_BACKING_THP
		&& madvise(file->bytes, size, MADV_HUGEPAGE) ? -errno : 0;
}

static int draw(struct nfb_client_file *file, uint64_t seed)
{
	size_t length = file->size < file->mapped ? file->size : file->mapped;

	nfb_frame_fill(file->bytes, length, seed);
	return 0;
}

static int resize(struct nfb_client_file *file, uint64_t size)
{
	if (ftruncate(file->fd, (off_t)size))
		return -errno;
	file->size = size;
	return 0;
}

static int punch(struct nfb_client_file *file, uint64_t from)
{
	if (from > file->size)
		return -EINVAL;
	return fallocate(file->fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
			(off_t)from, (off_t)(file->size - from)) ? -errno : 0;
}

static int obey(struct nfb_client_file *file, const struct nfb_request *request,
		uint64_t *value)
{
	switch (request->command) {
	case NFB_CLIENT_DRAW:
		return draw(file, request->value);
	case NFB_CLIENT_RESIZE:
		return resize(file, request->value);
	case NFB_CLIENT_PUNCH:
		return punch(file, request->value);
	case NFB_CLIENT_FRAME:
		return nfb_commit(file, request->value, value);
	case NFB_CLIENT_ATTACK:
		return nfb_attack(file, LIBRARY, value);
	case NFB_CLIENT_STOP_ATTACK:
		return 0;
	default:
		return -EINVAL;
	}
}

static int answer(struct nfb_client_file *file,
		const struct nfb_request *request)
{
	struct nfb_reply reply = { 0 };

	reply.error = obey(file, request, &reply.value);
	return send(LIBRARY, &reply, sizeof(reply), MSG_NOSIGNAL)
		== sizeof(reply);
}

/* The first reply, with the file's descriptor. */
static int introduce(int error, int fd)
{
	struct nfb_reply reply = { .error = error };

	return nfb_send_with_fd(LIBRARY, &reply, sizeof(reply),
			error ? -1 : fd) == sizeof(reply);
}

int main(int argc, char **argv)
{
	struct nfb_client_file file = { .fd = -1 };
	struct nfb_request request;
	int error;

	if (argc < 3) {
		fputs("nofault-client is started by the benchmarks; "
				"there is nothing to run by hand\n", stderr);
		return 2;
	}
	nfb_keep_to_client_cpu();
	error = create(&file, strtoull(argv[1], NULL, 10), atoi(argv[2]));
	if (!introduce(error, file.fd) || error)
		return 1;
	while (recv(LIBRARY, &request, sizeof(request), 0) == sizeof(request))
		if (!answer(&file, &request))
			break;
	return 0;
}
