/* SPDX-License-Identifier: MIT */
/* What a pair can be asked to time, in one process and in two. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "mapping.h"
#include "pair_fixture.h"

static const struct nfb_pair_kind *kind(const char *name)
{
	const struct nfb_pair_kind *found;

	for (int i = 0; (found = nfb_pair_kind_at(i)); i++)
		if (strcmp(found->name, name) == 0)
			return found;
	CHECK(!"no such kind");
	return NULL;
}

static const struct ended *run_kind(const char *name, const char *a,
		const char *b, int processes)
{
	struct nfb_pair_options options = pair_asked_of(a, b ? b : a);

	options.kind = kind(name);
	options.processes = processes;
	if (!b)
		options.strategy[1] = NULL;
	return pair_run(&options);
}

/* Figure NAME of the line that begins with LINE. */
static unsigned long long figure(const char *out, const char *line,
		const char *name)
{
	const char *at = strstr(out, line);

	CHECK(at);
	CHECK((at = strstr(at, name)));
	return strtoull(at + strlen(name), NULL, 10);
}

static unsigned long long histogram_count(const char *out, const char *line)
{
	const char *at = strstr(out, line), *end;
	unsigned long long bucket, count, sum = 0;
	int length;

	CHECK(at);
	end = strchr(at + 1, '\n');
	for (at += strlen(line); at < end; at += length) {
		CHECK(sscanf(at, " %llu:%llu%n", &bucket, &count, &length)
				== 2);
		sum += count;
	}
	return sum;
}

static void prints_cycles_and_totals_of_both(const void *name)
{
	const struct ended *ended = run_kind(name, "guard-pool", "guard-page",
			0);
	bool timed = strcmp(name, "read") && strcmp(name, "lifecycle");

	CHECK_EQUAL(ended->status, 0);
	CHECK_EQUAL(strlen(ended->err), 0);
	CHECK(process_count(ended->out, "\ncycle ") >= 4);
	CHECK_EQUAL(figure(ended->out, "nofault-pair", "processes="),
			kind(name)->own_process ? 2 : 1);
	CHECK(figure(ended->out, "\ntotal a", " ns=") > 0);
	CHECK(figure(ended->out, "\ntotal b", " ns=") > 0);
	CHECK_EQUAL(process_count(ended->out, "\nhistogram "), timed ? 2 : 0);
	if (timed)
		CHECK_EQUAL(histogram_count(ended->out, "\nhistogram b"),
				figure(ended->out, "\ntotal b", "accesses="));
}

static void times_one_strategy_alone(const void *name)
{
	const struct ended *ended = run_kind(name, "guard-tail", NULL, 0);

	CHECK_EQUAL(ended->status, 0);
	CHECK(strstr(ended->out, " a=guard-tail b=- "));
	CHECK(process_count(ended->out, "\nblock ") >= 4);
	CHECK_EQUAL(process_count(ended->out, "\ncycle "), 0);
	CHECK_EQUAL(process_count(ended->out, "\ntotal "), 1);
	CHECK_EQUAL(figure(ended->out, "\nend ", "cycles="),
			process_count(ended->out, "\nblock "));
}

static void counts_the_losses_that_were_told(const void *subject)
{
	const struct ended *ended = run_kind("recovery", "guard-pool",
			"copy-pread", 0);

	(void)subject;
	CHECK_EQUAL(figure(ended->out, "\ntotal a", "lost_accesses="),
			figure(ended->out, "\ntotal a", "accesses="));
	CHECK_EQUAL(figure(ended->out, "\ntotal a", "faults="),
			figure(ended->out, "\ntotal a", "accesses="));
	CHECK_EQUAL(figure(ended->out, "\ntotal b", "faults="), 0);
}

/* Under attack guard-jump keeps its pool and guard-pool cannot. */
static void tells_attaching_anew_apart(const void *subject)
{
	const struct ended *ended = run_kind("attack", "guard-jump",
			"guard-pool", 0);

	(void)subject;
	CHECK_EQUAL(figure(ended->out, "\ntotal a", "reattachments="), 0);
	CHECK(figure(ended->out, "\ntotal b", "reattachments=") > 0);
	CHECK(figure(ended->out, "\ntotal b", "reattach_ns=") > 0);
	CHECK(figure(ended->out, "\ntotal b", "truncates=") > 0);
}

/* An unguarded side has no handler that theirs could meet: both write to one
 * upload buffer. */
static void shares_a_process_with_an_unguarded_side(const void *strategy)
{
	struct nfb_pair_options options = pair_asked_of(strategy,
			"unguarded-shared");
	const struct ended *ended;

	options.loop = NFB_LOOP_COPY;
	ended = pair_run(&options);
	if (WEXITSTATUS(ended->status) == NFB_PAIR_UNUSABLE)
		SKIP(ended->err);
	CHECK_EQUAL(ended->status, 0);
	CHECK_EQUAL(figure(ended->out, "nofault-pair", "processes="), 1);
}

/* They install a handler at each access: two would meet in one process. */
static void gives_handlers_of_their_own_a_process_each(const void *strategy)
{
	const struct ended *ended = run_kind("read", strategy, "guard-pool", 0);

	if (WEXITSTATUS(ended->status) == NFB_PAIR_UNUSABLE)
		SKIP(ended->err);
	CHECK_EQUAL(ended->status, 0);
	CHECK_EQUAL(figure(ended->out, "nofault-pair", "processes="), 2);
	ended = run_kind("read", strategy, "guard-pool", 1);
	CHECK_EQUAL(WEXITSTATUS(ended->status), NFB_PAIR_UNUSABLE);
	CHECK(strstr(ended->err, "need a process each"));
}

static void slows_down_the_process_of_the_first_side(const void *subject)
{
	struct nfb_pair_options options = pair_asked_of("guard-pool",
			"guard-pool");
	const struct ended *ended;

	(void)subject;
	options.kind = kind("recovery");
	options.slowdown_ppm = 1000000;
	ended = pair_run(&options);
	CHECK_EQUAL(ended->status, 0);
	CHECK(figure(ended->out, "INJECTED end ", "slowdown_turns=") > 0);
	CHECK_EQUAL(process_count(ended->out, "\n"),
			process_count(ended->out, "INJECTED "));
}

static int die(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	(void)pool;
	(void)region;
	(void)loop;
	(void)accesses;
	(void)outcome;
	raise(SIGBUS);
	return 0;
}

static int read_nothing(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	(void)pool;
	(void)region;
	(void)loop;
	*outcome = (struct nfb_outcome){ .checksum = accesses };
	usleep(300);
	return 0;
}

static const struct nfb_strategy mortal = {
	.id = "mortal", .attach = nfb_map_shared, .detach = nfb_unmap,
	.read_batch = die,
};

static const struct nfb_strategy liar = {
	.id = "liar", .attach = nfb_map_shared, .detach = nfb_unmap,
	.read_batch = read_nothing,
};

static void ends_as_the_process_of(const struct nfb_strategy *strategy,
		const char *why)
{
	struct nfb_pair_options options = pair_asked_of("guard-pool",
			"guard-pool");
	const struct ended *ended;

	options.strategy[1] = strategy;
	options.processes = 2;
	ended = pair_run(&options);
	CHECK(WIFEXITED(ended->status));
	CHECK_EQUAL(WEXITSTATUS(ended->status), NFB_PAIR_FAILED);
	CHECK(strstr(ended->err, why));
	CHECK_EQUAL(process_count(ended->err, "\n"), 1);
	CHECK_EQUAL(process_count(ended->out, "end "), 0);
}

static void fails_where_a_process_dies(const void *subject)
{
	(void)subject;
	ends_as_the_process_of(&mortal, "strategy=mortal, signal=7");
}

static void fails_where_a_process_reads_other_bytes(const void *subject)
{
	(void)subject;
	ends_as_the_process_of(&liar,
			"wrong bytes were read: strategy=liar");
}

int main(void)
{
	static struct check_case cases[32] = {
		CASE(counts_the_losses_that_were_told,
				"counts the losses that were told"),
		CASE(tells_attaching_anew_apart,
				"tells attaching anew apart"),
		{ "gives handlers of their own a process each",
			gives_handlers_of_their_own_a_process_each,
			"guard-list", "guard-list", 0 },
		{ "gives handlers of their own a process each",
			gives_handlers_of_their_own_a_process_each,
			"guard-range", "guard-range", 0 },
		{ "shares a process with an unguarded side",
			shares_a_process_with_an_unguarded_side,
			"guard-list", "guard-list", 0 },
		{ "shares a process with an unguarded side",
			shares_a_process_with_an_unguarded_side,
			"guard-libwayland", "guard-libwayland", 0 },
		CASE(slows_down_the_process_of_the_first_side,
				"slows down the process of the first side"),
		CASE(fails_where_a_process_dies, "fails where a process dies"),
		CASE(fails_where_a_process_reads_other_bytes,
				"fails where a process reads other bytes"),
	};
	const struct nfb_pair_kind *each;
	size_t count = 9;

	for (int i = 0; (each = nfb_pair_kind_at(i)); i++) {
		cases[count++] = (struct check_case){
			"prints cycles and totals of both",
			prints_cycles_and_totals_of_both, each->name,
			each->name, 0 };
		cases[count++] = (struct check_case){
			"times one strategy alone", times_one_strategy_alone,
			each->name, each->name, 0 };
	}
	return check_all(cases, count);
}
