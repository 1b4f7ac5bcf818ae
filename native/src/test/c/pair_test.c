/* SPDX-License-Identifier: MIT */
/* Two strategies that take turns: what is read, who is slowed down, who is
 * refused. */
#include <fcntl.h>
#include <string.h>
#include <sys/wait.h>

#include "fixture.h"
#include "frame.h"
#include "mapping.h"
#include "pair/expected.h"
#include "pair/pair.h"
#include "pair/planted.h"

#define BIG ((size_t)1 << 16)

/* Of the process that measures, which may end by itself. */
struct ended {
	int status;
	char out[BIG], err[4096];
};

static void read_all(int fd, char *text, size_t room)
{
	ssize_t got;
	size_t length = 0;

	while (length + 1 < room
			&& (got = read(fd, text + length, room - length - 1)) > 0)
		length += (size_t)got;
	text[length] = '\0';
	close(fd);
}

static void measure(const struct nfb_pair_asked *asked)
{
	struct nfb_pair pair;

	nfb_pair_open(asked, &pair);
	nfb_pair_calibrate(&pair);
	nfb_pair_alternate(&pair);
	nfb_pair_check_staging(&pair);
	nfb_pair_close(&pair);
	exit(0);
}

static struct ended run(const struct nfb_pair_asked *asked)
{
	static struct ended ended;
	int out[2], err[2];
	pid_t child;

	CHECK(pipe(out) == 0 && pipe(err) == 0);
	CHECK((child = fork()) >= 0);
	if (child == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		close(out[0]);
		close(err[0]);
		close(out[1]);
		close(err[1]);
		measure(asked);
	}
	close(out[1]);
	close(err[1]);
	read_all(out[0], ended.out, sizeof(ended.out));
	read_all(err[0], ended.err, sizeof(ended.err));
	CHECK(waitpid(child, &ended.status, 0) == child);
	return ended;
}

static const struct nfb_strategy *strategy(const char *id)
{
	const struct nfb_strategy *found;

	for (int i = 0; (found = nfb_registry_at(i)); i++)
		if (strcmp(found->id, id) == 0)
			return found;
	CHECK(!"no such strategy");
	return NULL;
}

static struct nfb_pair_asked asked_of(const char *a, const char *b)
{
	return (struct nfb_pair_asked){
		.strategy = { strategy(a), strategy(b) },
		.region = { 0, POOL_BYTES, 1, POOL_BYTES },
		.pool_bytes = POOL_BYTES,
		.kernel = NFB_KERNEL_SUM,
		.seed = SEED,
		.measure_ns = 1000000,
	};
}

static int count(const char *text, const char *word)
{
	int found = 0;

	while ((text = strstr(text, word))) {
		found++;
		text++;
	}
	return found;
}

static void prints_a_line_a_cycle_and_an_end(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool",
			"nofault-emulated");
	struct ended ended = run(&asked);

	(void)subject;
	CHECK_EQUAL(ended.status, 0);
	CHECK(strstr(ended.out, "nofault-pair 1 a=guard-pool "
				"b=nofault-emulated ") == ended.out);
	CHECK(count(ended.out, "\ncycle ") >= 3);
	CHECK_EQUAL(count(ended.out, "\nend cycles="), 1);
	CHECK_EQUAL(count(ended.out, "PLANTED"), 0);
}

static void measures_a_strategy_beside_itself(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool", "guard-pool");

	(void)subject;
	CHECK_EQUAL(run(&asked).status, 0);
}

static void begins_by_chance(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool", "guard-pool");
	struct ended ended;

	(void)subject;
	asked.measure_ns = 200000000;
	ended = run(&asked);
	CHECK(count(ended.out, "cycle ABBA") >= 1);
	CHECK(count(ended.out, "cycle BAAB") >= 1);
}

static void attaches_at_other_places(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool",
			"nofault-emulated");
	struct nfb_pair pair;
	int moved[2] = { 0 };

	(void)subject;
	nfb_pair_open(&asked, &pair);
	for (int i = 0; i < 20; i++) {
		const unsigned char *before[] = { pair.side[0].pool->base,
			pair.side[1].pool->base };

		nfb_pair_attach_anew(&pair);
		for (int j = 0; j < 2; j++)
			moved[j] += pair.side[j].pool->base != before[j];
	}
	CHECK(moved[0] >= 15);
	CHECK(moved[1] >= 15);
	nfb_pair_close(&pair);
}

/* Rows with gaps, rectangles, and edges that are no words. */
static const struct nfb_region regions[] = {
	{ 0, POOL_BYTES, 1, POOL_BYTES },
	{ 0, 0, 0, 0 },
	{ 4, 4096, 3, 8192 },
	{ 4100, 516, 7, 1028, 15, 12300 },
	{ 12, 4 * PAGE + 20, 2, 5 * PAGE, 1, 20 * PAGE },
};

static void works_out_what_a_region_sums_to(const void *subject)
{
	(void)subject;
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++)
		CHECK_EQUAL(nfb_expected_checksum(&regions[i], SEED),
				expected(&regions[i], SEED, POOL_BYTES));
}

static void reads_every_region(const void *subject)
{
	(void)subject;
	for (size_t i = 0; i < sizeof(regions) / sizeof(regions[0]); i++) {
		struct nfb_pair_asked asked = asked_of("guard-list",
				"copy-pread");

		asked.region = regions[i];
		CHECK_EQUAL(run(&asked).status, 0);
	}
}

static void stages_rows_with_every_kernel(const void *subject)
{
	static const int kernels[] = { NFB_KERNEL_COPY, NFB_KERNEL_COPY_STREAM,
		NFB_KERNEL_MEMCPY, NFB_KERNEL_BLEND, NFB_KERNEL_PIXMAN };
	const char *missing;

	(void)subject;
	for (size_t i = 0; i < sizeof(kernels) / sizeof(kernels[0]); i++) {
		struct nfb_pair_asked asked = asked_of("unguarded-shared",
				"copy-pread");

		asked.kernel = kernels[i];
		asked.region = regions[3];
		if (nfb_kernel_of(kernels[i], &missing))
			CHECK_EQUAL(run(&asked).status, 0);
	}
}

static void finds_the_first_byte_that_is_wrong(const void *subject)
{
	const struct nfb_region whole = { 0, 2 * PAGE, 2, 2 * PAGE };
	unsigned char *staging = malloc(4 * PAGE);

	(void)subject;
	nfb_frame_fill(staging, 4 * PAGE, SEED);
	CHECK_EQUAL(nfb_first_difference(&whole, SEED, NFB_KERNEL_COPY, 0,
				staging), -1);
	staging[3 * PAGE + 5] ^= 1;
	CHECK_EQUAL(nfb_first_difference(&whole, SEED, NFB_KERNEL_COPY, 0,
				staging), 3 * PAGE + 5);
	free(staging);
}

/* Reads every pool as if it held another frame. */
static int read_another(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_kernel *kernel, struct nfb_access *access)
{
	(void)pool;
	(void)region;
	(void)kernel;
	access->checksum = 1;
	return 0;
}

static int read_lost(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_kernel *kernel, struct nfb_access *access)
{
	access->lost = true;
	return nfb_read_mapped(pool, region, kernel, access);
}

static int read_nothing(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_kernel *kernel, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	(void)pool;
	(void)region;
	(void)kernel;
	(void)accesses;
	*outcome = (struct nfb_outcome){ 0 };
	usleep(300);
	return 0;
}

static int read_batch_of_another(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_kernel *kernel, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	return nfb_batch_of(pool, region, kernel, accesses, outcome,
			read_another);
}

static int read_batch_of_lost(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_kernel *kernel, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	return nfb_batch_of(pool, region, kernel, accesses, outcome, read_lost);
}

static const struct nfb_strategy liar = {
	.id = "liar", .attach = nfb_map_shared, .detach = nfb_unmap,
	.read_batch = read_batch_of_another,
};

static const struct nfb_strategy loser = {
	.id = "loser", .attach = nfb_map_shared, .detach = nfb_unmap,
	.read_batch = read_batch_of_lost,
};

static const struct nfb_strategy idler = {
	.id = "idler", .attach = nfb_map_shared, .detach = nfb_unmap,
	.read_batch = read_nothing,
};

static void refuses(const struct nfb_strategy *second, int kernel,
		const char *why)
{
	struct nfb_pair_asked asked = asked_of("guard-pool", "guard-pool");
	struct ended ended;

	asked.strategy[1] = second;
	asked.kernel = kernel;
	ended = run(&asked);
	CHECK(WIFEXITED(ended.status));
	CHECK_EQUAL(WEXITSTATUS(ended.status), NFB_PAIR_FAILED);
	CHECK(strstr(ended.err, why));
	CHECK_EQUAL(count(ended.err, "\n"), 1);
	CHECK_EQUAL(count(ended.out, "end "), kernel == NFB_KERNEL_COPY);
}

static void fails_where_other_bytes_are_read(const void *subject)
{
	(void)subject;
	refuses(&liar, NFB_KERNEL_SUM, "wrong bytes were read");
}

static void fails_where_bytes_are_lost(const void *subject)
{
	(void)subject;
	refuses(&loser, NFB_KERNEL_SUM, "bytes were lost");
}

static void fails_where_nothing_is_staged(const void *subject)
{
	(void)subject;
	refuses(&idler, NFB_KERNEL_COPY, "wrong bytes were staged");
}

static void delays_by_the_turns_that_it_says(const void *subject)
{
	uint64_t a_second = nfb_planted_turns_a_second();

	(void)subject;
	CHECK_EQUAL(nfb_planted_delay(12345), 12345);
	CHECK(a_second > 1000000);
	CHECK_EQUAL(nfb_planted_turns_a_second(), a_second);
	CHECK_EQUAL(nfb_planted_turns(1000000000, 0), 0);
	/* 1% of a second. */
	CHECK(llabs((long long)(nfb_planted_turns(1000000000, 10000)
				- a_second / 100)) <= 1);
}

/* Field NAME of the line that WHERE begins. */
static long long field(const char *where, const char *name)
{
	const char *at = strstr(where, name);

	CHECK(at);
	return atoll(at + strlen(name));
}

static void plants_work_and_says_so_in_every_line(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool", "guard-pool");
	struct ended ended;

	(void)subject;
	CHECK_EQUAL(field(run(&asked).out, "planted_turns="), 0);
	asked.planted_ppm = 10000;
	ended = run(&asked);
	CHECK_EQUAL(ended.status, 0);
	CHECK(field(ended.out, "planted_turns=") > 0);
	CHECK_EQUAL(count(ended.out, "\n"), count(ended.out, "PLANTED "));
}

/* Only A is slowed down, by about as many turns as its own time has. */
static void plants_in_the_first_side_alone(const void *subject)
{
	struct nfb_pair_asked asked = asked_of("guard-pool", "guard-pool");
	struct nfb_pair pair;
	uint64_t turns;

	(void)subject;
	asked.planted_ppm = 500000;
	nfb_pair_open(&asked, &pair);
	nfb_pair_calibrate(&pair);
	CHECK_EQUAL(pair.planted_turns, 0);
	nfb_pair_block_ns(&pair, &pair.side[1]);
	CHECK_EQUAL(pair.planted_turns, 0);
	turns = nfb_planted_turns(nfb_pair_block_ns(&pair, &pair.side[0]),
			asked.planted_ppm);
	/* Half of what was read, a third of the block: reading the clock and
	 * being interrupted add to the block. */
	CHECK(pair.planted_turns > 0);
	CHECK(pair.planted_turns <= turns);
	nfb_pair_close(&pair);
}

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

int main(void)
{
	static const struct check_case cases[] = {
		CASE(prints_a_line_a_cycle_and_an_end,
				"prints a line a cycle and an end"),
		CASE(measures_a_strategy_beside_itself,
				"measures a strategy beside itself"),
		CASE(begins_by_chance, "begins by chance"),
		CASE(attaches_at_other_places, "attaches at other places"),
		CASE(works_out_what_a_region_sums_to,
				"works out what a region sums to"),
		CASE(reads_every_region, "reads every region"),
		CASE(stages_rows_with_every_kernel,
				"stages rows with every kernel"),
		CASE(finds_the_first_byte_that_is_wrong,
				"finds the first byte that is wrong"),
		CASE(fails_where_other_bytes_are_read,
				"fails where other bytes are read"),
		CASE(fails_where_bytes_are_lost, "fails where bytes are lost"),
		CASE(fails_where_nothing_is_staged,
				"fails where nothing is staged"),
		CASE(delays_by_the_turns_that_it_says,
				"delays by the turns that it says"),
		CASE(plants_work_and_says_so_in_every_line,
				"plants work and says so in every line"),
		CASE(plants_in_the_first_side_alone,
				"plants in the first side alone"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
