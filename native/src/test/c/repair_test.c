/* SPDX-License-Identifier: MIT */
/* What a guard's repair does beside putting zeros there: whom it tells first,
 * and what it takes where memory is short. */
#define _GNU_SOURCE
#include <semaphore.h>
#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <time.h>

#include "fixture.h"

static sem_t repaired, go_on;
static _Thread_local bool pausing;

/* In place of the C library's: after the zeros have been put there, the thread
 * that did it waits, as if another had come to run. Both sem_post(3) and a
 * plain system call are async-signal-safe. */
void *mmap(void *start, size_t length, int protection, int flags, int fd,
		off_t offset)
{
	void *mapped = (void *)syscall(SYS_mmap, start, length, protection,
			flags, fd, offset);

	if (pausing && flags & MAP_FIXED) {
		struct timespec until;

		pausing = false;
		sem_post(&repaired);
		clock_gettime(CLOCK_REALTIME, &until);
		until.tv_sec += 20;
		sem_timedwait(&go_on, &until);
	}
	return mapped;
}

static void *read_and_pause(void *argument)
{
	struct fixture *fixture = argument;
	const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

	pausing = true;
	read_once(fixture, &whole);
	if (pausing)
		sem_post(&repaired); /* it repairs nothing */
	return NULL;
}

static void tells_a_reader_of_the_zeros(const void *strategy)
{
	const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };
	struct fixture fixture = set_up(strategy);
	struct nfb_outcome outcome;
	pthread_t other;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer replaces mmap too");
	CHECK_EQUAL(sem_init(&repaired, 0, 0), 0);
	CHECK_EQUAL(sem_init(&go_on, 0, 0), 0);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE, 0),
			0);
	CHECK_EQUAL(pthread_create(&other, NULL, read_and_pause, &fixture), 0);
	sem_wait(&repaired);
	outcome = read_once(&fixture, &whole);
	CHECK_EQUAL(outcome.checksum, 0);
	CHECK_EQUAL(outcome.lost_accesses, 1);
	sem_post(&go_on);
	pthread_join(other, NULL);
}

/* RLIMIT_DATA counts private memory that can be written, as the system does
 * where it commits no more than it has (vm.overcommit_memory=2). */
static void repairs_without_memory_to_write(const void *strategy)
{
	const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };
	struct fixture fixture = set_up(strategy);
	struct rlimit none = { 1, 1 };
	struct nfb_outcome outcome;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer itself needs memory");
	read_once(&fixture, &whole);
	CHECK_EQUAL(nfb_client_command(fixture.client, NFB_CLIENT_RESIZE, 0),
			0);
	CHECK_EQUAL(setrlimit(RLIMIT_DATA, &none), 0);
	outcome = read_once(&fixture, &whole);
	CHECK_EQUAL(outcome.checksum, 0);
}

/* libwayland's own handler is not ours to change. */
static bool is_ours(const struct nfb_strategy *strategy)
{
	return strategy->family == NFB_FAMILY_GUARD
		&& strcmp(strategy->id, "guard-libwayland") != 0;
}

static void repairs_if_ours(const void *strategy)
{
	if (!is_ours(strategy))
		SKIP("its handler is another library's, or there is none");
	repairs_without_memory_to_write(strategy);
}

int main(void)
{
	static const struct conformance_case cases[] = {
		{ "tells a reader of the zeros, whoever put them there",
			tells_a_reader_of_the_zeros,
			NFB_TELLS_SECOND_READER | NFB_SURVIVES_TRUNCATION,
			NFB_NEEDS_CLIENT },
		{ "repairs without memory that could be written",
			repairs_if_ours, RECOVERS },
	};

	return check_conformance(cases, sizeof(cases) / sizeof(cases[0]));
}
