/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "client_link.h"

#include <errno.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "placement.h"
#include "protocol.h"

extern char **environ;

/* posix_spawn, because a JVM is large and has many threads: a fork would copy
 * its page tables for a child that leaves them at once. */
static int spawn(const char *program, uint64_t pool_bytes, int kind,
		int socket, pid_t *pid)
{
	char size[32], kind_text[16];
	char *arguments[] = { (char *)program, size, kind_text, NULL };
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);
	struct nfb_placement before;

	if (error)
		return -error;
	snprintf(size, sizeof(size), "%llu", (unsigned long long)pool_bytes);
	snprintf(kind_text, sizeof(kind_text), "%d", kind);
	/* The copy that dup2 makes is the only one that survives the exec. */
	error = posix_spawn_file_actions_adddup2(&actions, socket,
			STDIN_FILENO);
	/* The client chooses its CPU by itself: a reader that keeps to its own
	 * would hand that one down. */
	before = nfb_keep_to_no_cpu();
	if (!error)
		error = posix_spawn(pid, program, &actions, NULL, arguments,
				environ);
	nfb_placement_restore(&before);
	posix_spawn_file_actions_destroy(&actions);
	return -error;
}

static int receive_reply(int socket, struct msghdr *message, int flags,
		uint64_t *value)
{
	struct nfb_reply reply;
	struct iovec body = { &reply, sizeof(reply) };
	ssize_t got;

	message->msg_iov = &body;
	message->msg_iovlen = 1;
	do
		got = recvmsg(socket, message, MSG_CMSG_CLOEXEC | flags);
	while (got < 0 && errno == EINTR);
	if (got < 0)
		return -errno;
	if (got != sizeof(reply))
		return -EPIPE;
	*value = reply.value;
	return (int)reply.error;
}

/* Waits for the client's first reply and takes its file. */
static int greet(struct nfb_client *client)
{
	_Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(client->fd))];
	struct msghdr message = {
		.msg_control = control,
		.msg_controllen = sizeof(control),
	};
	uint64_t value;
	int error = receive_reply(client->socket, &message, 0, &value);
	const struct cmsghdr *header = CMSG_FIRSTHDR(&message);

	if (error)
		return error;
	if (!header || header->cmsg_type != SCM_RIGHTS
			|| header->cmsg_len != CMSG_LEN(sizeof(client->fd)))
		return -EPROTO;
	memcpy(&client->fd, CMSG_DATA(header), sizeof(client->fd));
	return 0;
}

static int start(struct nfb_client *client, const char *program, int kind)
{
	int ends[2];
	int error;

	if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends))
		return -errno;
	client->socket = ends[0];
	error = spawn(program, client->pool_bytes, kind, ends[1],
			&client->pid);
	close(ends[1]);
	if (error) {
		close(client->socket);
		return error;
	}
	return greet(client);
}

int nfb_client_start(const char *program, uint64_t pool_bytes, int kind,
		struct nfb_client **out, int *fd)
{
	struct nfb_client *client = calloc(1, sizeof(*client));
	int error;

	if (!client)
		return -ENOMEM;
	client->fd = -1;
	client->pool_bytes = pool_bytes;
	error = start(client, program, kind);
	if (!error) {
		*out = client;
		if (fd)
			*fd = client->fd;
		return 0;
	}
	if (client->pid > 0)
		nfb_client_stop(client);
	else
		free(client);
	return error;
}

int nfb_client_send(struct nfb_client *client, int command, uint64_t value)
{
	struct nfb_request request = { .command = command, .value = value };

	return send(client->socket, &request, sizeof(request), MSG_NOSIGNAL) < 0
		? -errno : 0;
}

int nfb_client_receive(struct nfb_client *client, bool wait, uint64_t *value)
{
	struct msghdr message = { 0 };

	return receive_reply(client->socket, &message, wait ? 0 : MSG_DONTWAIT,
			value);
}

int nfb_client_command(struct nfb_client *client, int command, uint64_t value)
{
	uint64_t answered;
	int error = nfb_client_send(client, command, value);

	return error ? error : nfb_client_receive(client, true, &answered);
}

int nfb_client_stop(struct nfb_client *client)
{
	int error = 0;

	/* The client ends by itself when its socket has no other end. */
	close(client->socket);
	if (client->fd >= 0)
		close(client->fd);
	while (waitpid(client->pid, NULL, 0) < 0)
		if (errno != EINTR) {
			error = -errno;
			break;
		}
	free(client);
	return error;
}
