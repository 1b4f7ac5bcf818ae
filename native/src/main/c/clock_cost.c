/* SPDX-License-Identifier: MIT */
/* What the clock costs that times single accesses, and how finely it reads. */
#include "clock.h"
#include "nofault.h"
#include "measurement.h"

/*
 * The greatest common divisor. clock_getres(2) says 1 ns of every such clock;
 * what a hypervisor's clock really steps by shows in the differences.
 */
static uint64_t common_step(uint64_t a, uint64_t b)
{
	while (b) {
		uint64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a;
}

static int read_clock(const void *setting, void *result)
{
	const struct nfb_clock_setting *options = setting;
	struct nfb_clock *clock = result;
	uint64_t start_ns = nfb_now_ns();
	uint64_t before_ns = start_ns;

	for (uint64_t i = 0; i < options->readings; i++) {
		uint64_t now_ns = nfb_now_ns();

		clock->resolution_ns = common_step(now_ns - before_ns,
				clock->resolution_ns);
		before_ns = now_ns;
	}
	clock->total_ns += before_ns - start_ns;
	return 0;
}

const struct nfb_measurement nfb_clock_cost = {
	.name = "clock",
	.setting_bytes = sizeof(struct nfb_clock_setting),
	.result_bytes = sizeof(struct nfb_clock),
	.run = read_clock,
};
