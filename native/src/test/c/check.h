/* SPDX-License-Identifier: MIT */
/*
 * The test runner: each case runs in a forked child, so that it may die, with
 * a time limit, and ends as declared: by returning, or by the signal that is
 * expected of it. Prints KTAP; exits 0, 1, or 77 where every case skipped.
 */
#ifndef NFB_CHECK_H
#define NFB_CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "access.h"

#define CHECK_SKIPPED 77

struct check_case {
	const char *name;     /* a sentence */
	void (*run)(const void *subject);
	const void *subject;
	const char *subject_name; /* NULL for none */
	int signal;           /* expected end, 0 for a normal one */
};

/* Ends the case as failed unless CONDITION. */
#define CHECK(condition) \
	do { \
		if (!(condition)) { \
			printf("# %s:%d: not true: %s\n", __FILE__, __LINE__, \
					#condition); \
			fflush(stdout); \
			_exit(1); \
		} \
	} while (0)

#define CHECK_EQUAL(actual, expected) \
	do { \
		long long a_ = (long long)(actual); \
		long long e_ = (long long)(expected); \
		if (a_ != e_) { \
			printf("# %s:%d: %s: actual=%lld, expected=%lld\n", \
					__FILE__, __LINE__, #actual, a_, e_); \
			fflush(stdout); \
			_exit(1); \
		} \
	} while (0)

#define SKIP(reason) \
	do { \
		printf("# SKIP %s\n", reason); \
		fflush(stdout); \
		_exit(CHECK_SKIPPED); \
	} while (0)

/* Runs the cases and returns main's exit status. */
int check_all(const struct check_case *cases, size_t count);

/* Whether valgrind runs the tests (make check-valgrind says so). */
bool check_under_valgrind(void);

#define SKIP_UNDER_VALGRIND(reason) \
	do { \
		if (check_under_valgrind()) \
			SKIP("valgrind " reason); \
	} while (0)

#ifdef __SANITIZE_ADDRESS__
#define CHECK_UNDER_ASAN 1
#else
#define CHECK_UNDER_ASAN 0
#endif

#endif
