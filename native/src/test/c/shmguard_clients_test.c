/* SPDX-License-Identifier: MIT */
/*
 * A compositor of two clients, one of them hostile, whose threads read both
 * pools while a third resizes them: also for ThreadSanitizer and valgrind.
 */
#define _GNU_SOURCE
#include "shmguard.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>

#include "check.h"

#define PAGES 16
#define READERS 2
#define RESIZES 2000

struct client {
	int fd;
	struct shmguard *pool;
};

static struct client peaceful, hostile;
static int done;
static uint64_t hostile_losses; /* accesses that were told of one */
static size_t page;

/* Byte N of page I is I + 1. */
static void draw(int fd)
{
	unsigned char bytes[65536];

	for (size_t i = 0; i < PAGES; i++) {
		memset(bytes, (int)(i + 1), page);
		if (pwrite(fd, bytes, page, (off_t)(i * page)) < 0)
			_exit(1);
	}
}

_Noreturn static void live_in_peace(int fd)
{
	for (;;)
		draw(fd);
}

_Noreturn static void attack(int fd)
{
	srand(1);
	for (;;) {
		if (ftruncate(fd, rand() % (int)(PAGES * page)))
			_exit(1);
		sched_yield();
		draw(fd);
	}
}

/* A process of its own with the other end of FD. */
static struct client start(void (*live)(int fd))
{
	struct client client = { memfd_create("client", MFD_CLOEXEC), NULL };
	pid_t child;

	CHECK(client.fd >= 0);
	draw(client.fd);
	child = fork();
	CHECK(child >= 0);
	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL);
		live(client.fd);
	}
	CHECK_EQUAL(shmguard_map(client.fd, PAGES * page, PROT_READ,
				&client.pool), 0);
	return client;
}

/* What is lost may read as 0; nothing else may. */
static void check_bytes(const volatile unsigned char *data, size_t size,
		bool may_be_lost)
{
	for (size_t at = 0; at < size; at += 512) {
		unsigned char byte = data[at];

		CHECK(byte == at / page + 1 || (may_be_lost && byte == 0));
	}
}

static void *read_both(void *unused)
{
	struct shmguard_access outer, inner;

	(void)unused;
	while (!__atomic_load_n(&done, __ATOMIC_RELAXED)) {
		unsigned char *peace = shmguard_begin(peaceful.pool, &outer);
		unsigned char *war = shmguard_begin(hostile.pool, &inner);

		CHECK(peace && war);
		check_bytes(war, shmguard_size(&inner), true);
		check_bytes(peace, shmguard_size(&outer), false);
		if (shmguard_end(&inner))
			__atomic_fetch_add(&hostile_losses, 1,
					__ATOMIC_RELAXED);
		CHECK(!shmguard_end(&outer));
	}
	return NULL;
}

/* Until the attacker has succeeded, too. */
static void resize_while_they_read(void)
{
	for (size_t i = 0; i < RESIZES || !__atomic_load_n(&hostile_losses,
				__ATOMIC_RELAXED); i++) {
		size_t size = (PAGES - i % 2) * page;

		CHECK_EQUAL(shmguard_resize(peaceful.pool, size), 0);
		if (shmguard_lost(hostile.pool))
			CHECK_EQUAL(shmguard_resize(hostile.pool, size), 0);
	}
	__atomic_store_n(&done, 1, __ATOMIC_RELAXED);
}

static int mapped_clients(void)
{
	FILE *maps = fopen("/proc/self/maps", "re");
	char line[512];
	int found = 0;

	CHECK(maps);
	while (fgets(line, sizeof(line), maps))
		found += strstr(line, "memfd:client") != NULL;
	fclose(maps);
	return found;
}

static void a_hostile_client_harms_nobody_else(const void *subject)
{
	pthread_t reader[READERS];

	(void)subject;
	peaceful = start(live_in_peace);
	hostile = start(attack);
	for (int i = 0; i < READERS; i++)
		CHECK_EQUAL(pthread_create(&reader[i], NULL, read_both, NULL),
				0);
	resize_while_they_read();
	for (int i = 0; i < READERS; i++)
		CHECK_EQUAL(pthread_join(reader[i], NULL), 0);
	CHECK(!shmguard_lost(peaceful.pool));
	shmguard_unmap(peaceful.pool);
	shmguard_unmap(hostile.pool);
	CHECK_EQUAL(mapped_clients(), 0);
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "a hostile client harms nobody else",
			a_hostile_client_harms_nobody_else, NULL, NULL, 0 },
	};

	page = (size_t)sysconf(_SC_PAGESIZE);
	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
