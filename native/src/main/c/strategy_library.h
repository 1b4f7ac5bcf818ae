/* SPDX-License-Identifier: MIT */
/* Rows of the registry from outside (nofault_strategy.h). */
#ifndef NFB_STRATEGY_LIBRARY_H
#define NFB_STRATEGY_LIBRARY_H

#include "access.h"

/* Row INDEX of those that nfb_load_strategies has added, or NULL. */
const struct nfb_strategy *nfb_loaded_strategy_at(int index);

/* Puts ? for what is not printable ASCII: a text from outside must not move the
 * cursor of a terminal. */
void nfb_make_printable(char *text);

/*
 * Loads the FILE of each `--strategy-library FILE` or `--strategy-library=FILE`
 * among the arguments of PROGRAM and takes both out of ARGV; returns how many
 * are left. Comes before the arguments are parsed, since others may name its
 * strategies. Where one cannot be loaded it says why on stderr, in one line,
 * and exits with 2.
 */
int nfb_take_strategy_libraries(const char *program, int argc, char **argv);

#endif
