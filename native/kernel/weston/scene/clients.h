/* SPDX-License-Identifier: MIT */
/*
 * The clients of the scene. Each runs in a process of its own until it has done
 * what it was asked for or the compositor is gone, and keeps count in memory
 * that it shares with the process that started it.
 */
#ifndef SCENE_CLIENTS_H
#define SCENE_CLIENTS_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "attacks.h"

/* What a client ends in that has no file to attack with. */
#define CLIENT_CANNOT_ATTACK 2

/* A frame is late that is presented more than one and a half refresh periods
 * of 60 Hz after the one before it. */
#define LATE_NS 25000000

struct good_count {
	_Atomic uint64_t presented, late, discarded;
};

/* A window of 1080p at the left, drawn anew whenever the compositor asks. */
int good_client(struct good_count *count);

struct hostile_count {
	_Atomic uint64_t frames, disconnects;
};

struct hostile_order {
	const struct attack *attack;
	uint64_t frames;
	/* The folders that struct attack's open() is given. */
	const char *small, *other;
};

/* A window of 1080p beside the good one, with frames that attack. */
int hostile_client(const struct hostile_order *order,
		struct hostile_count *count);

struct capture_count {
	_Atomic uint64_t shots, wrong, disconnects;
};

/* Screenshots of the whole output, which the compositor writes into a buffer;
 * wrong are those that do not show the good client's window. With `truncate`
 * the buffer's file has nothing left when it is written. */
int capture_client(uint64_t shots, bool truncate, struct capture_count *count);

/* What the good client draws in frame n, opaque and never black. */
static inline uint32_t good_pixel(uint64_t frame)
{
	return 0xff800000u | (uint32_t)(frame & 0xffff);
}

#endif
