/* SPDX-License-Identifier: MIT */
/* What is asked of the library for one batch. */
#include <stdlib.h>
#include <string.h>

#include "alone/alone.h"

#define HERTZ 240

static void ask(const struct nfb_alone_asked *asked, const char *name,
		const void *setting, size_t setting_bytes, void *result,
		size_t result_bytes)
{
	int error = nfb_trial(name, setting, setting_bytes, result,
			result_bytes);

	if (error)
		nfb_alone_end(NFB_ALONE_FAILED,
				"trial failed: trial=%s, strategy=%s, error=%s",
				name, asked->info.id, strerror(-error));
}

static void recover(const struct nfb_alone_asked *asked,
		struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_recovery_setting setting = {
		asked->strategy, client, seed, 0, asked->accesses,
		nfb_alone_whole(asked)
	};

	(void)pool;
	ask(asked, "recovery", &setting, sizeof(setting), timed,
			sizeof(*timed));
	nfb_alone_check_recovered(asked, timed);
}

static void read_fresh(const struct nfb_alone_asked *asked,
		struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_fresh_setting setting = {
		pool, client, seed, asked->accesses, nfb_alone_whole(asked)
	};

	ask(asked, "read-fresh", &setting, sizeof(setting), timed,
			sizeof(*timed));
}

static void suffer(const struct nfb_alone_asked *asked,
		struct nfb_client *client,
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
		nfb_alone_end(NFB_ALONE_FAILED,
				"wrong bytes were read: strategy=%s, accesses=%llu",
				asked->info.id, (unsigned long long)
				hostile.wrong_accesses);
	*timed = hostile.attacked;
}

static const struct nfb_alone_trial trials[] = {
	{ "recovery", recover, .needs_client = true },
	{ "read-fresh", read_fresh, .needs_client = true, .needs_pool = true },
	{ "hostile", suffer },
};

const struct nfb_alone_trial *nfb_alone_trial_of(const char *name)
{
	for (size_t i = 0; i < sizeof(trials) / sizeof(trials[0]); i++)
		if (strcmp(trials[i].name, name) == 0)
			return &trials[i];
	return NULL;
}
