/* SPDX-License-Identifier: MIT */
/*
 * What a hostile client does to the file of a buffer that it is about to commit.
 * Names are those of the properties in the lab's matrix where there is one,
 * without "survives-".
 */
#ifndef SCENE_ATTACKS_H
#define SCENE_ATTACKS_H

#include <stdbool.h>
#include <stddef.h>

struct attack {
	const char *name;
	/* A file of its kind, -1 if there is none: `small` is a folder on a
	 * tmpfs of SMALL_TMPFS_BYTES that may be filled, `other` one that is
	 * on ramfs, whose files are not tmpfs's, or NULL. */
	int (*open)(const char *small, const char *other);
	/* What is done to the file before every commit; false if it failed. */
	bool (*strike)(int fd);
	bool draws;	/* all of the buffer before each strike */
	bool regrows;	/* the file afterwards, and commits once more */
	bool races;	/* a thread truncates and regrows all the time */
	bool enlarges;	/* the pool past the end of a sealed file */
};

/* Room for half of a buffer, and not for a whole one. */
#define SMALL_TMPFS_BYTES "6000000"

/* Ends with an entry that has no name. */
extern const struct attack attacks[];

const struct attack *attack_named(const char *name);

#endif
