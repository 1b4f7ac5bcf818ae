/* SPDX-License-Identifier: MIT */
/* The alternation, and the lines that it prints. */
#define _GNU_SOURCE
#include <stdio.h>

#include "clock.h"
#include "pair.h"
#include "placement.h"

/* What a reader of the lines compares at once (PairFork.java), so that it lies
 * within one attachment. */
#define WINDOW_CYCLES 2

/* Of the time of the windows, for attaching between them: 1 in so many. Places
 * differ by more than windows do. */
#define ATTACHING_SHARE 3
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

static double per_access(const struct nfb_pair_side *side, uint64_t ns)
{
	return (double)ns / (double)side->turn->accesses;
}

static void print_head(const struct nfb_pair *pair)
{
	const struct nfb_cpus *cpus = nfb_cpus();

	printf("%snofault-pair 1 a=%s b=%s seed=%llu slowdown_ppm=%llu "
			"accesses_a=%llu accesses_b=%llu measure=%s "
			"processes=%d reader_cpu=%d client_cpu=%d\n",
			mark(pair), pair->side[0].strategy->id,
			pair->sides == 2 ? pair->side[1].strategy->id : "-",
			(unsigned long long)pair->options->seed,
			(unsigned long long)pair->options->slowdown_ppm,
			(unsigned long long)pair->side[0].turn->accesses,
			pair->sides == 2 ? (unsigned long long)
				pair->side[1].turn->accesses : 0,
			pair->kind->name, pair->processes, cpus->reader,
			cpus->client);
}

/* ns per access: of A's two blocks and of B's two. */
static void print_cycle(const struct nfb_pair *pair, const struct cycle *cycle)
{
	const struct nfb_pair_side *a = &pair->side[0], *b = &pair->side[1];

	printf("%scycle %s %.6f %.6f %.6f %.6f\n", mark(pair),
			cycle->first ? "BAAB" : "ABBA",
			per_access(a, cycle->ns[0][0]),
			per_access(a, cycle->ns[0][1]),
			per_access(b, cycle->ns[1][0]),
			per_access(b, cycle->ns[1][1]));
}

static uint64_t count_of(const struct nfb_timed *timed)
{
	uint64_t count = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		count += timed->histogram[i];
	return count;
}

/* Buckets of histogram.h that are not empty, as INDEX:COUNT. */
static void print_histogram(const struct nfb_pair *pair, char name,
		const struct nfb_timed *timed)
{
	if (!count_of(timed))
		return;
	printf("%shistogram %c", mark(pair), name);
	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		if (timed->histogram[i])
			printf(" %d:%llu", i, (unsigned long long)
					timed->histogram[i]);
	printf("\n");
}

static void print_totals(const struct nfb_pair *pair, int index)
{
	const struct nfb_pair_totals *totals = &pair->side[index].turn->totals;
	const struct nfb_timed *timed = pair->kind->two_clients
		? &totals->hostile.attacked : &totals->timed;
	char name = index ? 'b' : 'a';

	printf("%stotal %c accesses=%llu ns=%llu lost_accesses=%llu "
			"faults=%llu", mark(pair), name,
			(unsigned long long)totals->accesses,
			(unsigned long long)totals->ns,
			(unsigned long long)timed->outcome.lost_accesses,
			(unsigned long long)timed->outcome.faults);
	if (pair->kind->print)
		pair->kind->print(totals);
	printf("\n");
	print_histogram(pair, name, timed);
}

/* What came between: the reader of a fork that was disturbed wants to know. */
static void print_end(const struct nfb_pair *pair, uint64_t cycles)
{
	uint64_t switches = 0, faults = 0, turns = 0;

	for (int i = 0; i < pair->sides; i++) {
		print_totals(pair, i);
		switches += pair->side[i].turn->totals.involuntary_switches;
		faults += pair->side[i].turn->totals.major_faults;
		turns += pair->side[i].turn->totals.slowdown_turns;
	}
	printf("%send cycles=%llu involuntary_switches=%llu major_faults=%llu "
			"slowdown_turns=%llu\n", mark(pair),
			(unsigned long long)cycles,
			(unsigned long long)switches,
			(unsigned long long)faults, (unsigned long long)turns);
	fflush(stdout);
}

/* Of one side alone, a block. */
static void run_and_print(struct nfb_pair *pair)
{
	if (pair->sides == 2) {
		struct cycle cycle = run_cycle(pair);

		print_cycle(pair, &cycle);
	} else {
		uint64_t ns = nfb_pair_block_ns(pair, &pair->side[0]);

		printf("%sblock %.6f\n", mark(pair),
				per_access(&pair->side[0], ns));
	}
}

/* Cycles between two attachments: whole windows, one where it costs little. */
static uint64_t cycles_of_attachment(struct nfb_pair *pair)
{
	uint64_t start_ns = nfb_now_ns(), attached_ns, ended_ns;

	if (!pair->kind->reads_pool)
		return UINT64_MAX;
	nfb_pair_attach_anew(pair);
	attached_ns = nfb_now_ns();
	for (int i = 0; i < WINDOW_CYCLES; i++)
		for (int j = 0; j < 2 * pair->sides; j++)
			nfb_pair_block_ns(pair, &pair->side[j % pair->sides]);
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

	while (cycles < pair->kind->least_cycles
			|| now_ns - start_ns < pair->options->measure_ns) {
		if (cycles % of_attachment == 0)
			nfb_pair_attach_anew(pair);
		run_and_print(pair);
		cycles++;
		now_ns = nfb_now_ns();
		flush_now_and_then(now_ns, &flushed_ns);
	}
	return cycles;
}

void nfb_pair_alternate(struct nfb_pair *pair)
{
	uint64_t of_attachment = cycles_of_attachment(pair);

	nfb_pair_clear_totals(pair);
	print_head(pair);
	fflush(stdout);
	print_end(pair, run_cycles(pair, of_attachment));
}
