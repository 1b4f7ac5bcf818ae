/* SPDX-License-Identifier: MIT */
/*
 * The compositor, a child process: weston, headless, with the pixman renderer.
 */
#ifndef SCENE_COMPOSITOR_H
#define SCENE_COMPOSITOR_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

struct compositor {
	pid_t pid;
	/* As wait(2) gives it; what of the compositor is left once it ended. */
	int status;
	bool ended;
};

/* Returns when clients can connect to $WAYLAND_DISPLAY; false if it ended
 * instead. $SCENE_WESTON is the program, $SCENE_CONFIG its weston.ini, and
 * $SCENE_PRELOAD a library to be loaded into it, if there is one. What it says
 * goes to standard error. */
bool compositor_start(struct compositor *compositor);

/* Whether it is running, without waiting for it. */
bool compositor_alive(struct compositor *compositor);

/* CPU time of all of its threads. With the clock of counted instructions a
 * nanosecond is one instruction, in user space or in the kernel. */
uint64_t compositor_cpu_ns(const struct compositor *compositor);

/* Whether it has a handler for SIGBUS. */
bool compositor_handles_sigbus(const struct compositor *compositor);

/* Ends it, by its own id. */
void compositor_stop(struct compositor *compositor);

#endif
