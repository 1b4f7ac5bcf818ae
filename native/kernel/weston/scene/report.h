/* SPDX-License-Identifier: MIT */
/*
 * What a scene prints: KTAP, and a line of JSON for each act.
 */
#ifndef SCENE_REPORT_H
#define SCENE_REPORT_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "clients.h"

/* What is done to the compositor; all clients run in processes of their own. */
struct act {
	const char *name;
	enum { ALONE, ATTACK, CAPTURE, LOST_WRITE, FOREIGN } kind;
	/* guard, none, nosigbus: y survived, n died, ? either. */
	const char *survived;
};

/* What it came to. FAILED is all that is neither survival nor SIGBUS. */
struct outcome {
	enum { SURVIVED, DIED, SKIPPED, FAILED } end;
	char why[128];
	/* Of the good client, and what the compositor's CPU clock counted. */
	uint64_t presented, late, cpu_ns;
};

struct counts {
	struct good_count good;
	struct hostile_count hostile;
	struct capture_count capture;
};

struct report {
	const char *protection, *unit;
	FILE *records;
	int number;
	bool failed;
	/* Per frame of the good client, before there is another one. */
	double alone_cpu_ns;
};

void report_plan(size_t count);

/* A line of KTAP that stands for no act. */
void report_check(struct report *report, bool ok, const char *name,
		const char *why);

void report_act(struct report *report, const struct act *act,
		const struct outcome *outcome, const struct counts *counts,
		bool expected);

#endif
