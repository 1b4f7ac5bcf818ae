/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE
#include "strategy_library.h"

#include <ctype.h>
#include <dlfcn.h>
#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "nofault_strategy.h"
#include "registry.h"
#include "traits.h"

#define MOST_LOADED 32
#define MOST_TEXT 160
#define MOST_LACKS (int)(sizeof(((struct nofault_strategy *)0)->lacks) \
	/ sizeof(struct nofault_lack))

/* A row of the registry, and whose it is. */
struct loaded {
	struct nfb_strategy row; /* first: pools point to it */
	const struct nofault_strategy *outside;
};

static struct loaded loaded[MOST_LOADED];
static int loaded_count;

const struct nfb_strategy *nfb_loaded_strategy_at(int index)
{
	return index >= 0 && index < loaded_count ? &loaded[index].row : NULL;
}

/* ------- A loaded strategy behind the access contract ------- */

static const struct nofault_strategy *outside_of(const struct nfb_pool *pool)
{
	return ((const struct loaded *)pool->strategy)->outside;
}

static int attach(struct nfb_pool *pool)
{
	return outside_of(pool)->map(pool->fd, pool->size, &pool->state);
}

static void detach(struct nfb_pool *pool)
{
	outside_of(pool)->unmap(pool->state);
	pool->state = NULL;
}

static int resize(struct nfb_pool *pool, size_t size)
{
	return outside_of(pool)->resize(pool->state, size);
}

struct region_reader {
	struct nofault_reader reader; /* first */
	const struct nfb_region *region;
	const struct nfb_read_loop *loop;
};

static uint64_t read_region(const struct nofault_reader *reader,
		const void *base)
{
	const struct region_reader *what = (const struct region_reader *)reader;

	return nfb_read_region(base, what->region, what->loop);
}

static int read_batch(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, uint64_t accesses,
		struct nfb_outcome *outcome)
{
	const struct region_reader what = {
		{ region->rows ? read_region : NULL }, region, loop };
	struct nofault_result result = { 0, 0 };
	int error = outside_of(pool)->access(pool->state, &what.reader,
			accesses, &result);

	outcome->checksum = result.checksum;
	outcome->lost_accesses = result.lost_accesses;
	return error;
}

static int read_once(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_read_loop *loop, struct nfb_access *access)
{
	struct nfb_outcome outcome = { 0 };
	int error = read_batch(pool, region, loop, 1, &outcome);

	access->checksum = outcome.checksum;
	access->lost = outcome.lost_accesses > 0;
	return error;
}

/* ------- What a library may say ------- */

/* Where the reason for a refusal goes. */
struct problem {
	const char *file;
	char *text;
	size_t length;
};

void nfb_make_printable(char *text)
{
	for (; *text; text++)
		if (!isprint((unsigned char)*text)
				|| (unsigned char)*text > 126)
			*text = '?';
}

__attribute__((format(printf, 3, 4)))
static int refuse(const struct problem *problem, int error,
		const char *format, ...)
{
	size_t used = (size_t)snprintf(problem->text, problem->length,
			"unusable strategy library: strategy_library=%s, ",
			problem->file);
	va_list arguments;

	if (used < problem->length) {
		va_start(arguments, format);
		vsnprintf(problem->text + used, problem->length - used, format,
				arguments);
		va_end(arguments);
	}
	nfb_make_printable(problem->text);
	return error;
}

static bool is_text(const char *text, size_t most)
{
	size_t length = text ? strnlen(text, most + 1) : 0;

	for (size_t i = 0; i < length; i++)
		if (text[i] < ' ' || text[i] > '~')
			return false;
	return length > 0 && length <= most;
}

static bool is_id(const char *id)
{
	size_t length = id ? strnlen(id, 32) : 0;

	if (length == 0 || length > 31 || !islower((unsigned char)id[0])
			|| id[length - 1] == '-' || strstr(id, "--"))
		return false;
	return strspn(id, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

static bool is_taken(const char *id)
{
	const struct nfb_strategy *row;

	for (int i = 0; (row = nfb_registry_at(i)); i++)
		if (strcmp(row->id, id) == 0)
			return true;
	return false;
}

static int add_lacks(const struct problem *problem,
		const struct nofault_strategy *outside,
		struct nfb_strategy *row)
{
	for (int i = 0; i < MOST_LACKS && outside->lacks[i].property; i++) {
		const struct nofault_lack *lack = &outside->lacks[i];
		bool printable = is_text(lack->property, 63);
		int property = printable ? nfb_property_named(lack->property)
			: 0;

		if (!property)
			return refuse(problem, -EINVAL, "strategy=%s, "
					"property=%s; `verify --list` names "
					"the properties", outside->id,
					printable ? lack->property : "?");
		if (!is_text(lack->why, MOST_TEXT - 1))
			return refuse(problem, -EINVAL, "strategy=%s, "
					"property=%s; give one sentence why it "
					"lacks it", outside->id,
					lack->property);
		row->lacks[i] = (struct nfb_lack){ property, lack->why };
	}
	return 0;
}

static int labels_of(const struct nofault_strategy *outside)
{
	return (outside->flags & NOFAULT_NEEDS_SEALED_FILE
			? NFB_NEEDS_CLIENT : 0)
		| (outside->flags & NOFAULT_NEEDS_KERNEL_PATCH
			? NFB_NEEDS_KERNEL_PATCH : 0);
}

static int check(const struct problem *problem,
		const struct nofault_strategy *outside)
{
	const int known = NOFAULT_NEEDS_SEALED_FILE | NOFAULT_NEEDS_KERNEL_PATCH;

	if (!is_id(outside->id))
		return refuse(problem, -EINVAL, "id=%.40s; use lower-case "
				"letters, digits and single hyphens, at most "
				"31", outside->id ? outside->id : "");
	if (is_taken(outside->id))
		return refuse(problem, -EEXIST, "id=%s; another strategy has "
				"this id, choose a different one", outside->id);
	if (!is_text(outside->name, 63)
			|| !is_text(outside->summary, MOST_TEXT - 1)
			|| !is_text(outside->because, MOST_TEXT - 1))
		return refuse(problem, -EINVAL, "strategy=%s; name (up to 63 "
				"characters), summary and because (up to %d) "
				"have to be printable ASCII", outside->id,
				MOST_TEXT - 1);
	if (outside->family < NOFAULT_UNGUARDED
			|| outside->family > NOFAULT_COPY
			|| outside->flags & ~known)
		return refuse(problem, -EINVAL, "strategy=%s, family=%d, "
				"flags=%d; nofault_strategy.h has the values",
				outside->id, outside->family, outside->flags);
	if (!outside->map || !outside->unmap || !outside->access)
		return refuse(problem, -EINVAL, "strategy=%s; map, unmap and "
				"access have to be set", outside->id);
	return 0;
}

static int add(const struct problem *problem,
		const struct nofault_strategy *outside)
{
	struct loaded *next = &loaded[loaded_count];
	int error = check(problem, outside);

	if (error)
		return error;
	if (loaded_count == MOST_LOADED)
		return refuse(problem, -ENOSPC, "strategy=%s; at most %d "
				"strategies can be loaded", outside->id,
				MOST_LOADED);
	*next = (struct loaded){
		.row = {
			.id = outside->id,
			.name = outside->name,
			.summary = outside->summary,
			.family = (enum nfb_family)outside->family,
			.labels = labels_of(outside),
			.because = outside->because,
			.missing = outside->missing,
			.own_handler = true, /* for all that is known */
			.attach = attach,
			.detach = detach,
			.resize = outside->resize ? resize : NULL,
			.read_once = read_once,
			.read_batch = read_batch,
		},
		.outside = outside,
	};
	error = add_lacks(problem, outside, &next->row);
	if (!error)
		loaded_count++; /* from here on its id is taken */
	return error;
}

/* Whether the strategies lie in the same library as what lists them. */
static bool has_its_own(const struct nofault_strategies *library)
{
	const char *first = (const char *)library->strategies;
	const char *last = first + library->count
		* sizeof(struct nofault_strategy) - 1;
	Dl_info list, begin, end;

	return dladdr(library, &list) && dladdr(first, &begin)
		&& dladdr(last, &end) && begin.dli_fbase == list.dli_fbase
		&& end.dli_fbase == list.dli_fbase;
}

/* All of its strategies and how many they are, or none and -errno. */
static int add_all(const struct problem *problem,
		const struct nofault_strategies *library)
{
	int before = loaded_count, error = 0;

	if (library->abi != NOFAULT_STRATEGY_ABI)
		return refuse(problem, -EPROTO, "abi=%u, expected=%u; build it "
				"with the nofault_strategy.h of this suite",
				library->abi, NOFAULT_STRATEGY_ABI);
	if (library->strategy_bytes != sizeof(struct nofault_strategy))
		return refuse(problem, -EPROTO, "strategy_bytes=%u, "
				"expected=%zu; build it with the "
				"nofault_strategy.h of this suite",
				library->strategy_bytes,
				sizeof(struct nofault_strategy));
	if (library->count == 0 || !has_its_own(library))
		return refuse(problem, -EINVAL, "count=%u; list its own "
				"strategies with NOFAULT_STRATEGIES",
				library->count);
	for (uint32_t i = 0; i < library->count && !error; i++)
		error = add(problem, &library->strategies[i]);
	if (error)
		loaded_count = before;
	return error ? error : loaded_count - before;
}

int nfb_load_strategies(const char *file, char *text, uint64_t text_bytes)
{
	const struct problem problem = { file, text, text_bytes };
	const struct nofault_strategies *library;
	/* A name without a slash would be looked for where libraries are
	 * installed, and not in this folder. */
	char *path = realpath(file, NULL);
	struct stat status;
	/* dlopen would wait for what somebody writes into a pipe. */
	const char *reason = !path || stat(path, &status) ? strerror(errno)
		: S_ISREG(status.st_mode) ? NULL : "it is no regular file";
	void *handle;
	int added;

	if (reason) {
		free(path);
		return refuse(&problem, -EINVAL, "reason=%s; give the path of "
				"a shared library", reason);
	}
	handle = dlopen(path, RTLD_NOW | RTLD_LOCAL);
	free(path);
	if (!handle)
		return refuse(&problem, -ENOEXEC, "reason=%s; build it with "
				"cc -shared -fPIC", dlerror());
	library = dlsym(handle, "nofault_strategies");
	added = library ? add_all(&problem, library)
		: refuse(&problem, -EPROTO, "symbol=nofault_strategies; it "
				"exports no such symbol, use "
				"NOFAULT_STRATEGIES of nofault_strategy.h");
	if (added < 0)
		dlclose(handle);
	return added;
}

/* ------- Command lines ------- */

static void load_or_exit(const char *program, const char *file)
{
	char problem[512];

	if (nfb_load_strategies(file, problem, sizeof(problem)) > 0)
		return;
	fprintf(stderr, "%s: %s\n", program, problem);
	exit(2);
}

int nfb_take_strategy_libraries(const char *program, int argc, char **argv)
{
	static const char option[] = "--strategy-library";
	const size_t length = sizeof(option) - 1;
	int left = 1;

	for (int i = 1; i < argc; i++) {
		if (strncmp(argv[i], option, length) == 0
				&& argv[i][length] == '=')
			load_or_exit(program, argv[i] + length + 1);
		else if (strcmp(argv[i], option) == 0)
			load_or_exit(program, ++i < argc ? argv[i] : "");
		else
			argv[left++] = argv[i];
	}
	argv[left] = NULL;
	return left;
}
