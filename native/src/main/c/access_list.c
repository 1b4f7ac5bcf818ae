/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "access_list.h"

#include <errno.h>
#include <signal.h>
#include <sys/mman.h>

#include "chain.h"
#include "dispatcher.h"
#include "mapping.h"
#include "spin.h"

static struct nfb_listed_access *list;
static struct sigaction previous;

/* Of the list and the previous handler; the handler takes it too. */
static atomic_flag lock = ATOMIC_FLAG_INIT;

static bool holds(
		const struct nfb_listed_access *access, const unsigned char *at)
{
	return at >= access->start && at < access->start + access->length;
}

/* Every access that the replacement concerns learns of it, whoever faulted. */
static void tell(const struct nfb_listed_access *replaced)
{
	for (struct nfb_listed_access *each = list; each; each = each->next)
		if (each->start < replaced->start + replaced->length
				&& replaced->start < each->start + each->length)
			each->lost = true;
}

static bool answer(const unsigned char *at)
{
	struct nfb_listed_access *access = list;
	bool answered;

	while (access && !holds(access, at))
		access = access->next;
	answered = access && nfb_replace_with_zeros(access->start,
			access->length, PROT_READ | PROT_WRITE) == 0;
	if (answered)
		tell(access);
	return answered;
}

/* Async-signal-safe: the lock is made for it, sigaction is on POSIX's list and
 * mmap a plain system call. errno is the interrupted code's. */
static void handle(int signo, siginfo_t *info, void *context)
{
	int saved_errno = errno;
	struct sigaction before;
	bool answered = false;

	if (info->si_code == BUS_ADRERR) {
		nfb_spin_lock(&lock);
		answered = answer(info->si_addr);
		before = previous;
		nfb_spin_unlock(&lock);
	} else {
		before = previous;
	}
	if (answered)
		nfb_count_fault();
	else
		nfb_chain(&before, signo, info, context);
	errno = saved_errno;
}

/* Whatever handler is there now becomes the one that is passed on to, unless
 * it is ours: then it would be passed on to itself. */
static int set_handler(void)
{
	struct sigaction action = {
		.sa_sigaction = handle,
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK,
	};
	struct sigaction old;

	sigemptyset(&action.sa_mask);
	if (sigaction(SIGBUS, &action, &old))
		return -errno;
	if (!(old.sa_flags & SA_SIGINFO) || old.sa_sigaction != handle)
		previous = old;
	return 0;
}

int nfb_access_list_add(
		struct nfb_listed_access *access, enum nfb_handler_policy when)
{
	int error = 0;

	access->lost = false;
	nfb_spin_lock(&lock);
	if (!list || when == NFB_HANDLER_PER_ACCESS)
		error = set_handler();
	if (!error) {
		access->next = list;
		list = access;
	}
	nfb_spin_unlock(&lock);
	return error;
}

int nfb_access_list_remove(
		struct nfb_listed_access *access, enum nfb_handler_policy when)
{
	struct nfb_listed_access **link = &list;
	int error = 0;

	nfb_spin_lock(&lock);
	while (*link != access)
		link = &(*link)->next;
	*link = access->next;
	if (!list && when == NFB_HANDLER_WHILE_LISTED
			&& sigaction(SIGBUS, &previous, NULL))
		error = -errno;
	nfb_spin_unlock(&lock);
	return error;
}
