/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "alone/alone.h"

_Noreturn void nfb_alone_end(enum nfb_alone_status status,
		const char *format, ...)
{
	va_list values;

	fflush(stdout);
	fputs("nofault-alone: ", stderr);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
	exit(status);
}
