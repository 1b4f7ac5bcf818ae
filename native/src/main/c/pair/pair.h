/* SPDX-License-Identifier: MIT */
/*
 * Two strategies, on one file of one client, that take turns every millisecond
 * or so: what the machine does to one it does to the other (duet benchmarking,
 * Bulej et al. 2020, doi:10.1145/3358960.3379132).
 *
 * Where nothing is lost both may share a process: their handlers, which could
 * not, are never called. Else each has a process of its own; both are resident,
 * keep to one CPU, and hand the turn over (turns.c). Either way a run of the
 * program is one fork of the experiment, with an address layout and physical
 * pages of its own.
 */
#ifndef NFB_PAIR_H
#define NFB_PAIR_H

#include <stdatomic.h>
#include <sys/types.h>

#include "access.h"
#include "hostile.h"
#include "nofault_measurements.h"
#include "order.h"

enum nfb_pair_status {
	NFB_PAIR_FAILED = 1,   /* the measurement */
	NFB_PAIR_UNUSABLE = 2, /* what was asked for */
};

/* Prints one line to standard error and ends the process; its client ends with
 * it. */
_Noreturn void nfb_pair_exit(enum nfb_pair_status status, const char *format,
		...) __attribute__((format(printf, 2, 3)));

/* The same for what STRATEGY was asked and answered by ERROR, -errno: it cannot
 * be measured where the machine refuses it or the strategy has no such access,
 * and has failed else. */
_Noreturn void nfb_pair_exit_of(const struct nfb_strategy *strategy,
		const char *what, int error);

struct nfb_pair;
struct nfb_pair_side;
struct nfb_pair_totals;

/* What is timed (kinds.c). */
struct nfb_pair_kind {
	const char *name;
	/* Takes SIDE's block: what its accesses took, checked. */
	uint64_t (*block)(struct nfb_pair *pair, struct nfb_pair_side *side);
	/* Why STRATEGY cannot be asked for it, or NULL; NULL for all. */
	const char *(*refusal)(const struct nfb_strategy *strategy);
	/* Appends what it counts, by name, to a line of totals; or NULL. */
	void (*print)(const struct nfb_pair_totals *totals);
	uint64_t accesses;     /* of a block; 0: as many as take 0.3 ms */
	uint64_t least_cycles;
	bool reads_pool;       /* that was attached before */
	bool own_process;      /* each side needs one */
	bool two_clients;
};

/* Row INDEX, or NULL past the end; the first is the usual one. */
const struct nfb_pair_kind *nfb_pair_kind_at(int index);

struct nfb_pair_options {
	/* A and B, maybe the same; without B, A is timed alone. */
	const struct nfb_strategy *strategy[2];
	const struct nfb_pair_kind *kind; /* NULL for the usual one */
	int processes;         /* of both sides: 1, 2, or 0 for what they need */
	struct nfb_region region;
	uint64_t pool_bytes;
	int loop;              /* enum nfb_read_loop_id, but for `fill` */
	uint64_t seed;         /* of the frame and of all that is random */
	uint64_t measure_ns;
	uint64_t slowdown_ppm; /* by which A is slower than it is: slowdown.h */
};

/* Of a side's blocks since the calibration. */
struct nfb_pair_totals {
	uint64_t accesses;
	uint64_t ns;
	uint64_t slowdown_turns;
	/* While its blocks were timed. */
	uint64_t involuntary_switches;
	uint64_t major_faults;
	/* Of kinds that time each access, attack, or live a pool's life. */
	struct nfb_timed timed;
	struct nfb_hostile hostile;
	struct nfb_lifecycle life;
};

/* What a side is asked for. */
enum nfb_pair_action {
	NFB_PAIR_ATTACH,       /* its pool, where the kind reads one */
	NFB_PAIR_DETACH,
	NFB_PAIR_TOUCH,        /* one access, untimed and checked */
	NFB_PAIR_BLOCK,        /* a block, timed and checked */
	NFB_PAIR_CHECK_UPLOAD, /* one more access, and every byte it leaves */
};

/* What the process that asks shares with the one that does. */
struct nfb_pair_turn {
	_Atomic uint32_t asked; /* a futex: 1 until it is done */
	int action;             /* enum nfb_pair_action */
	uint64_t accesses;      /* of a block */
	uint64_t checksum;      /* that a block must return */
	uint64_t ns;            /* that the block took */
	struct nfb_pair_totals totals;
};

struct nfb_pair_side {
	const struct nfb_strategy *strategy;
	uint64_t slowdown_ppm;
	pid_t worker;                /* its process, or 0 for this one */
	struct nfb_pair_turn *turn;
	/* Of the process that does. */
	struct nfb_pool *pool;
	struct nfb_attack attack;
	uint64_t drawn;              /* frames, of `fresh` */
};

struct nfb_pair {
	const struct nfb_pair_options *options;
	const struct nfb_pair_kind *kind;
	struct nfb_client *client, *benign;
	struct nfb_reading reading;
	struct nfb_order order;
	uint64_t access_checksum;
	int sides;                   /* 2, or 1 */
	int processes;
	struct nfb_pair_side side[2];
};

/* Starts the client, has it draw and attaches its file to each side. */
void nfb_pair_open(
		const struct nfb_pair_options *options, struct nfb_pair *pair);

/*
 * Attaches the file again, at other addresses, and reads it once. Where a
 * mapping lies is worth several percent of a read that fits the first-level
 * cache (Zen predicts its way by a hash of the virtual address: Lipp et al.,
 * Take A Way, 2020), and a fork that kept its two places would measure those.
 */
void nfb_pair_attach_anew(struct nfb_pair *pair);

void nfb_pair_close(struct nfb_pair *pair);

/* From here on a block of SIDE is so many accesses. */
void nfb_pair_set_block(const struct nfb_pair *pair, struct nfb_pair_side *side,
		uint64_t accesses);

/* Times one block and checks, outside of its time, what it read. */
uint64_t nfb_pair_block_ns(struct nfb_pair *pair, struct nfb_pair_side *side);

/* Makes blocks of about 0.3 ms, and of as many accesses on both sides
 * where they are about as fast. The pages are present and warm afterwards, and
 * the totals empty. */
void nfb_pair_calibrate(struct nfb_pair *pair);

void nfb_pair_clear_totals(struct nfb_pair *pair);

/* Alternates for the time asked for and prints every cycle; without B, every
 * block. */
void nfb_pair_alternate(struct nfb_pair *pair);

/* Of loops that write to an upload buffer: one more access of each side, and
 * every byte that it leaves there. */
void nfb_pair_check_upload(struct nfb_pair *pair);

/* Has SIDE do ACTION, in its process, and waits until it is done. */
void nfb_pair_do(struct nfb_pair *pair, struct nfb_pair_side *side,
		enum nfb_pair_action action);

/* What nfb_pair_do comes to in the process that does (sides.c). */
void nfb_pair_perform(struct nfb_pair *pair, struct nfb_pair_side *side,
		enum nfb_pair_action action);

/* Makes the memory that both processes see, and the processes where each side
 * has one (turns.c). PREPARE is called in each. */
void nfb_pair_start_turns(struct nfb_pair *pair,
		void (*prepare)(struct nfb_pair *pair));

void nfb_pair_end_turns(struct nfb_pair *pair);

#endif
