/* SPDX-License-Identifier: MIT */
/* The experiments, by file; properties.c says which property each tries. */
#ifndef NFB_EXPERIMENTS_H
#define NFB_EXPERIMENTS_H

#include "experiment.h"

#define NFB_EXPERIMENT(name) \
	void nfb_try_##name(const struct nfb_strategy *strategy, \
			const struct nfb_settings *settings)

/* loss.c */
NFB_EXPERIMENT(truncation);
NFB_EXPERIMENT(truncation_to_half);
NFB_EXPERIMENT(truncation_inside_page);
NFB_EXPERIMENT(unaligned_offset);
NFB_EXPERIMENT(hole_punch);
NFB_EXPERIMENT(past_sealed_end);
NFB_EXPERIMENT(reads_zeros);
NFB_EXPERIMENT(keeps_valid_pages);
NFB_EXPERIMENT(tells_loss);
NFB_EXPERIMENT(sees_regrowth);

/* hole.c */
NFB_EXPERIMENT(unbackable_hole);
NFB_EXPERIMENT(scattered_holes);

/* memory.c */
NFB_EXPERIMENT(beyond_memory);
NFB_EXPERIMENT(huge_page_file);
NFB_EXPERIMENT(full_cgroup);

/* sharing.c */
NFB_EXPERIMENT(later_writes);
NFB_EXPERIMENT(outlives_client);
NFB_EXPERIMENT(two_threads);
NFB_EXPERIMENT(nested);
NFB_EXPERIMENT(second_reader);
NFB_EXPERIMENT(writable);
NFB_EXPERIMENT(lost_write);

/* signals.c */
NFB_EXPERIMENT(foreign_faults);
NFB_EXPERIMENT(later_handler);
NFB_EXPERIMENT(failing_repair);
NFB_EXPERIMENT(real_bug);

/* attacker.c */
NFB_EXPERIMENT(attacker);

#endif
