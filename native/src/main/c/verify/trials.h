/* SPDX-License-Identifier: MIT */
/* The experiments, by file; properties.c says which property each tries. */
#ifndef NFB_TRIALS_H
#define NFB_TRIALS_H

#include "experiment.h"

#define NFB_TRIAL(name) \
	void nfb_try_##name(const struct nfb_strategy *strategy, \
			const struct nfb_settings *settings)

/* loss.c */
NFB_TRIAL(truncation);
NFB_TRIAL(truncation_to_half);
NFB_TRIAL(truncation_inside_page);
NFB_TRIAL(unaligned_offset);
NFB_TRIAL(hole_punch);
NFB_TRIAL(past_sealed_end);
NFB_TRIAL(reads_zeros);
NFB_TRIAL(keeps_valid_pages);
NFB_TRIAL(tells_loss);
NFB_TRIAL(sees_regrowth);

/* hole.c */
NFB_TRIAL(unbackable_hole);

/* sharing.c */
NFB_TRIAL(later_writes);
NFB_TRIAL(outlives_client);
NFB_TRIAL(two_threads);
NFB_TRIAL(nested);
NFB_TRIAL(second_reader);
NFB_TRIAL(writable);
NFB_TRIAL(lost_write);

/* signals.c */
NFB_TRIAL(foreign_faults);
NFB_TRIAL(later_handler);
NFB_TRIAL(failing_repair);
NFB_TRIAL(real_bug);

/* attacker.c */
NFB_TRIAL(attacker);

#endif
