/* SPDX-License-Identifier: MIT */
/* Every measurement, by its name. */
#include "measurement.h"

#include <errno.h>
#include <string.h>

#include "nofault.h"

/* One row a measurement; its file defines it. */
#define NFB_MEASUREMENTS(row) \
	row(nfb_read_loop_probe) \
	row(nfb_placement_probe) \
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

#define DECLARE(name) extern const struct nfb_measurement name;
#define LIST(name) &name,

NFB_MEASUREMENTS(DECLARE)

static const struct nfb_measurement *const rows[] = { NFB_MEASUREMENTS(LIST) };

static const struct nfb_measurement *find(const char *name)
{
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		if (strcmp(rows[i]->name, name) == 0)
			return rows[i];
	return NULL;
}

int nfb_measure(const char *name, const void *setting, uint64_t setting_bytes,
		void *result, uint64_t result_bytes)
{
	const struct nfb_measurement *measurement = find(name);

	if (!measurement)
		return -ENOENT;
	if (setting_bytes != measurement->setting_bytes
			|| result_bytes != measurement->result_bytes)
		return -EINVAL;
	return measurement->run(setting, result);
}
