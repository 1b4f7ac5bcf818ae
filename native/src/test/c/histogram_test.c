/* SPDX-License-Identifier: MIT */
#include "check.h"
#include "histogram.h"

static void keeps_short_times_exactly(const void *subject)
{
	(void)subject;
	for (uint64_t ns = 0; ns < 256; ns++)
		CHECK_EQUAL(nfb_histogram_bucket(ns), ns);
}

static void never_goes_down(const void *subject)
{
	int last = 0;

	(void)subject;
	for (uint64_t ns = 1; ns < UINT64_C(1) << 40; ns += 1 + ns / 1000) {
		int bucket = nfb_histogram_bucket(ns);

		CHECK(bucket >= last);
		last = bucket;
	}
}

/* Two times in one bucket differ by less than a 128th of either. */
static void is_exact_to_one_in_128(const void *subject)
{
	(void)subject;
	for (uint64_t ns = 128; ns < UINT64_C(1) << 39; ns += ns / 7)
		CHECK(nfb_histogram_bucket(ns)
				!= nfb_histogram_bucket(ns + ns / 128 + 1));
}

static void keeps_absurd_times_in_its_last_bucket(const void *subject)
{
	(void)subject;
	CHECK_EQUAL(nfb_histogram_bucket((UINT64_C(1) << 40) - 1),
			NFB_HISTOGRAM_BUCKETS - 1);
	CHECK_EQUAL(nfb_histogram_bucket(UINT64_MAX),
			NFB_HISTOGRAM_BUCKETS - 1);
}

int main(void)
{
	static const struct check_case cases[] = {
		{ "keeps short times exactly", keeps_short_times_exactly,
			0, 0, 0 },
		{ "never goes down", never_goes_down, 0, 0, 0 },
		{ "is exact to one in 128", is_exact_to_one_in_128, 0, 0, 0 },
		{ "keeps absurd times in its last bucket",
			keeps_absurd_times_in_its_last_bucket, 0, 0, 0 },
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
