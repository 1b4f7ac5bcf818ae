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

/* Of the list; the handler takes it too. */
static atomic_flag lock = ATOMIC_FLAG_INIT;

static struct nfb_previous previous;
NFB_HANDLER_TLS struct nfb_passing passing;

static bool holds(const struct nfb_listed_access *access,
		const unsigned char *at)
{
	return at >= access->start && at < access->start + access->length;
}

/* Every access that the replacement concerns learns of it, whoever faulted. */
static void tell(const unsigned char *start, size_t length)
{
	for (struct nfb_listed_access *each = list; each; each = each->next)
		if (each->start < start + length
				&& start < each->start + each->length)
			each->lost = true;
}

/* The range of the access, or, where many small ones have been replaced, all
 * that follows in its pool. Told before the zeros can be read. */
static bool replace(const struct nfb_listed_access *access)
{
	size_t length = access->length;

	if (access->length < access->pool->size
			&& !nfb_within_repair_budget(access->pool,
				access->start, access->length))
		length = (size_t)(access->pool->base + access->pool->size
				- access->start);
	tell(access->start, length);
	return nfb_replace_with_zeros(access->start, length,
			PROT_READ | PROT_WRITE) == 0;
}

static bool answer(const unsigned char *at)
{
	struct nfb_listed_access *access = list;

	while (access && !holds(access, at))
		access = access->next;
	return access && replace(access);
}

/* Async-signal-safe: the lock is made for it, but a signal that was sent may
 * come while this thread holds it; mmap is a plain system call. errno is the
 * interrupted code's. */
static void handle(int signo, siginfo_t *info, void *context)
{
	int saved_errno = errno;
	bool answered = false;

	if (info->si_code == BUS_ADRERR) {
		nfb_spin_lock(&lock);
		answered = answer(info->si_addr);
		nfb_spin_unlock(&lock);
	}
	if (answered)
		nfb_count_fault();
	else
		nfb_pass_on(&previous, &passing, signo, info, context);
	errno = saved_errno;
}

static int set_handler(void)
{
	struct sigaction action = {
		.sa_sigaction = handle,
		.sa_flags = SA_SIGINFO | SA_NODEFER | SA_ONSTACK,
	};

	sigemptyset(&action.sa_mask);
	return nfb_install_handler(&action, &previous);
}

/* Puts the handler back that ours has replaced. Whoever has installed one
 * meanwhile keeps it: the exchange tells. */
static int restore_handler(void)
{
	struct sigaction now;

	if (sigaction(SIGBUS, nfb_newest_previous(&previous), &now))
		return -errno;
	if (now.sa_flags & SA_SIGINFO && now.sa_sigaction == handle)
		return 0;
	return sigaction(SIGBUS, &now, NULL) ? -errno : 0;
}

int nfb_access_list_attach(struct nfb_pool *pool)
{
	int error = nfb_check_replaceable(pool);

	return error ? error : nfb_map_shared(pool);
}

int nfb_access_list_add(struct nfb_listed_access *access,
		enum nfb_handler_policy when)
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

int nfb_access_list_remove(struct nfb_listed_access *access,
		enum nfb_handler_policy when)
{
	struct nfb_listed_access **link = &list;
	int error = 0;

	nfb_spin_lock(&lock);
	while (*link != access)
		link = &(*link)->next;
	*link = access->next;
	if (!list && when == NFB_HANDLER_WHILE_LISTED)
		error = restore_handler();
	nfb_spin_unlock(&lock);
	return error;
}
