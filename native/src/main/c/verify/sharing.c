/* SPDX-License-Identifier: MIT */
/* What is seen of the client, and by more than one reader. */
#include "experiments.h"

#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>
#include <unistd.h>

#include "client_link.h"
#include "hook.h"

#define ROUNDS 20

void nfb_try_later_writes(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	for (uint64_t seed = NFB_TESTBED_SEED; seed < NFB_TESTBED_SEED + 3;
			seed++) {
		nfb_draw(&testbed, seed);
		EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum
				== nfb_checksum_of(&nfb_whole, seed,
					NFB_TESTBED_BYTES),
				"did not see what the client drew");
	}
}

void nfb_try_outlives_client(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	REQUIRE(nfb_client_stop(testbed.client) == 0);
	EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum
			== nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED,
				NFB_TESTBED_BYTES),
			"did not read the frame of the client that has ended");
}

static void *shrink_and_read(void *strategy)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	for (int i = 0; i < ROUNDS; i++) {
		EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum
				== nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED,
					NFB_TESTBED_BYTES),
				"did not read the frame of its own client");
		nfb_truncate(&testbed, 0);
		EXPECT(nfb_testbed_access(&testbed, &nfb_whole).checksum == 0,
				"read bytes that were gone");
		nfb_truncate(&testbed, NFB_TESTBED_BYTES);
		nfb_draw(&testbed, NFB_TESTBED_SEED);
		nfb_attach_anew(&testbed);
	}
	return NULL;
}

void nfb_try_two_threads(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	pthread_t other;

	(void)settings;
	REQUIRE(pthread_create(&other, NULL, shrink_and_read, (void *)strategy)
			== 0);
	shrink_and_read((void *)strategy);
	REQUIRE(pthread_join(other, NULL) == 0);
}

static void read_the_inner_pool(void *argument, unsigned char *bytes)
{
	(void)bytes;
	EXPECT(nfb_testbed_access(argument, &nfb_whole).checksum == 0,
			"read bytes of the inner pool that were gone");
}

void nfb_try_nested(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed outer = nfb_testbed_open(strategy);
	struct nfb_testbed inner = nfb_testbed_open(strategy);
	struct nfb_access access;

	(void)settings;
	/* A sealed file cannot shrink, but it can be emptied. */
	if (!nfb_may_truncate(&inner, 0))
		REQUIRE(nfb_client_command(inner.client, NFB_CLIENT_PUNCH, 0)
				== 0);
	access = nfb_access_around(&outer, &nfb_whole, read_the_inner_pool,
			&inner);
	EXPECT(access.checksum == nfb_checksum_of(&nfb_whole, NFB_TESTBED_SEED,
				NFB_TESTBED_BYTES) && !access.lost,
			"the inner pool's loss reached the outer one");
}

struct reader {
	struct nfb_testbed *testbed;
	sem_t inside, may_read;
	bool told;
};

/* Strategies that read one pool in one thread at a time keep the second
 * reader out; it then comes after the first, which is a case of its own. */
static void wait_a_little(sem_t *semaphore)
{
	struct timespec until;

	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += 200000000;
	if (until.tv_nsec >= 1000000000) {
		until.tv_nsec -= 1000000000;
		until.tv_sec++;
	}
	while (sem_timedwait(semaphore, &until) && errno == EINTR)
		continue;
}

static void pause_inside(void *argument, unsigned char *bytes)
{
	struct reader *reader = argument;

	(void)bytes;
	sem_post(&reader->inside);
	wait_a_little(&reader->may_read);
}

static void *read_second(void *argument)
{
	struct reader *reader = argument;

	reader->told = nfb_access_around(reader->testbed, &nfb_whole,
			pause_inside, reader).lost;
	return NULL;
}

static void *read_afterwards(void *argument)
{
	struct reader *reader = argument;

	reader->told = nfb_testbed_access(reader->testbed, &nfb_whole).lost;
	return NULL;
}

/* One is in the middle of an access when another finds the loss; a third
 * comes when it is over. */
void nfb_try_second_reader(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);
	struct reader second = { .testbed = &testbed },
		      third = { .testbed = &testbed };
	pthread_t thread;

	(void)settings;
	sem_init(&second.inside, 0, 0);
	sem_init(&second.may_read, 0, 0);
	nfb_truncate(&testbed, NFB_TESTBED_BYTES / 2);
	REQUIRE(pthread_create(&thread, NULL, read_second, &second) == 0);
	sem_wait(&second.inside);
	nfb_testbed_access(&testbed, &nfb_whole);
	sem_post(&second.may_read);
	REQUIRE(pthread_join(thread, NULL) == 0);
	REQUIRE(pthread_create(&thread, NULL, read_afterwards, &third) == 0);
	REQUIRE(pthread_join(thread, NULL) == 0);
	EXPECT(second.told,
			"a reader in the middle of its access was not told");
	EXPECT(third.told, "a reader that came afterwards was not told");
}

static void write_a_byte(void *argument, unsigned char *bytes)
{
	(void)argument;
	*(volatile unsigned char *)bytes ^= 0xff;
}

/* Writes in the middle of an access, as a screen capture would, and asks the
 * file whether it got there. */
static void check_writable(const struct nfb_testbed *testbed)
{
	unsigned char before, after;

	REQUIRE(pread(testbed->client->fd, &before, 1, 0) == 1);
	nfb_access_around(testbed, &nfb_whole, write_a_byte, NULL);
	REQUIRE(pread(testbed->client->fd, &after, 1, 0) == 1);
	EXPECT((before ^ after) == 0xff, "the client does not see the write");
}

void nfb_try_writable(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	check_writable(&testbed);
}

void nfb_try_lost_write(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	check_writable(&testbed);
	if (!nfb_may_truncate(&testbed, 0))
		nfb_conclude(NFB_YES, "the client may not truncate a file that "
				"it has sealed");
	nfb_access_around(&testbed, &nfb_whole, write_a_byte, NULL);
}
