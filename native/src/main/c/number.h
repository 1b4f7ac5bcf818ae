/* SPDX-License-Identifier: MIT */
/* Numbers of command lines. */
#ifndef NFB_NUMBER_H
#define NFB_NUMBER_H

#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

/* Reads the decimal number that *TEXT begins with, and moves *TEXT behind it;
 * false where there is none or it has more than 64 bits. */
static inline bool nfb_take_number(const char **text, uint64_t *number)
{
	char *end;

	if (**text < '0' || **text > '9')
		return false;
	errno = 0;
	*number = strtoull(*text, &end, 10);
	*text = end;
	return errno == 0;
}

/* The same of a TEXT that is nothing else, of at most MOST. */
static inline bool nfb_parse_number(const char *text, uint64_t most,
		uint64_t *number)
{
	return nfb_take_number(&text, number) && !*text && *number <= most;
}

#endif
