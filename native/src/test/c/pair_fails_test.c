/* SPDX-License-Identifier: MIT */
/* Whose turns are refused: strategies that read what is not there. */
#include <errno.h>
#include <string.h>
#include <sys/wait.h>

#include "mapping.h"
#include "pair_fixture.h"

/* Reads every pool as if it held another frame. */
static int read_another(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	(void)pool;
	(void)region;
	(void)loop;
	access->checksum = 1;
	return 0;
}

static int read_lost(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	access->lost = true;
	return nfb_read_mapped(pool, region, loop, access);
}

static int read_nothing(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	(void)pool;
	(void)region;
	(void)loop;
	(void)accesses;
	*outcome = (struct nfb_outcome){ 0 };
	usleep(300);
	return 0;
}

static int read_batch_of_another(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	return nfb_batch_of(pool, region, loop, accesses, outcome,
			read_another);
}

static int read_batch_of_lost(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	return nfb_batch_of(pool, region, loop, accesses, outcome, read_lost);
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

static void refuses(const struct nfb_strategy *second, int loop,
		const char *why)
{
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");
	const struct ended *ended;

	options.strategy[1] = second;
	options.loop = loop;
	ended = pair_run(&options);
	CHECK(WIFEXITED(ended->status));
	CHECK_EQUAL(WEXITSTATUS(ended->status), NFB_PAIR_FAILED);
	CHECK(strstr(ended->err, why));
	CHECK_EQUAL(process_count(ended->err, "\n"), 1);
	CHECK_EQUAL(process_count(ended->out, "end "), loop == NFB_LOOP_COPY);
}

static void fails_where_other_bytes_are_read(const void *subject)
{
	(void)subject;
	refuses(&liar, NFB_LOOP_SUM, "wrong bytes were read");
}

static void fails_where_bytes_are_lost(const void *subject)
{
	(void)subject;
	refuses(&loser, NFB_LOOP_SUM, "bytes were lost");
}

static void fails_where_nothing_is_uploaded(const void *subject)
{
	(void)subject;
	refuses(&idler, NFB_LOOP_COPY, "wrong bytes were uploaded");
}

static int lack_memory(struct nfb_pool *pool)
{
	(void)pool;
	return -ENOMEM;
}

static int break_down(struct nfb_pool *pool)
{
	(void)pool;
	return -EIO;
}

static void ends_with(int (*refuse)(struct nfb_pool *pool), int status,
		const char *why)
{
	struct nfb_strategy strategy = { .id = "sick", .attach = refuse };
	struct nfb_pair_options options =
			pair_asked_of("guard-pool", "guard-pool");
	const struct ended *ended;

	options.strategy[1] = &strategy;
	ended = pair_run(&options);
	CHECK_EQUAL(WEXITSTATUS(ended->status), status);
	CHECK(strstr(ended->err, why));
}

/* What the machine refuses is no failure of the measurement. */
static void tells_a_refusal_from_a_failure(const void *subject)
{
	(void)subject;
	ends_with(lack_memory, NFB_PAIR_UNUSABLE, "cannot run here: "
			"strategy=sick, reason=attach was refused");
	ends_with(break_down, NFB_PAIR_FAILED, "attach failed: strategy=sick");
}

int main(void)
{
	static const struct check_case cases[] = {
		CASE(fails_where_other_bytes_are_read,
				"fails where other bytes are read"),
		CASE(fails_where_bytes_are_lost, "fails where bytes are lost"),
		CASE(fails_where_nothing_is_uploaded,
				"fails where nothing is uploaded"),
		CASE(tells_a_refusal_from_a_failure,
				"tells a refusal from a failure"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
