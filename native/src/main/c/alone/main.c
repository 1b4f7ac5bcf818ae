/* SPDX-License-Identifier: MIT */
/*
 * nofault-alone: one trial of one strategy in a process of its own, without a
 * JVM around it: what two strategies cannot share a process for, since their
 * handlers do act. Prints what a batch took per access, batch by batch, and
 * exits 1 where the measurement failed, 2 where it was asked for what cannot be
 * measured. By hand:
 *
 *   nofault-alone --strategy guard-pool --trial recovery --pool-bytes 8294400
 */
#include <errno.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#include "beside.h"
#include "nofault_trials.h"
#include "pair/expected.h"

#define MOST_POOL_BYTES (UINT64_C(1) << 30)
#define MOST_ACCESSES 10000
#define MOST_BATCHES 1000
#define HERTZ 240

enum status {
	FAILED = 1,
	UNUSABLE = 2,
};

struct asked {
	int strategy; /* row of the registry */
	struct nfb_strategy_info info;
	uint64_t pool_bytes;
	uint64_t seed;
	uint64_t accesses; /* of a batch */
	uint64_t batches;
};

struct trial {
	const char *name;
	/* Asks for one batch of frames from SEED on. */
	void (*batch)(const struct asked *asked, struct nfb_client *client,
			struct nfb_pool *pool, uint64_t seed,
			struct nfb_timed *timed);
	bool needs_client;
	bool needs_pool;
};

_Noreturn static void end(enum status status, const char *format, ...)
		__attribute__((format(printf, 2, 3)));

_Noreturn static void end(enum status status, const char *format, ...)
{
	va_list values;

	fflush(stdout);
	fputs("nofault-alone: ", stderr);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
	exit(status);
}

static struct nfb_region whole(const struct asked *asked)
{
	return (struct nfb_region){ 0, asked->pool_bytes, 1,
		asked->pool_bytes, 0, 0 };
}

static void ask(const struct asked *asked, const char *name,
		const void *setting, size_t setting_bytes, void *result,
		size_t result_bytes)
{
	int error = nfb_trial(name, setting, setting_bytes, result,
			result_bytes);

	if (error)
		end(FAILED, "trial failed: trial=%s, strategy=%s, error=%s",
				name, asked->info.id, strerror(-error));
}

static void recover(const struct asked *asked, struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_recovery_setting setting = {
		asked->strategy, client, seed, 0, asked->accesses,
		whole(asked)
	};
	bool tells = asked->info.traits & NFB_TELLS_LOSS;

	(void)pool;
	ask(asked, "recovery", &setting, sizeof(setting), timed,
			sizeof(*timed));
	/* Zeros and an abandoned access have the same checksum, which is 0. */
	if (timed->outcome.checksum || timed->outcome.lost_accesses
			!= (tells ? asked->accesses : 0))
		end(FAILED, "wrong bytes or a loss untold: strategy=%s, "
				"checksum=%llx, lost_accesses=%llu, of=%llu",
				asked->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)timed->outcome.lost_accesses,
				(unsigned long long)asked->accesses);
}

static void read_fresh(const struct asked *asked, struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_fresh_setting setting = {
		pool, client, seed, asked->accesses, whole(asked)
	};

	ask(asked, "read-fresh", &setting, sizeof(setting), timed,
			sizeof(*timed));
}

static void suffer(const struct asked *asked, struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_hostile_setting setting = {
		getenv("NOFAULT_CLIENT"), asked->strategy, asked->pool_bytes,
		seed, HERTZ, asked->accesses
	};
	static struct nfb_hostile hostile;

	(void)client;
	(void)pool;
	memset(&hostile, 0, sizeof(hostile));
	ask(asked, "hostile", &setting, sizeof(setting), &hostile,
			sizeof(hostile));
	if (hostile.wrong_accesses)
		end(FAILED, "wrong bytes were read: strategy=%s, accesses=%llu",
				asked->info.id, (unsigned long long)
				hostile.wrong_accesses);
	*timed = hostile.attacked;
}

static const struct trial trials[] = {
	{ "recovery", recover, .needs_client = true },
	{ "read-fresh", read_fresh, .needs_client = true, .needs_pool = true },
	{ "hostile", suffer },
};

/* Arithmetic for a frame takes longer than reading it, so that the batch that
 * warms up is checked for all. */
static void check_fresh(const struct asked *asked,
		const struct nfb_timed *timed)
{
	const struct nfb_region region = whole(asked);
	uint64_t expected = 0;

	for (uint64_t i = 0; i < asked->accesses; i++)
		expected = 31 * expected + nfb_expected_checksum(&region,
				asked->seed + i);
	if (timed->outcome.checksum != expected)
		end(FAILED, "wrong bytes were read: strategy=%s, checksum=%llx, "
				"expected=%llx", asked->info.id,
				(unsigned long long)timed->outcome.checksum,
				(unsigned long long)expected);
}

static uint64_t accesses_in(const struct nfb_timed *timed)
{
	uint64_t count = 0;

	for (int i = 0; i < NFB_HISTOGRAM_BUCKETS; i++)
		count += timed->histogram[i];
	return count;
}

static void run_batches(const struct asked *asked, const struct trial *trial,
		struct nfb_client *client, struct nfb_pool *pool)
{
	static struct nfb_timed timed;
	struct rusage before, after;

	/* Trials with clients of their own begin in peace, and warm up there. */
	if (trial->needs_client)
		trial->batch(asked, client, pool, asked->seed, &timed);
	if (trial->needs_pool)
		check_fresh(asked, &timed);
	getrusage(RUSAGE_SELF, &before);
	for (uint64_t i = 1; i <= asked->batches; i++) {
		memset(&timed, 0, sizeof(timed));
		trial->batch(asked, client, pool,
				asked->seed + i * asked->accesses, &timed);
		printf("batch %.3f\n", (double)timed.total_ns
				/ (double)accesses_in(&timed));
	}
	getrusage(RUSAGE_SELF, &after);
	printf("end batches=%llu involuntary_switches=%ld major_faults=%ld\n",
			(unsigned long long)asked->batches,
			after.ru_nivcsw - before.ru_nivcsw,
			after.ru_majflt - before.ru_majflt);
}

static void measure(const struct asked *asked, const struct trial *trial)
{
	bool sealed = asked->info.traits & NFB_NEEDS_CLIENT;
	struct nfb_client *client = NULL;
	struct nfb_pool *pool = NULL;
	int error = 0;

	if (trial->needs_client)
		error = nfb_client_start(getenv("NOFAULT_CLIENT"),
				asked->pool_bytes,
				sealed ? NFB_CLIENT_SEALED : 0, &client, NULL);
	if (!error && trial->needs_pool)
		error = nfb_pool_attach(asked->strategy, client, &pool);
	if (error)
		end(FAILED, "client or attach failed: strategy=%s, error=%s",
				asked->info.id, strerror(-error));
	printf("nofault-alone 1 strategy=%s trial=%s seed=%llu\n",
			asked->info.id, trial->name,
			(unsigned long long)asked->seed);
	run_batches(asked, trial, client, pool);
	if (pool)
		nfb_pool_detach(pool);
	if (client)
		nfb_client_stop(client);
}

static uint64_t number(const char *name, const char *text, uint64_t most)
{
	char *rest;
	uint64_t value;

	errno = 0;
	value = strtoull(text, &rest, 10);
	if (*text < '0' || *text > '9' || *rest || errno || !value
			|| value > most)
		end(UNUSABLE, "unusable argument: %s=%s", name, text);
	return value;
}

static void find_strategy(struct asked *asked, const char *id)
{
	asked->strategy = 0;
	while (!nfb_strategy_at(asked->strategy, &asked->info)
			&& strcmp(asked->info.id, id))
		asked->strategy++;
	if (strcmp(asked->info.id, id))
		end(UNUSABLE, "unusable argument: strategy=%s; `nofault-verify "
				"--list` shows the strategies", id);
	if (asked->info.skip_reason[0])
		end(UNUSABLE, "cannot run here: strategy=%s, reason=%s", id,
				asked->info.skip_reason);
}

static const struct trial *trial_of(const char *name)
{
	for (size_t i = 0; i < sizeof(trials) / sizeof(trials[0]); i++)
		if (strcmp(trials[i].name, name) == 0)
			return &trials[i];
	end(UNUSABLE, "unusable argument: trial=%s; use recovery, read-fresh or "
			"hostile", name);
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "strategy", required_argument, NULL, 's' },
		{ "trial", required_argument, NULL, 't' },
		{ "pool-bytes", required_argument, NULL, 'p' },
		{ "seed", required_argument, NULL, 'r' },
		{ "accesses", required_argument, NULL, 'a' },
		{ "batches", required_argument, NULL, 'b' },
		{ NULL, 0, NULL, 0 },
	};
	struct asked asked = { .pool_bytes = UINT64_C(1920) * 1080 * 4,
		.seed = 1, .accesses = 4, .batches = 3 };
	const struct trial *trial = NULL;
	int option;

	while ((option = getopt_long(argc, argv, "", options, NULL)) != -1)
		switch (option) {
		case 's':
			find_strategy(&asked, optarg);
			break;
		case 't':
			trial = trial_of(optarg);
			break;
		case 'p':
			asked.pool_bytes = number("pool-bytes", optarg,
					MOST_POOL_BYTES);
			break;
		case 'r':
			asked.seed = number("seed", optarg, UINT64_MAX);
			break;
		case 'a':
			asked.accesses = number("accesses", optarg,
					MOST_ACCESSES);
			break;
		case 'b':
			asked.batches = number("batches", optarg, MOST_BATCHES);
			break;
		default:
			return UNUSABLE;
		}
	if (optind < argc || !trial || !asked.info.id[0])
		end(UNUSABLE, "give --strategy and --trial, and no other words");
	nfb_find_client();
	measure(&asked, trial);
	return 0;
}
