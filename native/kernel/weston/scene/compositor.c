/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "clients.h"
#include "compositor.h"
#include "window.h"

static void run_weston(void)
{
	const char *program = getenv("SCENE_WESTON");
	const char *config = getenv("SCENE_CONFIG");
	const char *preload = getenv("SCENE_PRELOAD");
	char config_option[4096], socket_option[256], width_option[32];

	if (!program || !config)
		_exit(127);
	snprintf(config_option, sizeof(config_option), "--config=%s", config);
	snprintf(socket_option, sizeof(socket_option), "--socket=%s",
			getenv("WAYLAND_DISPLAY"));
	snprintf(width_option, sizeof(width_option), "--width=%d",
			2 * WINDOW_WIDTH);
	if (preload)
		setenv("LD_PRELOAD", preload, 1);
	/* Any client may take a screenshot with --debug. */
	execl(program, "weston", "--backend=headless-backend.so",
			"--use-pixman", "--debug",
			"--shell=scene-shell.so", "--height=1080",
			width_option, config_option, socket_option, NULL);
	_exit(127);
}

bool compositor_start(struct compositor *compositor)
{
	struct window probe;
	bool connected = false;

	*compositor = (struct compositor){ .pid = fork() };
	if (compositor->pid == 0)
		run_weston();
	while (!connected && compositor_alive(compositor)) {
		usleep(10000);
		connected = window_connect(&probe);
		window_disconnect(&probe);
	}
	return connected;
}

bool compositor_alive(struct compositor *compositor)
{
	if (!compositor->ended)
		compositor->ended = waitpid(compositor->pid,
				&compositor->status, WNOHANG) != 0;
	return !compositor->ended;
}

uint64_t compositor_cpu_ns(const struct compositor *compositor)
{
	struct timespec now = { 0 };
	clockid_t clock;

	if (clock_getcpuclockid(compositor->pid, &clock)
			|| clock_gettime(clock, &now))
		return 0;
	return (uint64_t)now.tv_sec * 1000000000 + (uint64_t)now.tv_nsec;
}

bool compositor_handles_sigbus(const struct compositor *compositor)
{
	char path[64], line[256];
	unsigned long long caught = 0;
	FILE *status;

	snprintf(path, sizeof(path), "/proc/%d/status", compositor->pid);
	status = fopen(path, "r");
	while (status && fgets(line, sizeof(line), status))
		if (sscanf(line, "SigCgt: %llx", &caught) == 1)
			break;
	if (status)
		fclose(status);
	return caught >> (SIGBUS - 1) & 1;
}

void compositor_stop(struct compositor *compositor)
{
	if (!compositor_alive(compositor))
		return;
	kill(compositor->pid, SIGTERM);
	waitpid(compositor->pid, &compositor->status, 0);
	compositor->ended = true;
}
