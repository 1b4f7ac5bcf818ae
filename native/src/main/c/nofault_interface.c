/* SPDX-License-Identifier: MIT */
/*
 * Two kernels have been written that have such a mapping, and neither has been
 * released: the flag of mmap that was proposed in 2021 (MAP_NOSIGBUS,
 * linux-mm, 2021-06-04, v2), and the advice of native/kernel/patches/next.
 *
 * Old kernels accept unknown flags of a MAP_PRIVATE mapping and do nothing
 * with them, so the flag cannot be asked for; an advice can, but its number may
 * come to mean something else. So each is put to the test: only a fault tells.
 */
#define _GNU_SOURCE
#include "nofault_interface.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "mapping.h"

#define MAP_NOSIGBUS_2021 0x200000
#define MADV_NOSIGBUS_NEXT 26

static const struct nfb_nofault_interface interfaces[] = {
	{ "madvise(MADV_NOSIGBUS=26)", 0, MADV_NOSIGBUS_NEXT },
	{ "mmap(MAP_NOSIGBUS=0x200000)", MAP_NOSIGBUS_2021, 0 },
};

#define INTERFACES ((int)(sizeof(interfaces) / sizeof(interfaces[0])))

/* What came of each interface's probe. */
enum found { NOT_TRIED, WORKS, REFUSED, DIED, UNSURE };

static enum found found[INTERFACES];
static pthread_once_t once = PTHREAD_ONCE_INIT;

void *nfb_nofault_map(const struct nfb_nofault_interface *interface,
		size_t size, int fd)
{
	void *base = mmap(NULL, size, PROT_READ,
			MAP_PRIVATE | interface->map_flags | nfb_more_map_flags,
			fd, 0);
	int error;

	if (base == MAP_FAILED || !interface->advice
			|| madvise(base, size, interface->advice) == 0)
		return base;
	error = errno;
	munmap(base, size);
	errno = error;
	return MAP_FAILED;
}

/*
 * Reads past the end of FD, which is empty. Runs in a forked child, whose
 * parent may have had many threads: async-signal-safe calls only. The parent's
 * SIGBUS handler is not wanted here, nor a core file.
 */
_Noreturn static void read_past_the_end(
		const struct nfb_nofault_interface *interface, int fd)
{
	struct sigaction fatal = { .sa_handler = SIG_DFL };
	volatile const char *page = nfb_nofault_map(interface, 1, fd);

	sigaction(SIGBUS, &fatal, NULL);
	prctl(PR_SET_DUMPABLE, 0);
	if (page == MAP_FAILED)
		_exit(REFUSED);
	_exit(*page == 0 ? WORKS : UNSURE);
}

static enum found end_of(pid_t child)
{
	int status;

	while (waitpid(child, &status, 0) < 0)
		if (errno != EINTR)
			return UNSURE;
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == SIGBUS ? DIED : UNSURE;
	return (enum found)WEXITSTATUS(status);
}

static enum found try(const struct nfb_nofault_interface *interface)
{
	int fd = memfd_create("nofault-probe", MFD_CLOEXEC);
	enum found what = UNSURE;
	pid_t child;

	if (fd < 0)
		return UNSURE;
	child = fork();
	if (child == 0)
		read_past_the_end(interface, fd);
	if (child > 0)
		what = end_of(child);
	close(fd);
	return what;
}

static void try_all(void)
{
	for (int i = 0; i < INTERFACES; i++)
		found[i] = try(&interfaces[i]);
}

static const char *result_text(enum found what)
{
	static const char *const texts[] = {
		[REFUSED] = "is refused",
		[DIED] = "leaves the SIGBUS",
	};

	return what == REFUSED || what == DIED ? texts[what] : "failed";
}

const struct nfb_nofault_interface *nfb_nofault_interface(
		char *reason, size_t length)
{
	pthread_once(&once, try_all);
	for (int i = 0; i < INTERFACES; i++)
		if (found[i] == WORKS)
			return &interfaces[i];
	if (reason)
		snprintf(reason, length,
				"this kernel has no no-fault private mapping; "
				"probed in a child, %s %s and %s %s",
				interfaces[0].name, result_text(found[0]),
				interfaces[1].name, result_text(found[1]));
	return NULL;
}
