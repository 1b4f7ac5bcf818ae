/* SPDX-License-Identifier: MIT */
/* What a program prints and how it ends, in a process of its own. */
#ifndef NFB_PROCESS_H
#define NFB_PROCESS_H

#include <stddef.h>

#define PROCESS_TEXT ((size_t)1 << 16)

/* Of the process that measures, which may end by itself. */
struct ended {
	int status;
	char out[PROCESS_TEXT], err[4096];
};

/* Runs MEASURE, which ends by exit; valid until the next run. */
const struct ended *process_run(void (*measure)(const void *options),
		const void *options);

/* How often WORD stands in TEXT. */
int process_count(const char *text, const char *word);

#endif
