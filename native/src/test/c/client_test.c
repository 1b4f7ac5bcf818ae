/* SPDX-License-Identifier: MIT */
/* The other process, seen from the library's end. */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "check.h"
#include "client_link.h"
#include "frame.h"
#include "placement.h"

#define POOL_BYTES 10000

static struct nfb_client *start(int sealed)
{
	struct nfb_client *client;

	CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"), POOL_BYTES,
				sealed, &client, NULL), 0);
	return client;
}

static void is_another_process_with_a_file_of_the_size(const void *subject)
{
	struct nfb_client *client = start(0);
	struct stat file;

	(void)subject;
	CHECK(client->pid != getpid());
	CHECK_EQUAL(kill(client->pid, 0), 0);
	CHECK_EQUAL(fstat(client->fd, &file), 0);
	CHECK_EQUAL(file.st_size, POOL_BYTES);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void draws_the_frame_it_is_told_to(const void *subject)
{
	struct nfb_client *client = start(0);
	unsigned char drawn[POOL_BYTES], frame[POOL_BYTES];

	(void)subject;
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_DRAW, 9), 0);
	CHECK_EQUAL(pread(client->fd, drawn, POOL_BYTES, 0), POOL_BYTES);
	nfb_frame_fill(frame, POOL_BYTES, 9);
	CHECK_EQUAL(memcmp(drawn, frame, POOL_BYTES), 0);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void draws_what_is_left_of_a_shrunk_file(const void *subject)
{
	struct nfb_client *client = start(0);
	struct stat file;

	(void)subject;
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_RESIZE, 5000), 0);
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_DRAW, 9), 0);
	CHECK_EQUAL(fstat(client->fd, &file), 0);
	CHECK_EQUAL(file.st_size, 5000);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void cannot_shrink_the_file_that_it_sealed(const void *subject)
{
	struct nfb_client *client = start(1);

	(void)subject;
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_RESIZE, 0), -EPERM);
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_DRAW, 1), 0);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void reports_an_unknown_command(const void *subject)
{
	struct nfb_client *client = start(0);

	(void)subject;
	CHECK_EQUAL(nfb_client_command(client, 99, 0), -EINVAL);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void is_reported_when_it_has_died(const void *subject)
{
	struct nfb_client *client = start(0);
	int error;

	(void)subject;
	CHECK_EQUAL(kill(client->pid, SIGKILL), 0);
	error = nfb_client_command(client, NFB_CLIENT_DRAW, 1);
	if (error == 0)
		error = nfb_client_command(client, NFB_CLIENT_DRAW, 1);
	CHECK(error == -EPIPE || error == -ECONNRESET);
	CHECK_EQUAL(nfb_client_stop(client), 0);
}

static void is_reported_when_it_cannot_start(const void *subject)
{
	struct nfb_client *client;

	(void)subject;
	SKIP_UNDER_VALGRIND("makes a fork of posix_spawn's vfork, whose child "
			"cannot report that exec failed");
	CHECK_EQUAL(nfb_client_start("/nonexistent/client", POOL_BYTES, 0,
				&client, NULL), -ENOENT);
	CHECK_EQUAL(nfb_client_start("/bin/true", POOL_BYTES, 0, &client,
				NULL), -EPIPE);
}

/* Otherwise "fresh" would mean another core's cache in some runs only. */
static void keeps_to_another_cpu_than_a_reader_of_fresh_frames(
		const void *subject)
{
	struct nfb_placement before = nfb_keep_to_reader_cpu();
	struct nfb_client *client;
	cpu_set_t clients, readers;

	(void)subject;
	if (CPU_COUNT(&before.allowed) < 2)
		SKIP("this process may use one CPU only");
	CHECK_EQUAL(sched_getaffinity(0, sizeof(readers), &readers), 0);
	nfb_placement_restore(&before);
	client = start(0);
	CHECK_EQUAL(sched_getaffinity(client->pid, sizeof(clients), &clients),
			0);
	CHECK_EQUAL(CPU_COUNT(&readers), 1);
	CHECK_EQUAL(CPU_COUNT(&clients), 1);
	CHECK(!CPU_EQUAL(&readers, &clients));
	CHECK_EQUAL(nfb_client_stop(client), 0);
	CHECK_EQUAL(sched_getaffinity(0, sizeof(readers), &readers), 0);
	CHECK(CPU_EQUAL(&readers, &before.allowed));
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "is another process with a file of the size asked for",
			is_another_process_with_a_file_of_the_size, 0, 0, 0 },
		{ "draws the frame it is told to",
			draws_the_frame_it_is_told_to, 0, 0, 0 },
		{ "draws what is left of a shrunk file",
			draws_what_is_left_of_a_shrunk_file, 0, 0, 0 },
		{ "cannot shrink the file that it sealed",
			cannot_shrink_the_file_that_it_sealed, 0, 0, 0 },
		{ "keeps to another CPU than a reader of fresh frames",
			keeps_to_another_cpu_than_a_reader_of_fresh_frames,
			0, 0, 0 },
		{ "reports an unknown command", reports_an_unknown_command,
			0, 0, 0 },
		{ "is reported when it has died",
			is_reported_when_it_has_died, 0, 0, 0 },
		{ "is reported when it cannot start",
			is_reported_when_it_cannot_start, 0, 0, 0 },
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
