/* SPDX-License-Identifier: MIT */
/* Functions of libraries that are loaded at run time. */
#ifndef NFB_SYMBOL_H
#define NFB_SYMBOL_H

#include <dlfcn.h>
#include <stdbool.h>
#include <string.h>

/* Stores the address of NAME in FUNCTION, a pointer to a function pointer;
 * false where LIBRARY has no such symbol. By memcpy: C has no conversion. */
static inline bool nfb_find_symbol(void *library, const char *name,
		void *function)
{
	void *symbol = dlsym(library, name);

	if (symbol)
		memcpy(function, &symbol, sizeof(symbol));
	return symbol;
}

#endif
