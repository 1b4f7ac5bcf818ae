/* SPDX-License-Identifier: MIT */
/*
 * The `sum` read loop: touches every byte of a run and keeps a checksum
 * that depends on every word's place. Checksum.java computes the same from
 * the seed alone and defines it:
 *
 * A run is cut into chunks of 4096 bytes, the last padded with zeros. Word i
 * of a chunk belongs to column i mod 32. For each chunk every column becomes
 * 31 * column + the sum of its words. The result is the sum of the columns,
 * column j rotated left by 2j + 1. All of it modulo 2^64.
 *
 * So the inner loop is one load and one add a vector, which is as fast as
 * loads alone; what makes chunks and columns differ is paid once in 4096
 * bytes and once in an access.
 */
#ifndef NFB_SUM_H
#define NFB_SUM_H

#include "read_loop.h"

#define NFB_SUM_CHUNK_BYTES 4096

#endif
