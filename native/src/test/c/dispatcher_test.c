/* SPDX-License-Identifier: MIT */
/* Faults that are ours, faults that are not, and who answers which. */
#define _GNU_SOURCE
#include "dispatcher.h"

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include "check.h"
#include "mapping.h"
#include "registry.h"

#define POOL_BYTES (16 * 65536)

static const struct nfb_region whole = { 0, POOL_BYTES, 1, POOL_BYTES };

/* A page whose reading raises SIGBUS. */
static volatile char *lost_page(void)
{
	int fd = memfd_create("lost", MFD_CLOEXEC);
	char *page = mmap(NULL, nfb_page_bytes(), PROT_READ, MAP_SHARED, fd, 0);

	CHECK(page != MAP_FAILED);
	return page;
}

static const struct nfb_strategy *strategy_named(const char *id, int *index)
{
	const struct nfb_strategy *strategy;

	for (*index = 0; (strategy = nfb_registry_at(*index)); ++*index)
		if (strcmp(strategy->id, id) == 0)
			return strategy;
	CHECK(!"no such strategy");
	return NULL;
}

static struct nfb_client *start_client(void)
{
	struct nfb_client *client;

	CHECK_EQUAL(nfb_client_start(getenv("NOFAULT_CLIENT"), POOL_BYTES, 0,
				&client, NULL), 0);
	return client;
}

static struct nfb_pool *attach(const char *id, struct nfb_client *client)
{
	struct nfb_pool *pool;
	int index;

	strategy_named(id, &index);
	CHECK_EQUAL(nfb_pool_attach(index, client, &pool), 0);
	return pool;
}

static void attach_every_handler(void)
{
	struct nfb_client *client = start_client();

	attach("guard-pool", client);
	attach("guard-jump", client);
	attach("nofault-emulated", client);
}

static sigjmp_buf escape;
static void *volatile fault_address;
static volatile int handler_calls;

static void note_and_escape(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)context;
	handler_calls++;
	fault_address = info->si_addr;
	siglongjmp(escape, 1);
}

static void install_a_handler_first(void)
{
	struct sigaction action = { .sa_sigaction = note_and_escape,
		.sa_flags = SA_SIGINFO | SA_NODEFER };

	CHECK_EQUAL(sigaction(SIGBUS, &action, NULL), 0);
}

static void a_foreign_fault_reaches_the_previous_handler(const void *subject)
{
	volatile char *page = lost_page();

	(void)subject;
	install_a_handler_first();
	attach_every_handler();
	if (!sigsetjmp(escape, 1))
		(void)page[123];
	CHECK_EQUAL(handler_calls, 1);
	CHECK(fault_address == page + 123);
}

static volatile int plain_handler_calls;

static void note_plainly(int signo)
{
	(void)signo;
	plain_handler_calls++;
	siglongjmp(escape, 1);
}

static void a_previous_handler_without_siginfo_is_called(const void *subject)
{
	struct sigaction action = { .sa_handler = note_plainly,
		.sa_flags = SA_NODEFER };
	volatile char *page = lost_page();

	(void)subject;
	CHECK_EQUAL(sigaction(SIGBUS, &action, NULL), 0);
	attach_every_handler();
	if (!sigsetjmp(escape, 1))
		(void)page[0];
	CHECK_EQUAL(plain_handler_calls, 1);
}

static void nobodys_fault_ends_the_process(const void *subject)
{
	volatile char *page = lost_page();

	(void)subject;
	attach_every_handler();
	(void)page[0];
}

static void a_fault_outside_an_access_ends_the_process(const void *subject)
{
	struct nfb_client *client = start_client();
	struct nfb_pool *pool = attach(subject, client);

	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_RESIZE, 0), 0);
	(void)*(volatile unsigned char *)pool->base;
}

static void a_sent_sigbus_ends_the_process(const void *subject)
{
	(void)subject;
	attach_every_handler();
	kill(getpid(), SIGBUS);
	pause();
}

static void a_sent_sigbus_reaches_the_previous_handler(const void *subject)
{
	(void)subject;
	install_a_handler_first();
	attach_every_handler();
	if (!sigsetjmp(escape, 1))
		kill(getpid(), SIGBUS);
	CHECK_EQUAL(handler_calls, 1);
}

static void send_to_self(int code)
{
	siginfo_t info = { .si_signo = SIGBUS, .si_code = code };

	SKIP_UNDER_VALGRIND("does not survive such a signal itself");
	CHECK_EQUAL(syscall(SYS_rt_tgsigqueueinfo, getpid(), getpid(),
				SIGBUS, &info), 0);
}

/* A page that the process does not read at the moment is broken. */
static void an_asynchronous_memory_error_ends_the_process(const void *subject)
{
	(void)subject;
	attach_every_handler();
	send_to_self(BUS_MCEERR_AO);
}

static void ignore_sigbus(void)
{
	CHECK(signal(SIGBUS, SIG_IGN) != SIG_ERR);
}

static void what_was_ignored_is_ignored(const void *subject)
{
	(void)subject;
	ignore_sigbus();
	attach_every_handler();
	kill(getpid(), SIGBUS);
	send_to_self(BUS_MCEERR_AO);
}

static void a_fault_cannot_be_ignored(const void *subject)
{
	volatile char *page = lost_page();

	(void)subject;
	ignore_sigbus();
	attach_every_handler();
	(void)page[0];
}

static struct sigaction before_chaining;

/* A library's handler that asks the one that it has replaced. */
static void chain(int signo, siginfo_t *info, void *context)
{
	if (before_chaining.sa_flags & SA_SIGINFO)
		before_chaining.sa_sigaction(signo, info, context);
	else
		signal(SIGBUS, SIG_DFL);
}

static void read_whole(struct nfb_pool *pool)
{
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_read(pool, &whole, NULL, 1, &outcome), 0);
}

static void chaining_handlers_do_not_recurse(const void *subject)
{
	struct sigaction action = { .sa_sigaction = chain,
		.sa_flags = SA_SIGINFO | SA_NODEFER };
	struct nfb_client *client = start_client();
	struct nfb_pool *pool = attach(subject, client);
	volatile char *page = lost_page();

	read_whole(pool);
	CHECK_EQUAL(sigaction(SIGBUS, &action, &before_chaining), 0);
	read_whole(pool);
	(void)page[0];
}

static void our_own_handlers_do_not_recurse(const void *subject)
{
	struct nfb_client *client = start_client();
	struct nfb_pool *range = attach("guard-range", client);
	volatile char *page = lost_page();

	read_whole(range);
	read_whole(attach(subject, client));
	read_whole(range);
	(void)page[0];
}

/* The handler that was there before them all is still asked, once. */
static void the_first_handler_gets_what_nobody_takes(const void *subject)
{
	struct sigaction action = { .sa_sigaction = chain,
		.sa_flags = SA_SIGINFO | SA_NODEFER };
	struct nfb_client *client = start_client();
	struct nfb_pool *pool;
	volatile char *page = lost_page();

	install_a_handler_first();
	pool = attach(subject, client);
	read_whole(pool);
	CHECK_EQUAL(sigaction(SIGBUS, &action, &before_chaining), 0);
	read_whole(pool);
	if (!sigsetjmp(escape, 1))
		(void)page[123];
	CHECK_EQUAL(handler_calls, 1);
	CHECK(fault_address == page + 123);
	if (!sigsetjmp(escape, 1))
		(void)page[123];
	CHECK_EQUAL(handler_calls, 2);
}

/* With no address space left the handler's mmap fails: it must not loop. */
static void a_repair_that_fails_ends_the_process(const void *subject)
{
	struct nfb_client *client = start_client();
	struct nfb_pool *pool = attach(subject, client);
	struct rlimit none = { 1, 1 };
	struct nfb_outcome outcome;

	if (CHECK_UNDER_ASAN)
		SKIP("AddressSanitizer itself needs the address space");
	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_RESIZE, 0), 0);
	CHECK_EQUAL(setrlimit(RLIMIT_AS, &none), 0);
	nfb_read(pool, &whole, NULL, 1, &outcome);
}

static void an_answered_fault_leaves_errno_alone(const void *subject)
{
	struct nfb_client *client = start_client();
	struct nfb_pool *pool = attach(subject, client);
	struct nfb_outcome outcome;

	CHECK_EQUAL(nfb_client_command(client, NFB_CLIENT_RESIZE, 0), 0);
	errno = ENOTTY;
	CHECK_EQUAL(nfb_read(pool, &whole, NULL, 1, &outcome), 0);
	CHECK_EQUAL(errno, ENOTTY);
	CHECK_EQUAL(outcome.faults, 1);
}

#define CASE(function, sentence, signal) { sentence, function, 0, 0, signal }
#define FOR(function, sentence, id, signal) \
	{ sentence, function, id, id, signal }

int main(void)
{
	static const struct check_case cases[] = {
		CASE(a_foreign_fault_reaches_the_previous_handler,
				"a foreign fault reaches the previous handler "
				"with its address", 0),
		CASE(a_previous_handler_without_siginfo_is_called,
				"a previous handler without siginfo is called",
				0),
		CASE(nobodys_fault_ends_the_process,
				"nobody's fault ends the process by SIGBUS",
				SIGBUS),
		CASE(a_sent_sigbus_ends_the_process,
				"a SIGBUS that was sent ends the process",
				SIGBUS),
		CASE(a_sent_sigbus_reaches_the_previous_handler,
				"a SIGBUS that was sent reaches the previous "
				"handler", 0),
		CASE(an_asynchronous_memory_error_ends_the_process,
				"an asynchronous memory error ends the process",
				SIGBUS),
		CASE(what_was_ignored_is_ignored,
				"a signal that was ignored is ignored", 0),
		CASE(a_fault_cannot_be_ignored,
				"a fault cannot be ignored", SIGBUS),
		FOR(chaining_handlers_do_not_recurse,
				"chaining handlers do not recurse",
				"guard-range", SIGBUS),
		FOR(chaining_handlers_do_not_recurse,
				"chaining handlers do not recurse",
				"guard-list", SIGBUS),
		FOR(chaining_handlers_do_not_recurse,
				"chaining handlers do not recurse",
				"guard-pool", SIGBUS),
		FOR(our_own_handlers_do_not_recurse,
				"our own handlers do not recurse",
				"guard-pool", SIGBUS),
		FOR(our_own_handlers_do_not_recurse,
				"our own handlers do not recurse",
				"guard-huge-tail", SIGBUS),
		FOR(the_first_handler_gets_what_nobody_takes,
				"the first handler gets what nobody takes",
				"guard-range", 0),
		FOR(the_first_handler_gets_what_nobody_takes,
				"the first handler gets what nobody takes",
				"guard-list", 0),
		FOR(the_first_handler_gets_what_nobody_takes,
				"the first handler gets what nobody takes",
				"guard-pool", 0),
		FOR(a_fault_outside_an_access_ends_the_process,
				"a fault outside an access ends the process",
				"guard-pool", SIGBUS),
		FOR(a_fault_outside_an_access_ends_the_process,
				"a fault outside an access ends the process",
				"guard-jump", SIGBUS),
		FOR(a_repair_that_fails_ends_the_process,
				"a repair that fails ends the process",
				"guard-pool", SIGBUS),
		FOR(a_repair_that_fails_ends_the_process,
				"a repair that fails ends the process",
				"nofault-emulated", SIGBUS),
		FOR(an_answered_fault_leaves_errno_alone,
				"an answered fault leaves errno alone",
				"guard-pool", 0),
		FOR(an_answered_fault_leaves_errno_alone,
				"an answered fault leaves errno alone",
				"nofault-emulated", 0),
		FOR(an_answered_fault_leaves_errno_alone,
				"an answered fault leaves errno alone",
				"guard-jump", 0),
	};

	return check_all(cases, sizeof(cases) / sizeof(cases[0]));
}
