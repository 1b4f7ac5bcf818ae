/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "wayland_link.h"

#include <errno.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "send_fd.h"
#include "symbol.h"

#define LIBRARY "libwayland-server.so.0"

struct wl_event_loop;
struct wl_resource;

/* What is used of wayland-server-core.h (libwayland 1.21, ABI 0). */
static struct {
	struct wl_display *(*display_create)(void);
	void (*display_destroy)(struct wl_display *);
	void (*display_destroy_clients)(struct wl_display *);
	void (*display_flush_clients)(struct wl_display *);
	int (*display_init_shm)(struct wl_display *);
	struct wl_event_loop *(*display_get_event_loop)(struct wl_display *);
	int (*event_loop_dispatch)(struct wl_event_loop *, int timeout_ms);
	struct wl_client *(*client_create)(struct wl_display *, int fd);
	struct wl_resource *(*client_get_object)(struct wl_client *,
			uint32_t id);
	struct wl_shm_buffer *(*shm_buffer_get)(struct wl_resource *);
	void *(*shm_buffer_get_data)(struct wl_shm_buffer *);
	void (*shm_buffer_begin_access)(struct wl_shm_buffer *);
	void (*shm_buffer_end_access)(struct wl_shm_buffer *);
	void (*log_set_handler_server)(void (*)(const char *, va_list));
} wl;

static const char *missing;
static pthread_once_t loaded = PTHREAD_ONCE_INIT;

static void find(void *library, const char *name, void *function)
{
	if (!nfb_find_symbol(library, name, function))
		missing = "the installed " LIBRARY " lacks a function";
}

#define FIND(name) find(library, "wl_" #name, &wl.name)

/* It logs each client that it ends for a loss, which is what is measured. */
static void discard(const char *format, va_list values)
{
	(void)format;
	(void)values;
}

static void load(void)
{
	void *library = dlopen(LIBRARY, RTLD_NOW | RTLD_LOCAL);

	if (!library) {
		missing = LIBRARY " is not installed";
		return;
	}
	FIND(display_create);
	FIND(display_destroy);
	FIND(display_destroy_clients);
	FIND(display_flush_clients);
	FIND(display_init_shm);
	FIND(display_get_event_loop);
	FIND(event_loop_dispatch);
	FIND(client_create);
	FIND(client_get_object);
	FIND(shm_buffer_get);
	FIND(shm_buffer_get_data);
	FIND(shm_buffer_begin_access);
	FIND(shm_buffer_end_access);
	FIND(log_set_handler_server);
	if (!missing)
		wl.log_set_handler_server(discard);
}

const char *nfb_wayland_missing(void)
{
	pthread_once(&loaded, load);
	return missing;
}

bool nfb_wayland_is_1_21(void)
{
	static const char known[] = LIBRARY ".21.0";
	char path[PATH_MAX];
	const char *name;
	Dl_info info;

	if (nfb_wayland_missing()
			|| !dladdr((void *)(uintptr_t)wl.display_create, &info)
			|| !realpath(info.dli_fname, path))
		return false;
	name = strrchr(path, '/');
	return name && strcmp(name + 1, known) == 0;
}

/*
 * The client's side of the wire (Wayland protocol, "Wire Format"): words in
 * host order; object id, then size << 16 | opcode, then the arguments.
 */
enum object { DISPLAY = 1, REGISTRY, SHM, POOL, BUFFER };

static int send_words(int socket, const uint32_t *words, size_t count, int fd)
{
	return nfb_send_with_fd(socket, words, count * sizeof(*words), fd) < 0
		? -errno : 0;
}

static uint32_t header(size_t words, uint32_t opcode)
{
	return (uint32_t)(words * 4) << 16 | opcode;
}

static void dispatch(struct nfb_wayland *wayland)
{
	struct wl_event_loop *loop =
			wl.display_get_event_loop(wayland->display);

	/* Requests that came with a descriptor are taken one at a time. */
	for (int i = 0; i < 4; i++)
		wl.event_loop_dispatch(loop, 0);
	wl.display_flush_clients(wayland->display);
}

static int get_registry(struct nfb_wayland *wayland)
{
	const uint32_t request[] = { DISPLAY, header(3, 1), REGISTRY };
	int error = send_words(wayland->socket, request, 3, -1);

	dispatch(wayland);
	return error;
}

/* The first event OPCODE of OBJECT among those that the client has been sent
 * and has not read, or NULL; TEXT, unless NULL, must be its string at word 3.
 * EVENTS is room for them. */
static const uint32_t *find_event(struct nfb_wayland *wayland, uint32_t object,
		uint32_t opcode, const char *text, uint32_t events[1024])
{
	ssize_t length = recv(wayland->socket, events, 1024 * sizeof(events[0]),
			MSG_DONTWAIT);

	for (ssize_t at = 0; at + 16 < length;) {
		const uint32_t *event = events + at / 4;
		uint32_t size = event[1] >> 16;

		if (size < 8 || at + (ssize_t)size > length)
			return NULL;
		if (event[0] == object && (event[1] & 0xFFFF) == opcode
				&& (!text || strcmp((const char *)(event + 4),
					text) == 0))
			return event;
		at += size;
	}
	return NULL;
}

/* The registry's name for wl_shm, from its `global` events; 0 if it is not
 * among them, which no registry gives out. */
static uint32_t name_of_shm(struct nfb_wayland *wayland)
{
	uint32_t events[1024];
	const uint32_t *global = find_event(wayland, REGISTRY, 0, "wl_shm",
			events);

	return global ? global[2] : 0;
}

static int bind_shm(struct nfb_wayland *wayland, uint32_t name)
{
	uint32_t request[] = { REGISTRY, header(8, 0), name,
		sizeof("wl_shm"), 0, 0, 1, SHM };

	memcpy(request + 4, "wl_shm", sizeof("wl_shm"));
	return send_words(wayland->socket, request, 8, -1);
}

/* One pixel: access to any buffer of a pool guards the whole pool. */
static int create_buffer(struct nfb_wayland *wayland, int fd, size_t size)
{
	const uint32_t pool[] = { SHM, header(4, 0), POOL, (uint32_t)size };
	const uint32_t buffer[] = { POOL, header(8, 0), BUFFER, 0, 1, 1, 4, 0 };
	int error = send_words(wayland->socket, pool, 4, fd);

	if (!error)
		error = send_words(wayland->socket, buffer, 8, -1);
	dispatch(wayland);
	return error;
}

static int bind_display(struct nfb_wayland *wayland)
{
	int error = get_registry(wayland);
	uint32_t name = name_of_shm(wayland);

	if (!error && name == 0)
		error = -EPROTO;
	if (!error)
		error = bind_shm(wayland, name);
	dispatch(wayland);
	return error;
}

int nfb_wayland_create_buffer(struct nfb_wayland *wayland, int fd, size_t size)
{
	struct wl_resource *resource;
	int error;

	if (size > INT32_MAX || size < 4)
		return -ERANGE; /* the protocol's sizes are signed words */
	error = create_buffer(wayland, fd, size);
	if (error)
		return error;
	resource = wl.client_get_object(wayland->client, BUFFER);
	wayland->buffer = resource ? wl.shm_buffer_get(resource) : NULL;
	return wayland->buffer ? 0 : -EPROTO;
}

/* libwayland unmaps the pool when its last buffer has gone, too; or all of a
 * client that it has sent an error, which it does now. */
void nfb_wayland_destroy_buffer(struct nfb_wayland *wayland)
{
	const uint32_t requests[] = { BUFFER, header(2, 0), POOL, header(2, 1) };

	send_words(wayland->socket, requests, 4, -1);
	dispatch(wayland);
	wayland->buffer = NULL;
}

/* The error is an event of wl_display; the client ends on it. */
bool nfb_wayland_client_has_error(struct nfb_wayland *wayland)
{
	uint32_t events[1024];

	wl.display_flush_clients(wayland->display);
	return find_event(wayland, DISPLAY, 0, NULL, events);
}

/* libwayland answers a resize that it cannot make with an error event to the
 * client, and leaves the pool as it was. */
int nfb_wayland_resize(struct nfb_wayland *wayland, size_t size)
{
	const uint32_t request[] = { POOL, header(3, 2), (uint32_t)size };
	int error = size > INT32_MAX ? -ERANGE
		: send_words(wayland->socket, request, 3, -1);

	dispatch(wayland);
	return error;
}

static int connect_client(struct nfb_wayland *wayland)
{
	int ends[2];

	if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends))
		return -errno;
	wayland->socket = ends[1];
	/* libwayland closes its end with the client. */
	wayland->client = wl.client_create(wayland->display, ends[0]);
	if (wayland->client)
		return 0;
	close(ends[0]);
	return -errno;
}

int nfb_wayland_connect(struct nfb_wayland *wayland)
{
	int error;

	if (nfb_wayland_missing())
		return -EOPNOTSUPP;
	wayland->socket = -1;
	wayland->display = wl.display_create();
	if (!wayland->display)
		return -ENOMEM;
	error = wl.display_init_shm(wayland->display) ? -ENOMEM
		: connect_client(wayland);
	if (!error)
		error = bind_display(wayland);
	if (error) {
		nfb_wayland_disconnect(wayland);
		return error;
	}
	wayland->begin_access = wl.shm_buffer_begin_access;
	wayland->end_access = wl.shm_buffer_end_access;
	return 0;
}

unsigned char *nfb_wayland_data(const struct nfb_wayland *wayland)
{
	return wl.shm_buffer_get_data(wayland->buffer);
}

void nfb_wayland_disconnect(struct nfb_wayland *wayland)
{
	wl.display_destroy_clients(wayland->display);
	wl.display_destroy(wayland->display);
	if (wayland->socket >= 0)
		close(wayland->socket);
}
