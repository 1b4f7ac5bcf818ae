/* SPDX-License-Identifier: MIT */
/*
 * A process truncates and regrows the file at random and draws it again,
 * while two threads read it, each through a pool of its own: every byte they
 * get is the client's or zero. A pool whose bytes were lost is attached anew,
 * since a replaced one cannot fault again; that is a recovery.
 */
#define _GNU_SOURCE
#include "experiments.h"

#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "checking.h"
#include "dispatcher.h"
#include "frame.h"
#include "pool.h"
#include "random.h"
#include "testbed.h"

#define THREADS 2

/* Small, so that an attack is over soon and the next recovery can come. */
#define POOL_BYTES (16 * NFB_PAGE)

/* Accesses without a single loss after which the attacker must be dead, and for
 * each recovery that was asked for, after which a file that is sealed loses
 * nothing. */
#define MOST_IDLE_ACCESSES 20000000
#define IDLE_ACCESSES_OF_SEALED 50

/* Takes bytes away: all, from a page on, or from anywhere on. Where the file
 * is sealed only a hole can be punched. */
static void take_away(int fd, uint64_t random)
{
	uint64_t keep = random % POOL_BYTES;

	if (random >> 62 == 0)
		keep = 0;
	else if (random >> 62 == 1)
		keep -= keep % NFB_PAGE;
	if (ftruncate(fd, (off_t)keep))
		fallocate(fd, FALLOC_FL_PUNCH_HOLE | FALLOC_FL_KEEP_SIZE,
				(off_t)keep, (off_t)(POOL_BYTES - keep));
}

static void wait_for_up_to(uint64_t turns, uint64_t random)
{
	for (uint64_t turn = random % turns; turn > 0; turn--)
		__asm__ volatile("" ::: "memory");
}

/* Draws by pwrite: nobody takes the attacker's own bytes away under it. */
_Noreturn static void attack(int fd, uint64_t random, pid_t experiment)
{
	unsigned char *frame = malloc(POOL_BYTES);

	/* The experiment may have died of its first access, before this. */
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != experiment)
		_exit(1);
	nfb_frame_fill(frame, POOL_BYTES, NFB_TESTBED_SEED);
	for (;;) {
		take_away(fd, nfb_next_random(&random));
		wait_for_up_to(5000, nfb_next_random(&random));
		if (ftruncate(fd, POOL_BYTES)
				|| pwrite(fd, frame, POOL_BYTES, 0) < 0)
			_exit(1);
		wait_for_up_to(5000, nfb_next_random(&random));
	}
}

struct victim {
	const struct nfb_strategy *strategy;
	const struct nfb_settings *settings;
	int fd;
	uint64_t idle_accesses;
};

static struct nfb_testbed testbed_of(const struct victim *victim)
{
	struct nfb_testbed testbed = { .strategy = victim->strategy };

	testbed.pool = nfb_attached(victim->strategy, victim->fd, POOL_BYTES);
	return testbed;
}

/* Whether bytes were lost: the caller was told, a handler answered, or there
 * are zeros where the client never draws any. */
static bool access_loses(const struct nfb_testbed *testbed)
{
	const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };
	uint64_t faults = nfb_faults_answered();
	struct nfb_access access = nfb_check_access(testbed, &whole);

	return access.lost || access.checksum
		|| nfb_faults_answered() != faults;
}

static void *read_on(void *argument)
{
	struct victim *victim = argument;
	struct nfb_testbed testbed = testbed_of(victim);
	uint64_t wanted = victim->settings->recoveries / THREADS;
	uint64_t most_idle = victim->settings->recoveries
		* IDLE_ACCESSES_OF_SEALED;

	for (uint64_t recoveries = 0; recoveries < wanted;) {
		if (access_loses(&testbed)) {
			/* Locked memory comes back late: with little of it,
			 * attaching anew would take the time limit. */
			if (!victim->strategy->limited) {
				REQUIRE(nfb_pool_detach(testbed.pool) == 0);
				testbed = testbed_of(victim);
			}
			recoveries++;
			victim->idle_accesses = 0;
		} else if (victim->strategy->labels & NFB_NEEDS_CLIENT) {
			if (++victim->idle_accesses > most_idle)
				nfb_conclude(NFB_YES, "nothing was lost in "
						"%llu accesses",
						(unsigned long long)most_idle);
		} else {
			REQUIRE(++victim->idle_accesses < MOST_IDLE_ACCESSES);
		}
	}
	nfb_pool_detach(testbed.pool);
	return NULL;
}

static int make_file(const struct nfb_strategy *strategy)
{
	int fd = memfd_create("attacked", MFD_CLOEXEC | MFD_ALLOW_SEALING);

	REQUIRE(fd >= 0 && ftruncate(fd, POOL_BYTES) == 0);
	if (strategy->labels & NFB_NEEDS_CLIENT)
		REQUIRE(fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK) == 0);
	return fd;
}

void nfb_try_attacker(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct victim victims[THREADS];
	pthread_t threads[THREADS];
	int fd = make_file(strategy);
	pid_t experiment = getpid();
	pid_t attacker = fork();

	REQUIRE(attacker >= 0);
	if (attacker == 0)
		attack(fd, settings->seed | 1, experiment);
	for (int i = 0; i < THREADS; i++) {
		victims[i] = (struct victim){ strategy, settings, fd, 0 };
		REQUIRE(pthread_create(&threads[i], NULL, read_on, &victims[i])
				== 0);
	}
	for (int i = 0; i < THREADS; i++)
		REQUIRE(pthread_join(threads[i], NULL) == 0);
	kill(attacker, SIGKILL);
	waitpid(attacker, NULL, 0);
	nfb_conclude(NFB_YES, "%llu recoveries",
			(unsigned long long)(settings->recoveries / THREADS
				* THREADS));
}
