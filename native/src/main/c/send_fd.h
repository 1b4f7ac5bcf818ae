/* SPDX-License-Identifier: MIT */
/* A message with a file descriptor (unix(7), SCM_RIGHTS). */
#ifndef NFB_SEND_FD_H
#define NFB_SEND_FD_H

#include <string.h>
#include <sys/socket.h>

/* Sends LENGTH bytes, and FD unless it is negative: what sendmsg(2) returns. */
static inline ssize_t nfb_send_with_fd(int socket, const void *bytes,
		size_t length, int fd)
{
	struct iovec body = { (void *)bytes, length };
	_Alignas(struct cmsghdr) char control[CMSG_SPACE(sizeof(fd))] = { 0 };
	struct msghdr message = { .msg_iov = &body, .msg_iovlen = 1 };

	if (fd >= 0) {
		struct cmsghdr *header = (struct cmsghdr *)control;

		message.msg_control = control;
		message.msg_controllen = sizeof(control);
		header->cmsg_level = SOL_SOCKET;
		header->cmsg_type = SCM_RIGHTS;
		header->cmsg_len = CMSG_LEN(sizeof(fd));
		memcpy(CMSG_DATA(header), &fd, sizeof(fd));
	}
	return sendmsg(socket, &message, MSG_NOSIGNAL);
}

#endif
