/* SPDX-License-Identifier: MIT */
/* What there is not enough of: memory, huge pages, a control group's limit. */
#define _GNU_SOURCE
#include "experiments.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/sysinfo.h>
#include <sys/wait.h>
#include <unistd.h>

#include "checking.h"
#include "frame.h"
#include "namespace.h"
#include "pool.h"

#ifndef MFD_HUGETLB
#define MFD_HUGETLB 4U
#endif

static int memory_file(unsigned flags, uint64_t bytes, bool sealed)
{
	int fd = memfd_create("pool", MFD_CLOEXEC | MFD_ALLOW_SEALING | flags);

	if (fd < 0 && flags)
		return -1;
	REQUIRE(fd >= 0 && ftruncate(fd, (off_t)bytes) == 0);
	REQUIRE(!sealed || fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK) == 0);
	return fd;
}

/* Refusing what could not be survived is surviving it. */
static struct nfb_pool *attached_unless_refused(
		const struct nfb_strategy *strategy, int fd, uint64_t bytes)
{
	struct nfb_pool *pool;
	int error = nfb_pool_open(strategy, fd, bytes, &pool);

	if (error == -EOPNOTSUPP || error == -EINVAL || error == -EFBIG
			|| error == -ERANGE)
		nfb_conclude(NFB_YES, "%llu MiB are refused at attach: "
				"errno=%d", (unsigned long long)bytes >> 20,
				-error);
	return error ? nfb_attached(strategy, fd, bytes) : pool;
}

static char setting_of(const char *path)
{
	char text = '\0';
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd >= 0 && read(fd, &text, 1) != 1)
		text = '\0';
	if (fd >= 0)
		close(fd);
	return text;
}

/* Of a strategy whose pools are never larger than this machine's memory: the
 * process may have no more (RLIMIT_DATA counts what is private and can be
 * written). After an access, which may allocate. */
static void go_without_memory(struct nfb_testbed *testbed, int fd,
		uint64_t bytes)
{
	const struct nfb_region whole = { 0, bytes, 1, bytes };
	struct rlimit none = { 0, 0 };

#ifdef __SANITIZE_ADDRESS__
	nfb_conclude(NFB_SKIPPED, "AddressSanitizer itself needs the memory "
			"that is to run out");
#endif
	testbed->pool = nfb_attached(testbed->strategy, fd, bytes);
	nfb_testbed_access(testbed, &whole);
	REQUIRE(setrlimit(RLIMIT_DATA, &none) == 0);
	/* valgrind and kernels with ignore_rlimit_data keep no such limit. */
	if (mmap(NULL, NFB_PAGE, PROT_READ | PROT_WRITE,
			MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED)
		nfb_conclude(NFB_SKIPPED, "RLIMIT_DATA takes no memory away "
				"here: a mapping was granted all the same");
}

/* A pool that no writable memory could take the place of. */
void nfb_try_beyond_memory(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	bool sealed = strategy->labels & NFB_NEEDS_CLIENT;
	struct nfb_testbed testbed = { .strategy = strategy };
	struct nfb_region page = { 0, NFB_PAGE, 1, NFB_PAGE };
	struct sysinfo system;
	uint64_t bytes;
	int fd;

	(void)settings;
	if (setting_of("/proc/sys/vm/overcommit_memory") == '1')
		nfb_conclude(NFB_SKIPPED, "vm.overcommit_memory=1: every "
				"mapping is granted");
	REQUIRE(sysinfo(&system) == 0);
	bytes = 2 * ((uint64_t)system.totalram + system.totalswap)
		* system.mem_unit / NFB_PAGE * NFB_PAGE;
	fd = memory_file(0, bytes, sealed);
	if (nfb_pool_open(strategy, fd, bytes, &testbed.pool)) {
		bytes = NFB_TESTBED_BYTES;
		fd = memory_file(0, bytes, sealed);
		go_without_memory(&testbed, fd, bytes);
	}
	if (ftruncate(fd, 0) && sealed)
		nfb_conclude(NFB_YES, "the client may not truncate a file that "
				"it has sealed");
	EXPECT(nfb_testbed_access(&testbed, &page).checksum == 0,
			"read bytes that were gone");
	page.offset_bytes = bytes / 2;
	EXPECT(nfb_testbed_access(&testbed, &page).checksum == 0,
			"read bytes that were gone");
}

/* Every free huge page, so that none is left for a hole. */
static void take_huge_pages(uint64_t huge_bytes)
{
	void *page;

	do
		page = mmap(NULL, huge_bytes, PROT_READ | PROT_WRITE,
				MAP_PRIVATE | MAP_ANONYMOUS | MAP_HUGETLB
					| MAP_POPULATE, -1, 0);
	while (page != MAP_FAILED);
}

/* Where a huge page has 512 MiB, an emulated CPU takes minutes to look at each
 * byte of it. */
#define MOST_CHECKED_BYTES (UINT64_C(4) << 20)

/* The pool is not a whole number of huge pages, as a buffer seldom is. Its end
 * is looked at, which is all of it where huge pages have 2 MiB. */
void nfb_try_huge_page_file(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	bool sealed = strategy->labels & NFB_NEEDS_CLIENT;
	struct nfb_testbed testbed = { .strategy = strategy };
	struct nfb_region end;
	unsigned char *drawn;
	struct stat file;
	int fd = memory_file(MFD_HUGETLB, 0, false);
	uint64_t huge, bytes, from;

	(void)settings;
	if (fd < 0)
		nfb_conclude(NFB_SKIPPED, "this kernel has no memfd of huge "
				"pages: errno=%d", errno);
	REQUIRE(fstat(fd, &file) == 0);
	huge = (uint64_t)file.st_blksize;
	bytes = huge + NFB_PAGE;
	from = bytes > MOST_CHECKED_BYTES ? bytes - MOST_CHECKED_BYTES : 0;
	REQUIRE(ftruncate(fd, (off_t)(2 * huge)) == 0);
	drawn = mmap(NULL, 2 * huge, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	if (drawn == MAP_FAILED)
		nfb_conclude(NFB_SKIPPED, "no huge pages are reserved here "
				"(vm.nr_hugepages)");
	nfb_frame_fill(drawn + from, bytes - from, NFB_TESTBED_SEED
			+ from / sizeof(uint64_t) * NFB_FRAME_STEP);
	munmap(drawn, 2 * huge);
	REQUIRE(!sealed || fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK) == 0);
	testbed.pool = attached_unless_refused(strategy, fd, bytes);
	end = (struct nfb_region){ from, bytes - from, 1, bytes - from };
	nfb_check_access(&testbed, &end);
	if (ftruncate(fd, 0)) {
		REQUIRE(fallocate(fd, FALLOC_FL_PUNCH_HOLE
					| FALLOC_FL_KEEP_SIZE, 0,
					(off_t)(2 * huge)) == 0);
		take_huge_pages(huge);
	}
	nfb_check_access(&testbed, &end);
}

#define GROUP_BYTES (UINT64_C(32) << 20)
#define GROUPS "/tmp"

/* The limit's file in a group of this version, and of swap. */
struct group_version {
	const char *type, *options;
	const char *limit, *swap_limit, *swap;
};

static const struct group_version versions[] = {
	{ "cgroup2", NULL, "memory.max", "memory.swap.max", "0" },
	{ "cgroup", "memory", "memory.limit_in_bytes", "memory.swappiness",
		"0" },
};

/* Whether the hierarchy at GROUPS can limit memory; makes it do so. */
static bool limits_memory(const struct group_version *version)
{
	char path[128];

	if (!version->options)
		nfb_put(GROUPS "/cgroup.subtree_control", "+memory");
	snprintf(path, sizeof(path), GROUPS "/nofault-verify-%d", getpid());
	if (mkdir(path, 0700))
		return false;
	snprintf(path, sizeof(path), GROUPS "/nofault-verify-%d/%s", getpid(),
			version->limit);
	if (access(path, W_OK) == 0)
		return true;
	path[strlen(path) - strlen(version->limit) - 1] = '\0';
	rmdir(path);
	return false;
}

/* A group of this process's own name with a limit of GROUP_BYTES. */
static void make_group(char *group, size_t length)
{
	const struct group_version *version = versions;
	char path[160], limit[32];

	if (!nfb_enter_mount_namespace())
		nfb_conclude(NFB_SKIPPED, "no control group: a private mount "
				"namespace is refused here (errno=%d)", errno);
	while (mount("none", GROUPS, version->type, 0, version->options)
			|| !limits_memory(version))
		if (++version == versions + 2)
			nfb_conclude(NFB_SKIPPED, "no memory control group can "
					"be made here: errno=%d; try as root",
					errno);
	snprintf(group, length, GROUPS "/nofault-verify-%d", getpid());
	snprintf(path, sizeof(path), "%s/%s", group, version->limit);
	snprintf(limit, sizeof(limit), "%llu", (unsigned long long)GROUP_BYTES);
	REQUIRE(nfb_put(path, limit));
	snprintf(path, sizeof(path), "%s/%s", group, version->swap_limit);
	nfb_put(path, version->swap);
}

_Noreturn static void read_in_group(const struct nfb_strategy *strategy,
		const char *group)
{
	const uint64_t bytes = 2 * GROUP_BYTES;
	const struct nfb_region whole = { 0, bytes, 1, bytes };
	struct nfb_testbed testbed = { .strategy = strategy };
	int fd = memory_file(0, bytes, strategy->labels & NFB_NEEDS_CLIENT);
	char path[160], pid[16];

	snprintf(path, sizeof(path), "%s/cgroup.procs", group);
	snprintf(pid, sizeof(pid), "%d", getpid());
	REQUIRE(nfb_put(path, pid));
	testbed.pool = nfb_attached(strategy, fd, bytes);
	nfb_testbed_access(&testbed, &whole);
	nfb_conclude(NFB_YES, "%s", "");
}

/* The client's file is larger than the group may have, and was never written.
 * The reader is a process of its own, which the OOM killer may end. */
void nfb_try_full_cgroup(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	char group[128];
	int status;
	pid_t reader;

	(void)settings;
	make_group(group, sizeof(group));
	reader = fork();
	REQUIRE(reader >= 0);
	if (reader == 0)
		read_in_group(strategy, group);
	REQUIRE(waitpid(reader, &status, 0) == reader);
	rmdir(group);
	EXPECT(!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL,
			"the OOM killer ended the reader");
	EXPECT(!WIFSIGNALED(status), "the reader died of signal %d",
			WTERMSIG(status));
	_exit(0); /* the reader has concluded */
}
