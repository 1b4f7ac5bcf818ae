/* SPDX-License-Identifier: MIT */
#include "experiments.h"

/* In the order of enum nfb_trait, which is that of every table. That a JVM
 * crashes of a real bug is tried by Java. */
static const struct nfb_property properties[] = {
	{ NFB_SURVIVES_TRUNCATION, nfb_try_truncation, false },
	{ NFB_SURVIVES_TRUNCATION_TO_HALF, nfb_try_truncation_to_half, false },
	{ NFB_SURVIVES_TRUNCATION_INSIDE_PAGE, nfb_try_truncation_inside_page,
		false },
	{ NFB_SURVIVES_AT_UNALIGNED_OFFSET, nfb_try_unaligned_offset, false },
	{ NFB_SURVIVES_UNBACKABLE_HOLE, nfb_try_unbackable_hole, false },
	{ NFB_SURVIVES_SCATTERED_HOLES, nfb_try_scattered_holes, false },
	{ NFB_SURVIVES_BEYOND_MEMORY, nfb_try_beyond_memory, false },
	{ NFB_SURVIVES_HUGE_PAGE_FILE, nfb_try_huge_page_file, false },
	{ NFB_CHARGES_NO_HOLES, nfb_try_full_cgroup, false },
	{ NFB_SURVIVES_PAST_SEALED_END, nfb_try_past_sealed_end, false },
	{ NFB_SURVIVES_HOLE_PUNCH, nfb_try_hole_punch, false },
	{ NFB_SURVIVES_LOST_WRITE, nfb_try_lost_write, false },
	{ NFB_SURVIVES_ATTACKER, nfb_try_attacker, false },
	{ NFB_READS_ZEROS, nfb_try_reads_zeros, false },
	{ NFB_KEEPS_VALID_PAGES, nfb_try_keeps_valid_pages, false },
	{ NFB_TELLS_LOSS, nfb_try_tells_loss, false },
	{ NFB_TELLS_SECOND_READER, nfb_try_second_reader, false },
	{ NFB_SEES_LATER_WRITES, nfb_try_later_writes, false },
	{ NFB_SEES_REGROWTH, nfb_try_sees_regrowth, false },
	{ NFB_OUTLIVES_CLIENT, nfb_try_outlives_client, false },
	{ NFB_WORKS_IN_TWO_THREADS, nfb_try_two_threads, false },
	{ NFB_NESTS_TWO_POOLS, nfb_try_nested, false },
	{ NFB_WRITABLE, nfb_try_writable, false },
	{ NFB_PASSES_FOREIGN_FAULTS, nfb_try_foreign_faults, false },
	{ NFB_RESPECTS_LATER_HANDLER, nfb_try_later_handler, false },
	{ NFB_ENDS_WHEN_REPAIR_FAILS, nfb_try_failing_repair, true },
	{ NFB_DIES_OF_REAL_BUG, nfb_try_real_bug, true },
};

const struct nfb_property *nfb_property_at(int index)
{
	int count = sizeof(properties) / sizeof(properties[0]);

	return index >= 0 && index < count ? &properties[index] : NULL;
}
