/* SPDX-License-Identifier: MIT */
#include "pair.h"

#include <errno.h>
#include <string.h>

#include "exit_line.h"

_Noreturn void nfb_pair_exit(enum nfb_pair_status status, const char *format,
		...)
{
	va_list values;

	va_start(values, format);
	nfb_exit_line("nofault-pair", status, format, values);
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
