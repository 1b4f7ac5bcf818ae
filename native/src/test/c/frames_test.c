/* SPDX-License-Identifier: MIT */
/* Frames of real clients: nothing that goes wrong passes uncounted. */
#include <errno.h>
#include <signal.h>
#include <string.h>

#include "client_link.h"
#include "fixture.h"
#include "frame.h"
#include "nofault_measurements.h"

#define CLIENTS 3
#define BUFFER_BYTES (16 * BLOCK)
#define FRAMES 24
#define MOST_ATTACKS 50

struct testbed {
	struct nfb_client *client[CLIENTS];
	struct nfb_pool *pool[CLIENTS];
	struct nfb_frames_setting setting;
	struct nfb_frames frames;
};

static int index_of(const char *id)
{
	int index = 0;

	while (strcmp(nfb_registry_at(index)->id, id))
		index++;
	return index;
}

static struct testbed *open_testbed(void)
{
	struct testbed *testbed = calloc(1, sizeof(*testbed));

	for (int i = 0; i < CLIENTS; i++) {
		CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"),
					    2 * BUFFER_BYTES, 0,
					    &testbed->client[i], NULL),
				0);
		CHECK_EQUAL(nfb_pool_attach(index_of("guard-pool"),
					    testbed->client[i],
					    &testbed->pool[i]),
				0);
	}
	testbed->setting = (struct nfb_frames_setting){ .clients = CLIENTS,
		.client = testbed->client, .pool = testbed->pool,
		.buffer_bytes = BUFFER_BYTES, .hertz = 100, .frames = FRAMES };
	return testbed;
}

static int run(struct testbed *testbed)
{
	return nfb_measure("frames", &testbed->setting,
			sizeof(testbed->setting), &testbed->frames,
			sizeof(testbed->frames));
}

static uint64_t timed(const struct nfb_frames *frames)
{
	uint64_t count = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		count += frames->busy.histogram[i];
	return count;
}

static void shows_every_commit_whole(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	CHECK_EQUAL(run(testbed), 0);
	CHECK_EQUAL(timed(&testbed->frames), FRAMES);
	CHECK_EQUAL(testbed->frames.lost_commits, 0);
	CHECK_EQUAL(testbed->frames.torn_commits, 0);
	/* One for each callback that was answered in time, and the first. */
	CHECK_EQUAL(testbed->frames.commits, CLIENTS * (FRAMES + 1)
			- testbed->frames.late_commits);
}

static void goes_on_with_the_same_clients(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	CHECK_EQUAL(run(testbed), 0);
	CHECK_EQUAL(run(testbed), 0);
	CHECK_EQUAL(timed(&testbed->frames), 2 * FRAMES);
	CHECK_EQUAL(testbed->frames.lost_commits, 0);
	CHECK_EQUAL(testbed->frames.torn_commits, 0);
}

static void counts_one_torn_commit_once(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	testbed->setting.injections = NFB_INJECT_TORN;
	CHECK_EQUAL(run(testbed), 0);
	CHECK_EQUAL(testbed->frames.torn_commits, 1);
	CHECK_EQUAL(testbed->frames.lost_commits, 0);
}

static void counts_one_lost_commit_once(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	testbed->setting.injections = NFB_INJECT_LOST;
	CHECK_EQUAL(run(testbed), 0);
	CHECK_EQUAL(testbed->frames.lost_commits, 1);
	CHECK_EQUAL(testbed->frames.torn_commits, 0);
}

/* How late, and who else, is the machine's affair; that it shows is ours. */
static void notices_a_client_that_sleeps_over_a_deadline(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	testbed->setting.injections = NFB_INJECT_LATE;
	CHECK_EQUAL(run(testbed), 0);
	CHECK(testbed->frames.late_commits >= 1);
	CHECK_EQUAL(testbed->frames.lost_commits, 0);
}

static void notices_a_compositor_that_sleeps_over_a_deadline(
		const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	testbed->setting.injections = NFB_INJECT_MISSED;
	CHECK_EQUAL(run(testbed), 0);
	CHECK(testbed->frames.missed_frames >= 1);
	CHECK(testbed->frames.worst_ns >= 15000000);
	CHECK_EQUAL(timed(&testbed->frames), FRAMES);
}

static void fails_when_a_client_dies(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	CHECK_EQUAL(run(testbed), 0);
	CHECK(kill(testbed->client[1]->pid, SIGKILL) == 0);
	CHECK(run(testbed) < 0);
}

static void refuses_what_does_not_fit(const void *subject)
{
	struct testbed *testbed = open_testbed();

	(void)subject;
	testbed->setting.buffer_bytes = 2 * BUFFER_BYTES;
	CHECK_EQUAL(run(testbed), -ERANGE);
	testbed->setting.buffer_bytes = BUFFER_BYTES - 8;
	CHECK_EQUAL(run(testbed), -EINVAL);
	testbed->setting.buffer_bytes = BUFFER_BYTES;
	testbed->setting.clients = NFB_MOST_CLIENTS + 1;
	CHECK_EQUAL(run(testbed), -EINVAL);
}

static void knows_a_frames_sum_without_reading_it(const void *subject)
{
	static unsigned char bytes[BUFFER_BYTES];

	(void)subject;
	nfb_frame_fill(bytes, sizeof(bytes), 77);
	CHECK_EQUAL(nfb_frame_sum(sizeof(bytes), 77), expected(
			&(struct nfb_region){ 0, BUFFER_BYTES, 1,
				BUFFER_BYTES }, 77, BUFFER_BYTES));
}

/* Of a strategy: nobody crashes, and the other client is untouched. */
static void lives_beside_an_attacker(const void *subject)
{
	const struct nfb_strategy *strategy = subject;
	struct nfb_hostile *result = calloc(1, sizeof(*result));
	struct nfb_hostile_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = index_of(strategy->id),
		.pool_bytes = POOL_BYTES, .seed = SEED, .hertz = 200,
		.frames = 10 };
	bool sees_regrowth = nfb_traits_of(strategy) & NFB_SEES_REGROWTH;
	struct nfb_strategy_info info;

	CHECK_EQUAL(nfb_strategy_at((int)setting.strategy, &info), 0);
	if (info.skip_reason[0])
		SKIP(info.skip_reason);
	/* On a busy machine the attacker may not run while its buffer is read. */
	for (int i = 0; i < MOST_ATTACKS && (i == 0 || (!sees_regrowth
					&& result->reattachments == 0)); i++)
		CHECK_EQUAL(nfb_measure("hostile", &setting, sizeof(setting),
					result, sizeof(*result)), 0);
	CHECK_EQUAL(result->wrong_accesses, 0);
	CHECK(result->truncates > 0);
	CHECK(result->unattacked_ns > 0);
	/* Whoever sees the file grow back keeps its pool; of the others each
	 * pool that lost bytes goes, whoever was told. */
	CHECK_EQUAL(result->reattachments == 0, sees_regrowth);
	CHECK_EQUAL(result->reattach_ns > 0, result->reattachments > 0);
	CHECK(result->reattach_ns < result->attacked.total_ns);
}

static void is_refused_an_attacker_that_would_kill_it(const void *subject)
{
	const struct nfb_strategy *strategy = subject;
	static struct nfb_hostile result;
	struct nfb_hostile_setting setting = {
		.program = getenv("NOFAULT_CLIENT"),
		.strategy = index_of(strategy->id), .pool_bytes = POOL_BYTES,
		.hertz = 200, .frames = 1 };

	CHECK_EQUAL(nfb_measure("hostile", &setting, sizeof(setting), &result,
				sizeof(result)), -EINVAL);
}

static const struct check_case cases[] = {
	{ "shows every commit whole", shows_every_commit_whole, 0, 0, 0 },
	{ "goes on with the same clients", goes_on_with_the_same_clients,
		0, 0, 0 },
	{ "counts one torn commit once", counts_one_torn_commit_once, 0, 0, 0 },
	{ "counts one lost commit once", counts_one_lost_commit_once, 0, 0, 0 },
	{ "notices a client that sleeps over a deadline",
		notices_a_client_that_sleeps_over_a_deadline, 0, 0, 0 },
	{ "notices a compositor that sleeps over a deadline",
		notices_a_compositor_that_sleeps_over_a_deadline, 0, 0, 0 },
	{ "fails when a client dies", fails_when_a_client_dies, 0, 0, 0 },
	{ "refuses what does not fit", refuses_what_does_not_fit, 0, 0, 0 },
	{ "knows a frame's sum without reading it",
		knows_a_frames_sum_without_reading_it, 0, 0, 0 },
};

int main(void)
{
	static struct check_case all[128];
	const struct nfb_strategy *strategy;
	size_t count = sizeof(cases) / sizeof(cases[0]);

	memcpy(all, cases, sizeof(cases));
	for (int i = 0; (strategy = nfb_registry_at(i)); i++) {
		int traits = nfb_traits_of(strategy);
		bool lives = traits & NFB_SURVIVES_ATTACKER
			&& !(traits & NFB_NEEDS_CLIENT);

		all[count++] = (struct check_case){ lives
					? "goes on beside an attacker and attaches anew "
					  "where it must"
					: "is refused an attacker that kills "
					  "it or cannot attack",
			lives ? lives_beside_an_attacker
			      : is_refused_an_attacker_that_would_kill_it,
			strategy, strategy->id, 0 };
	}
	return check_all(all, count);
}
