/* SPDX-License-Identifier: MIT */
#include "pair.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

_Noreturn void nfb_pair_exit(enum nfb_pair_status status, const char *format,
		...)
{
	va_list values;

	fflush(stdout);
	fputs("nofault-pair: ", stderr);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
	exit(status);
}
