/* SPDX-License-Identifier: MIT */
/* The alternation, and the lines that it prints. */
#define _GNU_SOURCE
#include <stdio.h>
#include <sys/resource.h>

#include "clock.h"
#include "pair.h"
#include "slowdown.h"

#define LEAST_CYCLES 8

/* What a reader of the lines compares at once (PairFork.java), so that it lies
 * within one attachment. */
#define WINDOW_CYCLES 2

/* Of the time of the windows, for attaching between them: 1 in so many. */
#define ATTACHING_SHARE 10
#define BETWEEN_FLUSHES_NS UINT64_C(100000000)

struct cycle {
	int first;          /* the side that begins it, and ends it */
	uint64_t ns[2][2];  /* of the side's two blocks, in their order */
};

/*
 * ABBA or BAAB, so that a drift which is linear over the cycle is the same on
 * both sides. Which of the two is left to chance at every cycle: cycles take a
 * millisecond or a few, and so do the periods of timers, whose interrupts would
 * fall on the same side for a whole fork.
 */
static struct cycle run_cycle(struct nfb_pair *pair)
{
	struct cycle cycle = { .first = nfb_order_side(&pair->order) };
	const int first = cycle.first, second = !first;

	cycle.ns[first][0] = nfb_pair_block_ns(pair, &pair->side[first]);
	cycle.ns[second][0] = nfb_pair_block_ns(pair, &pair->side[second]);
	cycle.ns[second][1] = nfb_pair_block_ns(pair, &pair->side[second]);
	cycle.ns[first][1] = nfb_pair_block_ns(pair, &pair->side[first]);
	return cycle;
}

static const char *mark(const struct nfb_pair *pair)
{
	return pair->options->slowdown_ppm ? "INJECTED " : "";
}

static double per_access(const struct nfb_pair *pair, const struct cycle *cycle,
		int side, int block)
{
	return (double)cycle->ns[side][block]
		/ (double)pair->side[side].accesses;
}

static void print_head(const struct nfb_pair *pair)
{
	printf("%snofault-pair 1 a=%s b=%s seed=%llu slowdown_ppm=%llu "
			"accesses_a=%llu accesses_b=%llu\n", mark(pair),
			pair->side[0].strategy->id, pair->side[1].strategy->id,
			(unsigned long long)pair->options->seed,
			(unsigned long long)pair->options->slowdown_ppm,
			(unsigned long long)pair->side[0].accesses,
			(unsigned long long)pair->side[1].accesses);
}

/* ns per access: of A's two blocks and of B's two. */
static void print_cycle(const struct nfb_pair *pair, const struct cycle *cycle)
{
	printf("%scycle %s %.6f %.6f %.6f %.6f\n", mark(pair),
			cycle->first ? "BAAB" : "ABBA",
			per_access(pair, cycle, 0, 0),
			per_access(pair, cycle, 0, 1),
			per_access(pair, cycle, 1, 0),
			per_access(pair, cycle, 1, 1));
}

/* What came between: the reader of a fork that was disturbed wants to know. */
static void print_end(const struct nfb_pair *pair, uint64_t cycles,
		const struct rusage *before)
{
	struct rusage after;

	getrusage(RUSAGE_SELF, &after);
	printf("%send cycles=%llu involuntary_switches=%ld major_faults=%ld "
			"slowdown_turns=%llu\n", mark(pair),
			(unsigned long long)cycles,
			after.ru_nivcsw - before->ru_nivcsw,
			after.ru_majflt - before->ru_majflt,
			(unsigned long long)pair->slowdown_turns);
	fflush(stdout);
}

/* Cycles between two attachments: whole windows, one where it costs little. */
static uint64_t cycles_of_attachment(struct nfb_pair *pair)
{
	uint64_t start_ns = nfb_now_ns(), attached_ns, ended_ns;

	nfb_pair_attach_anew(pair);
	attached_ns = nfb_now_ns();
	for (int i = 0; i < WINDOW_CYCLES; i++)
		run_cycle(pair);
	ended_ns = nfb_now_ns();
	return WINDOW_CYCLES * (1 + ATTACHING_SHARE * (attached_ns - start_ns)
			/ (ended_ns - attached_ns + 1));
}

/* Not at every cycle: whoever waits for the line would be woken in the midst of
 * the next one, on the same few CPUs. */
static void flush_now_and_then(uint64_t now_ns, uint64_t *flushed_ns)
{
	if (now_ns - *flushed_ns < BETWEEN_FLUSHES_NS)
		return;
	fflush(stdout);
	*flushed_ns = now_ns;
}

static uint64_t run_cycles(struct nfb_pair *pair, uint64_t of_attachment)
{
	uint64_t start_ns = nfb_now_ns(), flushed_ns = start_ns, cycles = 0;
	uint64_t now_ns = start_ns;

	while (cycles < LEAST_CYCLES
			|| now_ns - start_ns < pair->options->measure_ns) {
		struct cycle cycle;

		if (cycles % of_attachment == 0)
			nfb_pair_attach_anew(pair);
		cycle = run_cycle(pair);
		print_cycle(pair, &cycle);
		cycles++;
		now_ns = nfb_now_ns();
		flush_now_and_then(now_ns, &flushed_ns);
	}
	return cycles;
}

void nfb_pair_alternate(struct nfb_pair *pair)
{
	uint64_t of_attachment = cycles_of_attachment(pair);
	struct rusage before;

	pair->slowdown_turns = 0;
	print_head(pair);
	fflush(stdout);
	getrusage(RUSAGE_SELF, &before);
	print_end(pair, run_cycles(pair, of_attachment), &before);
}
