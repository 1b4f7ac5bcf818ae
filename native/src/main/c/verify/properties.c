/* SPDX-License-Identifier: MIT */
#include "experiments.h"

/* In the order of enum nfb_trait, which is that of every table. That a JVM
 * crashes of a real bug is tried by Java. */
static const struct nfb_property properties[] = {
	{ NFB_SURVIVES_TRUNCATION, "survives-truncation",
		nfb_try_truncation, false },
	{ NFB_SURVIVES_TRUNCATION_TO_HALF, "survives-truncation-to-half",
		nfb_try_truncation_to_half, false },
	{ NFB_SURVIVES_TRUNCATION_INSIDE_PAGE,
		"survives-truncation-inside-page",
		nfb_try_truncation_inside_page, false },
	{ NFB_SURVIVES_AT_UNALIGNED_OFFSET, "survives-at-unaligned-offset",
		nfb_try_unaligned_offset, false },
	{ NFB_SURVIVES_UNBACKABLE_HOLE, "survives-unbackable-hole",
		nfb_try_unbackable_hole, false },
	{ NFB_SURVIVES_PAST_SEALED_END, "survives-past-sealed-end",
		nfb_try_past_sealed_end, false },
	{ NFB_SURVIVES_HOLE_PUNCH, "survives-hole-punch",
		nfb_try_hole_punch, false },
	{ NFB_SURVIVES_LOST_WRITE, "survives-lost-write",
		nfb_try_lost_write, false },
	{ NFB_SURVIVES_ATTACKER, "survives-attacker",
		nfb_try_attacker, false },
	{ NFB_READS_ZEROS, "reads-zeros", nfb_try_reads_zeros, false },
	{ NFB_KEEPS_VALID_PAGES, "keeps-valid-pages",
		nfb_try_keeps_valid_pages, false },
	{ NFB_TELLS_LOSS, "tells-loss", nfb_try_tells_loss, false },
	{ NFB_TELLS_SECOND_READER, "tells-second-reader",
		nfb_try_second_reader, false },
	{ NFB_SEES_LATER_WRITES, "sees-later-writes",
		nfb_try_later_writes, false },
	{ NFB_SEES_REGROWTH, "sees-regrowth", nfb_try_sees_regrowth, false },
	{ NFB_OUTLIVES_CLIENT, "outlives-client",
		nfb_try_outlives_client, false },
	{ NFB_WORKS_IN_TWO_THREADS, "works-in-two-threads",
		nfb_try_two_threads, false },
	{ NFB_NESTS_TWO_POOLS, "nests-two-pools", nfb_try_nested, false },
	{ NFB_WRITABLE, "writable", nfb_try_writable, false },
	{ NFB_PASSES_FOREIGN_FAULTS, "passes-foreign-faults",
		nfb_try_foreign_faults, false },
	{ NFB_RESPECTS_LATER_HANDLER, "respects-later-handler",
		nfb_try_later_handler, false },
	{ NFB_ENDS_WHEN_REPAIR_FAILS, "ends-when-repair-fails",
		nfb_try_failing_repair, true },
	{ NFB_DIES_OF_REAL_BUG, "dies-of-real-bug", nfb_try_real_bug, true },
};

const struct nfb_property *nfb_property_at(int index)
{
	int count = sizeof(properties) / sizeof(properties[0]);

	return index >= 0 && index < count ? &properties[index] : NULL;
}
