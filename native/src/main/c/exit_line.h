/* SPDX-License-Identifier: MIT */
/* How the programs end where they cannot go on. */
#ifndef NFB_EXIT_LINE_H
#define NFB_EXIT_LINE_H

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* Prints one line to standard error, which begins with PROGRAM, and exits. */
__attribute__((format(printf, 3, 0)))
_Noreturn static inline void nfb_exit_line(const char *program, int status,
		const char *format, va_list values)
{
	fflush(stdout);
	fprintf(stderr, "%s: ", program);
	vfprintf(stderr, format, values);
	fputc('\n', stderr);
	exit(status);
}

#endif
