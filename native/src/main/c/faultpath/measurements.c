/* SPDX-License-Identifier: MIT */
/* What is asked of the library for one batch. */
#include <stdlib.h>
#include <string.h>

#include "faultpath/faultpath.h"

#define HERTZ 240

static void ask(const struct nfb_faultpath_options *options, const char *name,
		const void *setting, size_t setting_bytes, void *result,
		size_t result_bytes)
{
	int error = nfb_measure(name, setting, setting_bytes, result,
			result_bytes);

	if (error)
		nfb_faultpath_exit(NFB_FAULTPATH_FAILED,
				"measurement failed: measurement=%s, "
				"strategy=%s, error=%s",
				name, options->info.id, strerror(-error));
}

static void recover(const struct nfb_faultpath_options *options,
		struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_recovery_setting setting = {
		options->strategy, client, seed, 0, options->accesses,
		nfb_faultpath_whole(options)
	};

	(void)pool;
	ask(options, "recovery", &setting, sizeof(setting), timed,
			sizeof(*timed));
	nfb_faultpath_check_recovered(options, timed);
}

static void read_fresh(const struct nfb_faultpath_options *options,
		struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_fresh_setting setting = { pool, client, seed,
		options->accesses, nfb_faultpath_whole(options) };

	ask(options, "read-fresh", &setting, sizeof(setting), timed,
			sizeof(*timed));
}

static void suffer(const struct nfb_faultpath_options *options,
		struct nfb_client *client,
		struct nfb_pool *pool, uint64_t seed, struct nfb_timed *timed)
{
	const struct nfb_hostile_setting setting = { getenv("NOFAULT_CLIENT"),
		options->strategy, options->pool_bytes, seed, HERTZ,
		options->accesses };
	static struct nfb_hostile hostile;

	(void)client;
	(void)pool;
	memset(&hostile, 0, sizeof(hostile));
	ask(options, "hostile", &setting, sizeof(setting), &hostile,
			sizeof(hostile));
	if (hostile.wrong_accesses)
		nfb_faultpath_exit(NFB_FAULTPATH_FAILED,
				"wrong bytes were read: strategy=%s, "
				"accesses=%llu",
				options->info.id,
				(unsigned long long)hostile.wrong_accesses);
	*timed = hostile.attacked;
}

static const struct nfb_faultpath_measurement measurements[] = {
	{ "recovery", recover, .needs_client = true },
	{ "read-fresh", read_fresh, .needs_client = true, .needs_pool = true },
	{ "hostile", suffer },
};

const struct nfb_faultpath_measurement *nfb_faultpath_measurement_of(
		const char *name)
{
	for (size_t i = 0; i < sizeof(measurements) / sizeof(measurements[0]);
			i++)
		if (strcmp(measurements[i].name, name) == 0)
			return &measurements[i];
	return NULL;
}
