/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <string.h>
#include <sys/utsname.h>

#include "report.h"

static const char *const ends[] = { "survived", "died", "skipped", "failed" };

void report_plan(size_t count)
{
	printf("KTAP version 1\n1..%zu\n", count);
}

void report_check(struct report *report, bool ok, const char *name,
		const char *why)
{
	printf("%sok %d %s %s: %s\n", ok ? "" : "not ", ++report->number,
			report->protection, name, why);
	fflush(stdout);
	report->failed |= !ok;
}

static void print_survival(struct report *report, const struct act *act,
		const struct outcome *outcome, const struct counts *counts,
		bool expected)
{
	char text[128], others[64] = "";

	if (act->kind == ATTACK)
		snprintf(others, sizeof(others),
				", %lu of %lu hostile frames disconnected",
				counts->hostile.disconnects,
				counts->hostile.frames);
	else if (act->kind == CAPTURE || act->kind == LOST_WRITE)
		snprintf(others, sizeof(others),
				", %lu shots, %lu wrong, %lu disconnected",
				counts->capture.shots, counts->capture.wrong,
				counts->capture.disconnects);
	snprintf(text, sizeof(text), "survived, %lu presented, %lu late%s",
			outcome->presented, outcome->late, others);
	report_check(report, expected, act->name, text);
}

static double cpu_ns_per_frame(const struct report *report,
		const struct outcome *outcome)
{
	return outcome->end == SURVIVED && outcome->presented > 0
		&& strcmp(report->unit, "none") != 0
		? (double)outcome->cpu_ns / (double)outcome->presented : 0;
}

static void write_figure(FILE *records, const char *name, double value)
{
	if (value > 0)
		fprintf(records, ",\"%s\":%.0f", name, value);
	else
		fprintf(records, ",\"%s\":null", name);
}

/* No text in it has anything to escape. */
static void write_record(const struct report *report, const struct act *act,
		const struct outcome *outcome, const struct counts *counts,
		bool expected)
{
	double cost = cpu_ns_per_frame(report, outcome);
	bool attacks = act->kind == ATTACK;
	uint64_t frames = attacks ? counts->hostile.frames
		: counts->capture.shots;
	struct utsname kernel;

	uname(&kernel);
	fprintf(report->records, "{\"kernel\":\"%s\",\"protection\":\"%s\","
			"\"attack\":\"%s\",\"unit\":\"%s\","
			"\"outcome\":\"%s\",\"why\":\"%s\","
			"\"expected\":%s,\"hostileFrames\":%lu,"
			"\"disconnects\":%lu,\"presented\":%lu,\"late\":%lu",
			kernel.release, report->protection, act->name,
			report->unit, ends[outcome->end], outcome->why,
			expected ? "true" : "false", frames,
			attacks ? counts->hostile.disconnects
				: counts->capture.disconnects,
			outcome->presented, outcome->late);
	write_figure(report->records, "perFrame", cost);
	/* What is left when the good client's frames are paid for. */
	write_figure(report->records, "perHostileFrame",
			cost > 0 && frames > 0
			? ((double)outcome->cpu_ns - report->alone_cpu_ns
				* (double)outcome->presented) / (double)frames
			: 0);
	fputs("}\n", report->records);
	fflush(report->records);
}

void report_act(struct report *report, const struct act *act,
		const struct outcome *outcome, const struct counts *counts,
		bool expected)
{
	if (act->kind == ALONE)
		report->alone_cpu_ns = cpu_ns_per_frame(report, outcome);
	write_record(report, act, outcome, counts, expected);
	if (outcome->end == SKIPPED)
		printf("ok %d %s %s # SKIP %s\n", ++report->number,
				report->protection, act->name, outcome->why);
	else if (outcome->end == SURVIVED)
		print_survival(report, act, outcome, counts, expected);
	else
		report_check(report, expected, act->name, outcome->why);
}
