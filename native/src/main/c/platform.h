/* SPDX-License-Identifier: MIT */
/*
 * What the suite needs of a machine, refused in one line where it lacks: words
 * of 64 bits, which the structures of the Java binding are made of; read loops
 * and landing pads of that architecture; and a C library whose dlopen gives a
 * library initial-exec thread-local storage, which musl does not.
 */
#ifndef NFB_PLATFORM_H
#define NFB_PLATFORM_H

#if !defined(__linux__)
#error needs Linux
#elif !defined(__x86_64__) && !defined(__aarch64__)
#error unsupported architecture: use x86-64 or aarch64
#elif !defined(__LP64__)
#error unsupported ABI: pointers and long must have 64 bits
#else
#include <features.h>
#ifndef __GLIBC__
#error unsupported C library: use glibc (musl has no initial-exec TLS in dlopen)
#endif
#endif

#endif
