/* SPDX-License-Identifier: MIT */
#include "process.h"

#include <string.h>
#include <sys/wait.h>

#include "check.h"

static void read_all(int fd, char *text, size_t room)
{
	ssize_t got;
	size_t length = 0;

	while (length + 1 < room
			&& (got = read(fd, text + length, room - length - 1))
					> 0)
		length += (size_t)got;
	text[length] = '\0';
	close(fd);
}

const struct ended *process_run(void (*measure)(const void *options),
		const void *options)
{
	static struct ended ended;
	int out[2], err[2];
	pid_t child;

	fflush(stdout);
	CHECK(pipe(out) == 0 && pipe(err) == 0);
	CHECK((child = fork()) >= 0);
	if (child == 0) {
		dup2(out[1], STDOUT_FILENO);
		dup2(err[1], STDERR_FILENO);
		close(out[0]);
		close(err[0]);
		close(out[1]);
		close(err[1]);
		measure(options);
		exit(0);
	}
	close(out[1]);
	close(err[1]);
	read_all(out[0], ended.out, sizeof(ended.out));
	read_all(err[0], ended.err, sizeof(ended.err));
	CHECK(waitpid(child, &ended.status, 0) == child);
	return &ended;
}

int process_count(const char *text, const char *word)
{
	int found = 0;

	while ((text = strstr(text, word))) {
		found++;
		text++;
	}
	return found;
}
