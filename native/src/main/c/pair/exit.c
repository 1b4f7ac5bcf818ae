/* SPDX-License-Identifier: MIT */
#include "pair.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

/* What a machine, or its limits, refuse only then. */
static bool is_refusal(int error)
{
	return error == -ENOSYS || error == -EPERM || error == -EACCES
		|| error == -ENOMEM || error == -EAGAIN;
}

_Noreturn void nfb_pair_exit_of(const struct nfb_strategy *strategy,
		const char *what, int error)
{
	if (is_refusal(error))
		nfb_pair_exit(NFB_PAIR_UNUSABLE, "cannot run here: strategy=%s, "
				"reason=%s was refused: %s", strategy->id, what,
				strerror(-error));
	nfb_pair_exit(error == -EOPNOTSUPP ? NFB_PAIR_UNUSABLE
			: NFB_PAIR_FAILED, "%s failed: strategy=%s, error=%s",
			what, strategy->id, strerror(-error));
}
