/* SPDX-License-Identifier: MIT */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "faultpath/faultpath.h"

_Noreturn void nfb_faultpath_exit(enum nfb_faultpath_status status,
		const char *format, ...)
{
	va_list values;

	fflush(stdout);
	fputs("nofault-faultpath: ", stderr);
	va_start(values, format);
	vfprintf(stderr, format, values);
	va_end(values);
	fputc('\n', stderr);
	exit(status);
}
