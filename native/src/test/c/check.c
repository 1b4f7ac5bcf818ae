/* SPDX-License-Identifier: MIT */
#include "check.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>

#define TIME_LIMIT_S 60

bool check_under_valgrind(void)
{
	const char *tool = getenv("CHECK_TOOL");

	return tool && strcmp(tool, "valgrind") == 0;
}

/* valgrind delivers no signal to where the stack has never been, and below a
 * tile of 64 KiB (tiles.h) it has not. */
__attribute__((noinline))
static void grow_stack(void)
{
	char room[256 * 1024];

	memset(room, 0, sizeof(room));
	__asm__ volatile("" : : "r"(room) : "memory");
}

static int wait_for(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			abort();
	return status;
}

static int run_in_child(const struct check_case *test)
{
	struct rlimit no_core = { 0, 0 };
	pid_t child;

	fflush(stdout);
	child = fork();
	if (child < 0)
		abort();
	if (child > 0)
		return wait_for(child);
	setrlimit(RLIMIT_CORE, &no_core);
	grow_stack();
	alarm(TIME_LIMIT_S);
	test->run(test->subject);
	fflush(stdout);
	_exit(0);
}

static const char *verdict(const struct check_case *test, int status)
{
	if (WIFEXITED(status) && WEXITSTATUS(status) == CHECK_SKIPPED)
		return "skip";
	if (test->signal)
		return WIFSIGNALED(status) && WTERMSIG(status) == test->signal
			? "ok" : "not ok";
	return WIFEXITED(status) && WEXITSTATUS(status) == 0
		? "ok" : "not ok";
}

static void explain(const struct check_case *test, int status)
{
	if (WIFSIGNALED(status))
		printf("# ended by signal: actual=%d, expected=%d%s\n",
				WTERMSIG(status), test->signal,
				WTERMSIG(status) == SIGALRM
					? ", time limit reached" : "");
	else if (test->signal)
		printf("# ended with a status: actual=%d, expected signal=%d\n",
				WEXITSTATUS(status), test->signal);
}

int check_all(const struct check_case *cases, size_t count)
{
	size_t failed = 0, skipped = 0;

	printf("KTAP version 1\n1..%zu\n", count);
	for (size_t i = 0; i < count; i++) {
		const struct check_case *test = &cases[i];
		int status = run_in_child(test);
		const char *end = verdict(test, status);
		bool skip = strcmp(end, "skip") == 0;

		if (strcmp(end, "not ok") == 0) {
			explain(test, status);
			failed++;
		}
		skipped += skip;
		printf("%s %zu %s%s%s%s\n", skip ? "ok" : end, i + 1,
				test->name, test->subject_name ? ": " : "",
				test->subject_name ? test->subject_name : "",
				skip ? " # SKIP" : "");
	}
	if (failed)
		return 1;
	return skipped == count ? CHECK_SKIPPED : 0;
}
