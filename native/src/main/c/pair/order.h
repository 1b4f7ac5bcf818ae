/* SPDX-License-Identifier: MIT */
/* Chance that a seed repeats: SplitMix64 (Steele, Lea, Flood 2014). */
#ifndef NFB_ORDER_H
#define NFB_ORDER_H

#include <stdint.h>

struct nfb_order {
	uint64_t state;
};

static inline uint64_t nfb_order_next(struct nfb_order *order)
{
	uint64_t mixed = order->state += UINT64_C(0x9E3779B97F4A7C15);

	mixed = (mixed ^ mixed >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
	mixed = (mixed ^ mixed >> 27) * UINT64_C(0x94D049BB133111EB);
	return mixed ^ mixed >> 31;
}

/* 0 or 1. */
static inline int nfb_order_side(struct nfb_order *order)
{
	return (int)(nfb_order_next(order) >> 63);
}

#endif
