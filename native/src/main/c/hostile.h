/* SPDX-License-Identifier: MIT */
/* A compositor that shows two clients, of which one attacks. */
#ifndef NFB_HOSTILE_H
#define NFB_HOSTILE_H

#include "access.h"
#include "nofault_measurements.h"

struct nfb_attack {
	const struct nfb_strategy *strategy;
	struct nfb_client *attacker, *benign; /* whose files have one size */
	uint64_t seed;                        /* of the frame that both drew */
	uint64_t hertz;
	struct nfb_pool *attacked, *other;
	uint64_t expected; /* checksum of the frame */
};

/* Whether STRATEGY can be attacked: what nothing protects would die, and a
 * client that has to seal its file cannot truncate it. */
bool nfb_can_be_attacked(const struct nfb_strategy *strategy);

/* Attaches both files; 0 or -errno, and then the caller detaches, too. */
int nfb_attack_attach(struct nfb_attack *attack);

void nfb_attack_detach(struct nfb_attack *attack);

/* Shows FRAMES frames while the attacker truncates and regrows, and adds to
 * RESULT; 0 or -errno. */
int nfb_attack_frames(struct nfb_attack *attack, uint64_t frames,
		struct nfb_hostile *result);

#endif
