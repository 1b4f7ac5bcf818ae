/* SPDX-License-Identifier: MIT */
/*
 * nofault-scene COMBINATION UNIT FRAMES RECORDS: a compositor, a client that
 * behaves, and beside it one that attacks, attack after attack. Prints KTAP, and
 * adds a line of JSON for each attack to the file RECORDS.
 *
 * COMBINATION is what protects the compositor, and so says what is to be
 * survived: guard, none or nosigbus. UNIT says what the CPU clock counts:
 * instructions, ns, or nothing that is worth a figure (none).
 *
 * $SCENE_CLIENT, if it is set, is one more client, run for some seconds.
 */
#define _GNU_SOURCE
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clients.h"
#include "compositor.h"
#include "report.h"

#ifndef MADV_NOSIGBUS
#define MADV_NOSIGBUS 26	/* of native/kernel/patches/next */
#endif
#define POLL_US 2000
#define LIMIT_S 300
#define FOREIGN_S "20"
#define SHOTS 5

enum protection { GUARD, NONE, NOSIGBUS };

static const char *const protections[] = { "guard", "none", "nosigbus" };

static const struct act acts[] = {
	{ "alone", ALONE, "yyy" },
	{ "none", ATTACK, "yyy" },
	{ "hole-punch", ATTACK, "yyy" },
	{ "truncation", ATTACK, "yny" },
	{ "truncation-to-half", ATTACK, "yny" },
	{ "truncation-inside-page", ATTACK, "yny" },
	{ "truncation-and-regrowth", ATTACK, "yny" },
	{ "unbackable-hole", ATTACK, "yny" },
	{ "scattered-holes", ATTACK, "yny" },
	{ "attacker", ATTACK, "y?y" },
	{ "past-sealed-end", ATTACK, "nny" },
	{ "other-filesystem", ATTACK, "yny" },
	{ "capture", CAPTURE, "yyy" },
	{ "lost-write", LOST_WRITE, "yny" },
	{ "foreign-client", FOREIGN, "y?y" },
};

struct scene {
	enum protection protection;
	uint64_t frames;	/* of the attacking client, in an act */
	struct report report;
	struct compositor compositor;
	pid_t good;
	struct counts *counts;	/* shared with the clients */
	/* Folders for files of the hostile client; "" where nothing could be
	 * mounted. */
	char small[64], other[64];
};

static bool presents(struct scene *scene, uint64_t frames)
{
	uint64_t goal = scene->counts->good.presented + frames;

	for (int i = 0; i < LIMIT_S * 1000000LL / POLL_US; i++) {
		if (scene->counts->good.presented >= goal)
			return true;
		if (!compositor_alive(&scene->compositor))
			return false;
		usleep(POLL_US);
	}
	return false;
}

/* The compositor and the client that behaves, unless they are there. */
static bool set_up(struct scene *scene)
{
	if (scene->good && compositor_alive(&scene->compositor))
		return true;
	if (scene->good)
		waitpid(scene->good, NULL, 0);
	if (!compositor_start(&scene->compositor))
		return false;
	memset(scene->counts, 0, sizeof(*scene->counts));
	scene->good = fork();
	if (scene->good == 0)
		_exit(good_client(&scene->counts->good));
	return presents(scene, 10);
}

/* timeout(1) also ends what the command has started. */
static void run_foreign(void)
{
	execlp("timeout", "timeout", FOREIGN_S, "sh", "-c",
			getenv("SCENE_CLIENT"), NULL);
	_exit(127);
}

static pid_t start_client(struct scene *scene, const struct act *act)
{
	struct hostile_order order = {
		.attack = attack_named(act->name),
		.frames = scene->frames,
		.small = scene->small[0] ? scene->small : NULL,
		.other = scene->other[0] ? scene->other : NULL,
	};
	const _Atomic uint64_t *presented = &scene->counts->good.presented;
	uint64_t goal = *presented + scene->frames;
	pid_t client = fork();

	if (client != 0)
		return client;
	switch (act->kind) {
	case ALONE:
		while (*presented < goal)
			usleep(POLL_US);
		_exit(0);
	case ATTACK:
		_exit(hostile_client(&order, &scene->counts->hostile));
	case CAPTURE:
	case LOST_WRITE:
		_exit(capture_client(SHOTS, act->kind == LOST_WRITE,
				&scene->counts->capture));
	case FOREIGN:
		run_foreign();
	}
	_exit(1);
}

/* Until the client has ended or the compositor has; its status, or -1. */
static int wait_for_client(struct scene *scene, pid_t client)
{
	int status = -1;

	for (int i = 0; i < LIMIT_S * 1000000LL / POLL_US; i++) {
		if (waitpid(client, &status, WNOHANG) != 0)
			return status;
		if (!compositor_alive(&scene->compositor))
			break;
		usleep(POLL_US);
	}
	kill(client, SIGKILL);
	waitpid(client, &status, 0);
	return -1;
}

/* A client may learn that the compositor is gone before its parent does. */
static bool dies_soon(struct compositor *compositor)
{
	for (int i = 0; i < 1000000 / POLL_US; i++) {
		if (!compositor_alive(compositor))
			return true;
		usleep(POLL_US);
	}
	return false;
}

static void describe_death(const struct compositor *compositor,
		struct outcome *outcome)
{
	outcome->end = FAILED;
	if (!WIFSIGNALED(compositor->status)) {
		snprintf(outcome->why, sizeof(outcome->why),
				"the compositor ended: status=%d",
				WEXITSTATUS(compositor->status));
		return;
	}
	if (WTERMSIG(compositor->status) == SIGBUS)
		outcome->end = DIED;
	snprintf(outcome->why, sizeof(outcome->why),
			"the compositor died of SIG%s",
			sigabbrev_np(WTERMSIG(compositor->status)));
}

static void run_act(struct scene *scene, const struct act *act,
		struct outcome *outcome)
{
	struct counts *counts = scene->counts;
	uint64_t cpu_ns, presented, late;
	int status;

	memset(&counts->hostile, 0, sizeof(counts->hostile));
	memset(&counts->capture, 0, sizeof(counts->capture));
	presented = counts->good.presented;
	late = counts->good.late;
	cpu_ns = compositor_cpu_ns(&scene->compositor);
	status = wait_for_client(scene, start_client(scene, act));
	outcome->cpu_ns = compositor_cpu_ns(&scene->compositor) - cpu_ns;
	outcome->presented = counts->good.presented - presented;
	outcome->late = counts->good.late - late;

	if (!compositor_alive(&scene->compositor)
			|| (status != 0 && dies_soon(&scene->compositor))) {
		describe_death(&scene->compositor, outcome);
	} else if (WIFEXITED(status)
			&& WEXITSTATUS(status) == CLIENT_CANNOT_ATTACK) {
		outcome->end = SKIPPED;
		strcpy(outcome->why, "no file of this kind can be had here");
	} else if (act->kind != FOREIGN && status != 0) {
		outcome->end = FAILED;
		snprintf(outcome->why, sizeof(outcome->why),
				"the client failed: status=%d", status);
	} else if (!presents(scene, 5)) {
		outcome->end = FAILED;
		strcpy(outcome->why, "nothing is presented any more");
	} else {
		outcome->end = SURVIVED;
		strcpy(outcome->why, "the good client is still presented");
	}
}

/* Before any file outside of tmpfs, and before writing, which need a handler. */
static void check_handler(struct scene *scene)
{
	bool handles = compositor_handles_sigbus(&scene->compositor);

	report_check(&scene->report, handles == (scene->protection == GUARD),
			"sigbus-handler", handles ? "installed"
				: "none installed");
}

static void play(struct scene *scene, const struct act *act)
{
	struct outcome outcome = { 0 };
	char survived = act->survived[scene->protection];
	bool expected;

	if (!set_up(scene)) {
		report_check(&scene->report, false, act->name,
				"there is no compositor");
		exit(1);
	}
	if (strcmp(act->name, "other-filesystem") == 0)
		check_handler(scene);
	run_act(scene, act, &outcome);
	expected = outcome.end == SKIPPED
		|| (outcome.end == SURVIVED && survived != 'n')
		|| (outcome.end == DIED && survived != 'y');
	/* What is written where nothing is lost has to arrive. */
	expected &= scene->counts->capture.wrong == 0;
	report_act(&scene->report, act, &outcome, scene->counts, expected);
}

static void mount_folder(char *folder, size_t size, const char *type,
		const char *options)
{
	snprintf(folder, size, "%s/%s", getenv("XDG_RUNTIME_DIR"), type);
	mkdir(folder, 0700);
	if (mount(type, folder, type, 0, options))
		folder[0] = '\0';
}

static void unmount_folder(const char *folder)
{
	if (folder[0])
		umount(folder);
}

static int refuse(const char *given, const char *wanted)
{
	fprintf(stderr, "nofault-scene: given=%s; it takes %s\n", given,
			wanted);
	return 2;
}

int main(int argc, char **argv)
{
	struct scene scene = { .protection = GUARD };
	size_t count = sizeof(acts) / sizeof(*acts);

	if (argc != 5 || !getenv("XDG_RUNTIME_DIR"))
		return refuse("arguments", "COMBINATION UNIT FRAMES RECORDS,"
				" and XDG_RUNTIME_DIR");
	while (strcmp(argv[1], protections[scene.protection]))
		if (++scene.protection > NOSIGBUS)
			return refuse(argv[1], "guard, none or nosigbus");
	scene.frames = strtoull(argv[3], NULL, 10);
	scene.report = (struct report){ .protection = argv[1],
		.unit = argv[2], .records = fopen(argv[4], "ae") };
	scene.counts = mmap(NULL, sizeof(*scene.counts),
			PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1,
			0);
	if (!scene.report.records || scene.counts == MAP_FAILED)
		return refuse(argv[4], "a file that can be written");
	if (scene.protection == NOSIGBUS && madvise(NULL, 0, MADV_NOSIGBUS)) {
		puts("KTAP version 1\n1..0 # SKIP no MADV_NOSIGBUS in this kernel");
		return 0;
	}
	setenv("WAYLAND_DISPLAY", "scene", 1);
	mount_folder(scene.small, sizeof(scene.small), "tmpfs",
			"size=" SMALL_TMPFS_BYTES);
	mount_folder(scene.other, sizeof(scene.other), "ramfs", NULL);
	if (!getenv("SCENE_CLIENT"))
		count--;
	report_plan(count + 1);
	for (size_t i = 0; i < count; i++)
		play(&scene, &acts[i]);
	compositor_stop(&scene.compositor);
	waitpid(scene.good, NULL, 0);
	unmount_folder(scene.small);
	unmount_folder(scene.other);
	return scene.report.failed;
}
