/* SPDX-License-Identifier: MIT */
/*
 * Handing the turn over. Two processes keep to the CPU of this one, each asleep
 * on a futex (futex(2)) until it is asked: between two blocks lie two switches,
 * some microseconds, and no second CPU whose clock or cache would differ. A
 * process that dies leaves its turn undone, which a wait of limited length
 * finds out.
 */
#define _GNU_SOURCE
#include "pair.h"

#include <errno.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "placement.h"

static const struct timespec look_again = { .tv_nsec = 50000000 };

static void sleep_while(_Atomic uint32_t *asked, uint32_t value)
{
	syscall(SYS_futex, asked, FUTEX_WAIT, value, &look_again, NULL, 0);
}

static void set(_Atomic uint32_t *asked, uint32_t value)
{
	atomic_store_explicit(asked, value, memory_order_release);
	syscall(SYS_futex, asked, FUTEX_WAKE, 1, NULL, NULL, 0);
}

static bool is(const _Atomic uint32_t *asked, uint32_t value)
{
	return atomic_load_explicit(asked, memory_order_acquire) == value;
}

/* A process that ended by itself has said why. */
static void check_alive(const struct nfb_pair_side *side)
{
	int status;

	if (waitpid(side->worker, &status, WNOHANG) != side->worker)
		return;
	if (WIFEXITED(status) && WEXITSTATUS(status))
		exit(WEXITSTATUS(status));
	nfb_pair_exit(NFB_PAIR_FAILED, "a strategy's process died: "
			"strategy=%s, signal=%d", side->strategy->id,
			WIFSIGNALED(status) ? WTERMSIG(status) : 0);
}

void nfb_pair_do(struct nfb_pair *pair, struct nfb_pair_side *side,
		enum nfb_pair_action action)
{
	struct nfb_pair_turn *turn = side->turn;

	if (!side->worker) {
		nfb_pair_perform(pair, side, action);
		return;
	}
	turn->action = action;
	set(&turn->asked, 1);
	while (!is(&turn->asked, 0)) {
		sleep_while(&turn->asked, 1);
		if (!is(&turn->asked, 0))
			check_alive(side);
	}
}

/* In the process of SIDE, until the one that asks is gone. */
_Noreturn static void serve(struct nfb_pair *pair, struct nfb_pair_side *side)
{
	struct nfb_pair_turn *turn = side->turn;

	for (;;) {
		while (!is(&turn->asked, 1))
			sleep_while(&turn->asked, 0);
		nfb_pair_perform(pair, side,
				(enum nfb_pair_action)turn->action);
		set(&turn->asked, 0);
	}
}

/* Both sides' processes would else draw the same gaps. */
static void start_worker(struct nfb_pair *pair, int index,
		void (*prepare)(struct nfb_pair *pair))
{
	struct nfb_pair_side *side = &pair->side[index];
	pid_t parent = getpid(), child = fork();

	if (child < 0)
		nfb_pair_exit(NFB_PAIR_FAILED, "no process for strategy=%s: "
				"error=%s", side->strategy->id,
				strerror(errno));
	if (child > 0) {
		side->worker = child;
		return;
	}
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	if (getppid() != parent)
		_exit(NFB_PAIR_FAILED);
	pair->order.state += (uint64_t)index << 32;
	prepare(pair);
	serve(pair, side);
}

void nfb_pair_start_turns(struct nfb_pair *pair,
		void (*prepare)(struct nfb_pair *pair))
{
	struct nfb_pair_turn *turns = mmap(NULL, 2 * sizeof(*turns),
			PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS,
			-1, 0);

	if (turns == MAP_FAILED)
		nfb_pair_exit(NFB_PAIR_FAILED, "no memory for the turns: "
				"error=%s", strerror(errno));
	for (int i = 0; i < pair->sides; i++)
		pair->side[i].turn = &turns[i];
	if (pair->processes == 1) {
		prepare(pair);
		return;
	}
	nfb_keep_to_reader_cpu();
	fflush(stdout);
	for (int i = 0; i < pair->sides; i++)
		start_worker(pair, i, prepare);
}

void nfb_pair_end_turns(struct nfb_pair *pair)
{
	for (int i = 0; i < pair->sides; i++)
		if (pair->side[i].worker) {
			kill(pair->side[i].worker, SIGKILL);
			waitpid(pair->side[i].worker, NULL, 0);
		}
	munmap(pair->side[0].turn, 2 * sizeof(*pair->side[0].turn));
}
