/* SPDX-License-Identifier: MIT */
#include "exit_line.h"
#include "faultpath/faultpath.h"

_Noreturn void nfb_faultpath_exit(enum nfb_faultpath_status status,
		const char *format, ...)
{
	va_list values;

	va_start(values, format);
	nfb_exit_line("nofault-faultpath", status, format, values);
}
