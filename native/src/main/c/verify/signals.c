/* SPDX-License-Identifier: MIT */
/* Faults that are somebody else's, and the handlers of others. */
#define _GNU_SOURCE
#include "experiments.h"

#include <setjmp.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "hook.h"

static sigjmp_buf escape;
static unsigned char *volatile foreign_page;
static void *volatile noted_address;
static volatile sig_atomic_t noted;
static struct sigaction earlier;

/* A page of nobody's whose reading raises SIGBUS. */
static void make_foreign_page(void)
{
	int fd = memfd_create("foreign", MFD_CLOEXEC);
	void *page = mmap(NULL, NFB_PAGE, PROT_READ, MAP_SHARED, fd, 0);

	REQUIRE(page != MAP_FAILED);
	foreign_page = page;
}

/* The byte is used: valgrind leaves a load out whose result nobody wants. */
static void touch_foreign_page(void)
{
	REQUIRE(*(volatile unsigned char *)(foreign_page + 123) == 0);
}

static void note_and_escape(int signo, siginfo_t *info, void *context)
{
	(void)signo;
	(void)context;
	noted = 1;
	noted_address = info->si_addr;
	siglongjmp(escape, 1);
}

static void install(void (*handler)(int, siginfo_t *, void *),
		struct sigaction *before)
{
	struct sigaction action = { .sa_sigaction = handler,
		.sa_flags = SA_SIGINFO | SA_NODEFER };

	sigemptyset(&action.sa_mask);
	REQUIRE(sigaction(SIGBUS, &action, before) == 0);
}

static void check_noted(const char *when)
{
	EXPECT(noted, "a foreign fault %s did not reach the handler", when);
	EXPECT(noted_address == foreign_page + 123,
			"the handler got another address than the fault's");
	noted = 0;
	noted_address = NULL;
}

static void fault_inside(void *argument, unsigned char *bytes)
{
	(void)argument;
	(void)bytes;
	touch_foreign_page();
}

static bool survives_truncation(const struct nfb_strategy *strategy)
{
	return nfb_traits_of(strategy) & NFB_SURVIVES_TRUNCATION;
}

/* Has the strategy answer a fault of its own, so that whatever it installs is
 * in place; those that would die of it make a healthy access. */
static void lose_once(const struct nfb_testbed *testbed)
{
	nfb_testbed_access(testbed, &nfb_whole);
	if (!survives_truncation(testbed->strategy))
		return;
	nfb_may_truncate(testbed, 0);
	nfb_testbed_access(testbed, &nfb_whole);
}

void nfb_try_foreign_faults(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed;

	(void)settings;
	make_foreign_page();
	install(note_and_escape, NULL);
	testbed = nfb_testbed_open(strategy);
	lose_once(&testbed);
	if (!sigsetjmp(escape, 1))
		touch_foreign_page();
	check_noted("between accesses");
	if (!sigsetjmp(escape, 1))
		nfb_access_around(&testbed, &nfb_whole, fault_inside, NULL);
	check_noted("inside an access");
}

/* Somebody's handler who knows what a handler owes to the one before it. */
static void take_own_and_pass_on(int signo, siginfo_t *info, void *context)
{
	if ((unsigned char *)info->si_addr == foreign_page + 123)
		note_and_escape(signo, info, context);
	if (earlier.sa_flags & SA_SIGINFO)
		earlier.sa_sigaction(signo, info, context);
	else
		sigaction(SIGBUS, &earlier, NULL);
}

static struct sigaction earlier_inside;

static void pass_on(int signo, siginfo_t *info, void *context)
{
	if (earlier_inside.sa_flags & SA_SIGINFO)
		earlier_inside.sa_sigaction(signo, info, context);
	else
		sigaction(SIGBUS, &earlier_inside, NULL);
}

static void install_inside(void *argument, unsigned char *bytes)
{
	(void)argument;
	(void)bytes;
	install(pass_on, &earlier_inside);
}

static bool is_installed(void)
{
	struct sigaction now;

	REQUIRE(sigaction(SIGBUS, NULL, &now) == 0);
	return now.sa_flags & SA_SIGINFO
		&& now.sa_sigaction == pass_on;
}

void nfb_try_later_handler(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	make_foreign_page();
	nfb_testbed_access(&testbed, &nfb_whole);
	install(take_own_and_pass_on, &earlier);
	if (!sigsetjmp(escape, 1))
		touch_foreign_page();
	check_noted("of the later handler");
	lose_once(&testbed);
	if (!sigsetjmp(escape, 1))
		touch_foreign_page();
	check_noted("of the later handler, after a loss,");
	nfb_access_around(&testbed, &nfb_whole, install_inside, NULL);
	EXPECT(is_installed(), "a handler that was installed during an access "
			"is gone after it");
}

/* With no address space left every mmap of a handler fails. */
void nfb_try_failing_repair(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);
	struct nfb_access access = { 0, false };
	struct rlimit none = { 1, 1 };
	int error;

	(void)settings;
#ifdef __SANITIZE_ADDRESS__
	nfb_conclude(NFB_SKIPPED, "AddressSanitizer itself needs the address "
			"space that is to run out");
#endif
	nfb_testbed_access(&testbed, &nfb_whole);
	nfb_may_truncate(&testbed, 0);
	REQUIRE(setrlimit(RLIMIT_AS, &none) == 0);
	error = strategy->read_once(testbed.pool, &nfb_whole, nfb_sum_loop(),
			&access);
	if (error)
		nfb_conclude(NFB_YES, "the access ended: errno=%d", -error);
	nfb_conclude(NFB_YES, "the access ended");
}

void nfb_try_real_bug(const struct nfb_strategy *strategy,
		const struct nfb_settings *settings)
{
	struct nfb_testbed testbed = nfb_testbed_open(strategy);

	(void)settings;
	make_foreign_page();
	lose_once(&testbed);
	touch_foreign_page();
	nfb_conclude(NFB_NO, "the process went on");
}
