/* SPDX-License-Identifier: MIT */
/* Strategies that are not what they say, and whether nofault-verify tells. */
#include <errno.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>

#include "check.h"
#include "mapping.h"
#include "verify/experiment.h"
#include "verify/session.h"

static const struct nfb_settings patient = {
	.recoveries = 2000, .seed = 1, .limit_s = 50,
};

static const struct nfb_settings impatient = {
	.recoveries = 10, .seed = 1, .limit_s = 1,
};

extern const struct nfb_strategy nfb_copy_uring;

NFB_BATCH_OF(nfb_read_mapped)

/* Protected by nothing, and lacks nothing. */
static const struct nfb_strategy boaster = {
	.id = "boaster",
	.because = "it says so",
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = nfb_read_mapped,
	.read_batch = read_batch,
};

static int sleep_for_ever(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	(void)pool;
	(void)region;
	(void)loop;
	(void)access;
	while (pause() < 0)
		continue;
	return 0;
}

static const struct nfb_strategy sleeper = {
	.id = "sleeper",
	.because = "it never finds out",
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = sleep_for_ever,
	.read_batch = read_batch,
};

/* Reads every pool as if it were full of sevens. */
static int read_sevens(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	unsigned char *sevens = malloc(pool->size);
	struct nfb_pool other = { .base = sevens };

	memset(sevens, 7, pool->size);
	nfb_read_mapped(&other, region, loop, access);
	free(sevens);
	return 0;
}

static const struct nfb_strategy liar = {
	.id = "liar",
	.because = "it never looks",
	.lacks = { { NFB_SURVIVES_HOLE_PUNCH, "it does not look" } },
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = read_sevens,
	.read_batch = read_batch,
};

/* Needs memory for each access, and says so where there is none. */
static int read_if_memory(struct nfb_pool *pool,
		const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	void *copy = mmap(NULL, pool->size, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	if (copy == MAP_FAILED)
		return -errno;
	munmap(copy, pool->size);
	return nfb_read_mapped(pool, region, loop, access);
}

static const struct nfb_strategy quitter = {
	.id = "quitter",
	.because = "it ends the access with an error",
	.attach = nfb_map_shared,
	.detach = nfb_unmap,
	.read_once = read_if_memory,
	.read_batch = read_batch,
};

static const struct nfb_property *property(enum nfb_trait trait)
{
	const struct nfb_property *property;

	for (int i = 0; (property = nfb_property_at(i)); i++)
		if (property->trait == trait)
			return property;
	CHECK(!"no such property");
	return NULL;
}

static struct nfb_observation observe(const struct nfb_strategy *strategy,
		enum nfb_trait trait)
{
	struct nfb_observation observation;

	nfb_experiment(property(trait), strategy, &patient, &observation);
	return observation;
}

static void a_strategy_that_dies_is_a_no(const void *subject)
{
	struct nfb_observation observation = observe(&boaster,
			NFB_SURVIVES_TRUNCATION);

	(void)subject;
	CHECK_EQUAL(observation.observed, NFB_NO);
	CHECK(strcmp(observation.detail, "died of SIGBUS") == 0);
}

static void a_strategy_that_hangs_is_an_error(const void *subject)
{
	struct nfb_observation observation;

	(void)subject;
	nfb_experiment(property(NFB_SURVIVES_TRUNCATION), &sleeper, &impatient,
			&observation);
	CHECK_EQUAL(observation.observed, NFB_BROKEN);
	CHECK(strstr(observation.detail, "time limit of 1 s"));
}

static void an_access_that_fails_has_ended(const void *subject)
{
	struct nfb_observation observation;

	(void)subject;
	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer itself needs the address space");
	observation = observe(&quitter, NFB_ENDS_WHEN_REPAIR_FAILS);
	CHECK_EQUAL(observation.observed, NFB_YES);
	CHECK(strstr(observation.detail, "errno=12"));
}

static void bytes_that_nobody_drew_are_a_no(const void *subject)
{
	static const enum nfb_trait traits[] = {
		NFB_SURVIVES_TRUNCATION_TO_HALF,
		NFB_SURVIVES_AT_UNALIGNED_OFFSET, NFB_SURVIVES_HOLE_PUNCH,
		NFB_SURVIVES_ATTACKER, NFB_READS_ZEROS, NFB_KEEPS_VALID_PAGES,
		NFB_TELLS_LOSS, NFB_SEES_LATER_WRITES, NFB_SEES_REGROWTH,
		NFB_OUTLIVES_CLIENT, NFB_WORKS_IN_TWO_THREADS,
		NFB_NESTS_TWO_POOLS, NFB_WRITABLE, NFB_SURVIVES_LOST_WRITE,
	};

	(void)subject;
	for (size_t i = 0; i < sizeof(traits) / sizeof(traits[0]); i++)
		CHECK_EQUAL(observe(&liar, traits[i]).observed, NFB_NO);
}

static void what_needs_protection_is_a_no_without_it(const void *subject)
{
	(void)subject;
	for (int bit = 1; bit < NFB_ALL_PROPERTIES; bit <<= 1) {
		enum nfb_observed expected = NFB_NO, observed;

		if (!(bit & NFB_NEEDS_PROTECTION))
			continue;
		observed = observe(&boaster, (enum nfb_trait)bit).observed;
		CHECK(observed == expected || observed == NFB_SKIPPED);
	}
}

/* The attacked process dies at once, perhaps before its attacker has begun.
 * As a subreaper this one inherits what is left running. */
static void no_attacker_outlives_its_experiment(const void *subject)
{
	(void)subject;
	CHECK_EQUAL(prctl(PR_SET_CHILD_SUBREAPER, 1), 0);
	for (int i = 0; i < 20; i++)
		observe(&boaster, NFB_SURVIVES_ATTACKER);
	while (wait(NULL) > 0)
		continue;
	CHECK_EQUAL(errno, ECHILD);
}

/* The reports are the session's own lines, kept out of this test's. */
static bool as_declared(const struct nfb_strategy *strategy,
		enum nfb_trait trait, enum nfb_observed observed)
{
	struct nfb_observation observation = { observed, "planted" };

	return nfb_report(1, strategy, property(trait), &observation);
}

static void a_difference_in_either_direction_is_a_failure(const void *subject)
{
	(void)subject;
	CHECK(freopen("/dev/null", "w", stdout));
	CHECK(as_declared(&liar, NFB_READS_ZEROS, NFB_YES));
	CHECK(!as_declared(&liar, NFB_READS_ZEROS, NFB_NO));
	CHECK(!as_declared(&liar, NFB_READS_ZEROS, NFB_BROKEN));
	CHECK(as_declared(&liar, NFB_SURVIVES_HOLE_PUNCH, NFB_NO));
	CHECK(!as_declared(&liar, NFB_SURVIVES_HOLE_PUNCH, NFB_YES));
}

static bool is_another_version(void)
{
	return false;
}

/* What a library lacked when it was looked at, its next version may have. */
static void a_repaired_library_is_no_failure(const void *subject)
{
	struct nfb_strategy repaired = liar;

	(void)subject;
	CHECK(freopen("/dev/null", "w", stdout));
	repaired.is_known_version = is_another_version;
	CHECK(as_declared(&repaired, NFB_SURVIVES_HOLE_PUNCH, NFB_YES));
	CHECK(as_declared(&repaired, NFB_SURVIVES_HOLE_PUNCH, NFB_NO));
	CHECK(!as_declared(&repaired, NFB_READS_ZEROS, NFB_NO));
	CHECK(!as_declared(&repaired, NFB_SURVIVES_HOLE_PUNCH, NFB_BROKEN));
}

/* As a container does: rings can be made, and not entered. */
static void what_the_machine_refuses_is_skipped(const void *subject)
{
	struct sock_filter refuse_enter[] = {
		BPF_STMT(BPF_LD | BPF_W | BPF_ABS,
				offsetof(struct seccomp_data, nr)),
		BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_io_uring_enter, 0, 1),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
		BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
	};
	struct sock_fprog filter = { 4, refuse_enter };
	struct nfb_observation observation;
	char reason[192];

	(void)subject;
	if (nfb_copy_uring.probe(reason, sizeof(reason)))
		SKIP(reason);
	CHECK_EQUAL(prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0), 0);
	if (prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter))
		SKIP("this kernel has no seccomp filters");
	CHECK_EQUAL(nfb_copy_uring.probe(reason, sizeof(reason)), -EPERM);
	CHECK(strstr(reason, "seccomp"));
	observation = observe(&nfb_copy_uring, NFB_SURVIVES_TRUNCATION);
	CHECK_EQUAL(observation.observed, NFB_SKIPPED);
	CHECK(strstr(observation.detail, "errno=1"));
}

#define CASE(function, sentence) { sentence, function, NULL, NULL, 0 }

int main(void)
{
	static const struct check_case cases[] = {
		CASE(a_strategy_that_dies_is_a_no,
				"a strategy that dies is a no"),
		CASE(a_strategy_that_hangs_is_an_error,
				"a strategy that hangs is an error"),
		CASE(an_access_that_fails_has_ended,
				"an access that fails has ended"),
		CASE(bytes_that_nobody_drew_are_a_no,
				"bytes that nobody drew are a no"),
		CASE(what_needs_protection_is_a_no_without_it,
				"what needs protection is a no without it"),
		CASE(no_attacker_outlives_its_experiment,
				"no attacker outlives its experiment"),
		CASE(a_difference_in_either_direction_is_a_failure,
				"a difference from the declaration is a "
				"failure in either direction"),
		CASE(a_repaired_library_is_no_failure,
				"a repaired library is no failure"),
		CASE(what_the_machine_refuses_is_skipped,
				"what the machine refuses is skipped"),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
