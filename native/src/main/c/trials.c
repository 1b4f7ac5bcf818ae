/* SPDX-License-Identifier: MIT */
/* Every trial, by its name. */
#include "trial.h"

#include <errno.h>
#include <string.h>

#include "nofault.h"

/* One row a trial; its file defines it. */
#define NFB_TRIALS(row) \
	row(nfb_kernel_probe) \
	row(nfb_read_timed) \
	row(nfb_clock_cost) \
	row(nfb_non_user_cost) \
	row(nfb_counted_read) \
	row(nfb_read_fresh) \
	row(nfb_frame_cycle) \
	row(nfb_hostile_client) \
	row(nfb_pool_lifecycle) \
	row(nfb_readers) \
	row(nfb_recovery)

#define DECLARE(name) extern const struct nfb_trial name;
#define LIST(name) &name,

NFB_TRIALS(DECLARE)

static const struct nfb_trial *const rows[] = { NFB_TRIALS(LIST) };

static const struct nfb_trial *find(const char *name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i]->name, name) == 0)
			return rows[i];
	return NULL;
}

int nfb_trial(const char *name, const void *setting, uint64_t setting_bytes,
		void *result, uint64_t result_bytes)
{
	const struct nfb_trial *trial = find(name);

	if (!trial)
		return -ENOENT;
	if (setting_bytes != trial->setting_bytes
			|| result_bytes != trial->result_bytes)
		return -EINVAL;
	return trial->run(setting, result);
}
