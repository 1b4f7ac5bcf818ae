/* SPDX-License-Identifier: MIT */
/*
 * The first process of the lab's guest: a root, read only, under an overlay of
 * memory; the suite in /suite; a folder of the host for what is brought back in
 * /mnt; then the command, and off. /arguments in the initramfs has a word a line:
 * NAME=VALUE of the environment first, then the command. The kernel's own command
 * line is kept in results, and paths of the host are none.
 *
 * Static and alone in its initramfs: nothing of the host is copied.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <net/if.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mount.h>
#include <sys/reboot.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define P9 "trans=virtio,version=9p2000.L,msize=524288,cache="

static void leave(int status)
{
	printf("lab: the guest ends: status=%d\n", status);
	fflush(stdout);
	sync();
	reboot(RB_AUTOBOOT);
}

static void demand(int result, const char *what)
{
	if (result >= 0)
		return;
	printf("lab: the guest cannot be set up: step=%s, reason=%s\n", what,
			strerror(errno));
	leave(1);
	_exit(1);
}

static void put(const char *source, const char *target, const char *type,
		unsigned long flags, const char *data)
{
	mkdir(target, 0755);
	demand(mount(source, target, type, flags, data), target);
}

static void make_root(void)
{
	put("devtmpfs", "/dev", "devtmpfs", 0, NULL);
	put("root", "/root", "9p", MS_RDONLY, P9 "loose");
	put("memory", "/memory", "tmpfs", 0, "size=75%");
	mkdir("/memory/upper", 0755);
	mkdir("/memory/work", 0755);
	put("overlay", "/guest", "overlay", 0,
		"lowerdir=/root,upperdir=/memory/upper,workdir=/memory/work");
	put("proc", "/guest/proc", "proc", 0, NULL);
	put("sysfs", "/guest/sys", "sysfs", 0, NULL);
	put("cgroup", "/guest/sys/fs/cgroup", "cgroup2", 0, NULL);
	put("debugfs", "/guest/sys/kernel/debug", "debugfs", 0, NULL);
	put("devtmpfs", "/guest/dev", "devtmpfs", 0, NULL);
	/* libwayland's tests count their descriptors in it. */
	symlink("/proc/self/fd", "/guest/dev/fd");
	put("shm", "/guest/dev/shm", "tmpfs", 0, NULL);
	put("tmp", "/guest/tmp", "tmpfs", 0, NULL);
	mkdir("/guest/var", 0755);
	put("vartmp", "/guest/var/tmp", "tmpfs", 0, NULL);
	put("suite", "/guest/suite", "9p", MS_RDONLY, P9 "loose");
	put("out", "/guest/mnt", "9p", 0, P9 "none");
	demand(chroot("/guest"), "chroot");
	demand(chdir("/"), "chdir");
}

/*
 * A kernel that does not know the rate of its time stamp counter counts ticks, and
 * what is shorter than one took nothing.
 */
static void demand_clock(void)
{
	char name[32] = "";
	FILE *file = fopen("/sys/devices/system/clocksource/clocksource0/"
			"current_clocksource", "r");

	demand(file && fgets(name, sizeof(name), file) ? 0 : -1, "clocksource");
	fclose(file);
	if (!strstr(name, "jiffies"))
		return;
	printf("lab: the clock counts ticks\n");
	leave(1);
}

/* JMH speaks to its forks over the loopback. */
static void raise_loopback(void)
{
	struct ifreq request = { .ifr_name = "lo" };
	int fd = socket(AF_INET, SOCK_DGRAM, 0);

	demand(fd, "socket");
	demand(ioctl(fd, SIOCGIFFLAGS, &request), "loopback");
	request.ifr_flags |= IFF_UP | IFF_RUNNING;
	demand(ioctl(fd, SIOCSIFFLAGS, &request), "loopback");
	close(fd);
}

/* The command and its arguments, from before the root is left. */
static char **read_command(void)
{
	static char text[4096];
	static char *words[64];
	FILE *file = fopen("/arguments", "r");
	int count = 0;

	demand(file && fread(text, 1, sizeof(text) - 1, file) > 0 ? 0 : -1,
			"arguments");
	fclose(file);
	for (char *word = strtok(text, "\n"); word && count < 63;
			word = strtok(NULL, "\n")) {
		if (count == 0 && word[0] != '/' && strchr(word, '='))
			putenv(word);
		else
			words[count++] = word;
	}
	return words;
}

static void run(char **words)
{
	setenv("PATH", "/usr/sbin:/usr/bin:/sbin:/bin", 1);
	setenv("HOME", "/tmp", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	execv(words[0], words);
	demand(-1, words[0]);
}

int main(void)
{
	char **command;
	int status = -1;
	pid_t child;

	setvbuf(stdout, NULL, _IOLBF, 0);
	command = read_command();
	make_root();
	demand_clock();
	raise_loopback();
	child = fork();
	if (child == 0)
		run(command);
	demand(child, "fork");
	/* Orphans of the command are ours. */
	for (pid_t ended; (ended = wait(&status)) != child;)
		if (ended < 0 && errno != EINTR)
			break;
	leave(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
	return 1;
}
