/* SPDX-License-Identifier: MIT */
/* What the read loops take by themselves, in every instruction set. */
#ifndef NFB_COUNT_LOOPS_H
#define NFB_COUNT_LOOPS_H

#include "cases.h"

/* Prints a line a loop and returns the program's status. */
int nfb_count_loops(const struct nfb_count_setting *setting);

#endif
