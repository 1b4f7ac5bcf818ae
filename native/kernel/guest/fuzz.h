/* SPDX-License-Identifier: MIT */
/* What the processes of the fuzz share: fuzz.c watches, fuzz_worker.c works. */
#ifndef FUZZ_H
#define FUZZ_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#define FILES 4
#define FULL 3 /* the file on a filesystem that has no space for all of it */
#define WORKERS 3
#define THREADS 2
#define MADV_NOSIGBUS 26
#define MADV_SIGBUS 27

/* Shared by all processes. */
struct common {
	pthread_barrier_t all;
	atomic_bool stop, ending; /* ending: as all see it in one round */
	uint64_t leader; /* the thread that decides when to end */
	atomic_ulong reads, zeroes, signals, compared;
	atomic_ulong rounds, endless_pins;
};

extern struct common *common;
extern int files[FILES];
/* /sys/kernel/debug/gup_test, or -1. */
extern int pins;

/* A process of THREADS threads; its status is 42 if nothing went wrong. */
_Noreturn void worker(uint64_t seed);

#endif
