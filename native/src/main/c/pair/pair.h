/* SPDX-License-Identifier: MIT */
/*
 * Two strategies in one process, on one file of one client, that take turns
 * about every 0.3 ms: what the machine does to one it does to the other
 * (duet benchmarking, Bulej et al. 2020, doi:10.1145/3358960.3379132).
 *
 * A process is one fork of the experiment, with an address layout and physical
 * pages of its own. Only the healthy path is measured here, so that two
 * strategies may share it: their handlers, which could not, are never called,
 * and a fault ends the process as a failed measurement.
 */
#ifndef NFB_PAIR_H
#define NFB_PAIR_H

#include "access.h"
#include "order.h"

enum nfb_pair_status {
	NFB_PAIR_FAILED = 1,   /* the measurement */
	NFB_PAIR_UNUSABLE = 2, /* what was asked for */
};

/* Prints one line to standard error and ends the process; its client ends with
 * it. */
_Noreturn void nfb_pair_exit(enum nfb_pair_status status, const char *format,
		...) __attribute__((format(printf, 2, 3)));

struct nfb_pair_options {
	const struct nfb_strategy *strategy[2]; /* A and B, maybe the same */
	struct nfb_region region;
	uint64_t pool_bytes;
	int loop;           /* enum nfb_read_loop_id, but for `fill` */
	uint64_t seed;        /* of the frame and of all that is random */
	uint64_t measure_ns;
	uint64_t slowdown_ppm; /* by which A is slower than it is: slowdown.h */
};

struct nfb_pair_side {
	const struct nfb_strategy *strategy;
	struct nfb_pool *pool;
	uint64_t accesses;    /* of a block */
	uint64_t checksum;    /* that a block must return */
	uint64_t slowdown_ppm;
};

struct nfb_pair {
	const struct nfb_pair_options *options;
	struct nfb_client *client;
	struct nfb_reading reading;
	struct nfb_order order;
	uint64_t access_checksum;
	uint64_t slowdown_turns;
	struct nfb_pair_side side[2];
};

/* Starts the client, has it draw and attaches its file twice. */
void nfb_pair_open(
		const struct nfb_pair_options *options, struct nfb_pair *pair);

/*
 * Attaches the file twice again, at other addresses, and reads it once. Where a
 * mapping lies is worth several percent of a read that fits the first-level
 * cache (Zen predicts its way by a hash of the virtual address: Lipp et al.,
 * Take A Way, 2020), and a fork that kept its two places would measure those.
 */
void nfb_pair_attach_anew(struct nfb_pair *pair);

void nfb_pair_close(struct nfb_pair *pair);

/* From here on a block of SIDE is so many accesses. */
void nfb_pair_set_block(const struct nfb_pair *pair, struct nfb_pair_side *side,
		uint64_t accesses);

/* Reads once, untimed and checked. */
void nfb_pair_touch(struct nfb_pair *pair, struct nfb_pair_side *side);

/* Times one block and checks, outside of its time, what it read. */
uint64_t nfb_pair_block_ns(struct nfb_pair *pair, struct nfb_pair_side *side);

/* Makes blocks of about 0.3 ms, and of as many accesses on both sides
 * where they are about as fast. The pages are present and warm afterwards. */
void nfb_pair_calibrate(struct nfb_pair *pair);

/* Alternates for the time asked for and prints every cycle. */
void nfb_pair_alternate(struct nfb_pair *pair);

/* Of loops that write to an upload buffer: one more access of each side, and
 * every byte that it leaves there. */
void nfb_pair_check_upload(struct nfb_pair *pair);

#endif
