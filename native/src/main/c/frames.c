/* SPDX-License-Identifier: MIT */
/*
 * A compositor's frames, with real clients. A client draws when it has been
 * called back and commits one frame for each callback, as a Wayland client
 * that follows wl_surface.frame does; so a commit is shown, or it is lost, and
 * its serial tells. The bytes of every shown buffer are compared with those of
 * its serial after the frame's work is timed.
 */
#define _GNU_SOURCE
#include <errno.h>

#include "client_link.h"
#include "client_draw.h"
#include "dispatcher.h"
#include "frame.h"
#include "histogram.h"
#include "pace.h"
#include "placement.h"
#include "pool.h"
#include "protocol.h"
#include "sum.h"
#include "measurement.h"

/* What was read of the clients in one frame. */
struct seen {
	struct nfb_access access[NFB_MOST_CLIENTS];
};

static int call_back(const struct nfb_frames_setting *options,
		struct nfb_client *client, uint64_t injections)
{
	uint64_t late_us = 1500000 / options->hertz;

	client->called = true;
	return nfb_client_send(client, NFB_CLIENT_FRAME,
			(uint64_t)!client->shown | (injections & 7) << 1
					| late_us << 8);
}

/* Takes CLIENT's commit if it is there; -EAGAIN where it is not. */
static int take_commit(struct nfb_client *client, bool wait,
		struct nfb_frames *frames)
{
	uint64_t serial = 0;
	int error = nfb_client_receive(client, wait, &serial);

	if (error)
		return error;
	frames->lost_commits += serial - client->serial - 1;
	frames->commits++;
	client->serial = serial;
	client->shown = !client->shown;
	client->called = false;
	client->torn = false;
	return 0;
}

/* Each client has one commit to show before the first frame. */
static int begin(const struct nfb_frames_setting *options,
		struct nfb_frames *frames)
{
	int error = 0;

	for (uint64_t i = 0; i < options->clients && !error; i++)
		error = call_back(options, options->client[i], 0);
	for (uint64_t i = 0; i < options->clients && !error; i++)
		error = take_commit(options->client[i], true, frames);
	return error;
}

static int take_commits(const struct nfb_frames_setting *options,
		struct nfb_frames *frames)
{
	for (uint64_t i = 0; i < options->clients; i++) {
		int error = options->client[i]->called
			? take_commit(options->client[i], false, frames) : 0;

		if (error == -EAGAIN)
			frames->late_commits++;
		else if (error)
			return error;
	}
	return 0;
}

static int composite(
		const struct nfb_frames_setting *options, struct seen *seen)
{
	int error = 0;

	for (uint64_t i = 0; i < options->clients && !error; i++) {
		struct nfb_region half = { (uint64_t)options->client[i]->shown
					* options->buffer_bytes,
			options->buffer_bytes, 1, options->buffer_bytes };

		error = nfb_access_once(options->pool[i], &half,
				&seen->access[i]);
	}
	return error;
}

static void record(struct nfb_frames *frames, uint64_t taken_ns)
{
	frames->busy.total_ns += taken_ns;
	frames->busy.histogram[nfb_histogram_bucket(taken_ns)]++;
	if (taken_ns > frames->worst_ns)
		frames->worst_ns = taken_ns;
}

static void compare(const struct nfb_frames_setting *options,
		const struct seen *seen, struct nfb_frames *frames)
{
	for (uint64_t i = 0; i < options->clients; i++) {
		struct nfb_client *client = options->client[i];
		uint64_t seed = nfb_commit_seed((uint64_t)client->pid,
				client->serial);

		frames->busy.outcome.lost_accesses += seen->access[i].lost;
		/* A commit that stays is read again, and counts once. */
		if (!client->torn && seen->access[i].checksum
				!= nfb_frame_sum(options->buffer_bytes, seed)) {
			client->torn = true;
			frames->torn_commits++;
		}
	}
}

/* The first client is handed its MISHAPS, once it is there to take them. */
static int call_back_all(const struct nfb_frames_setting *options,
		uint64_t *injections)
{
	int error = 0;

	if (!options->client[0]->called) {
		error = call_back(options, options->client[0], *injections);
		*injections = 0;
	}
	for (uint64_t i = 1; i < options->clients && !error; i++)
		if (!options->client[i]->called)
			error = call_back(options, options->client[i], 0);
	return error;
}

/*
 * The comparison is made before the callbacks go out: afterwards the clients
 * draw into the other halves, which is no harm, but take the CPU's share of
 * the memory that the next frame's reading is timed with.
 */
static int frame(const struct nfb_frames_setting *options, uint64_t *injections,
		struct nfb_frames *frames, uint64_t *done_ns)
{
	struct seen seen;
	int error = take_commits(options, frames);
	uint64_t start_ns = nfb_now_ns();

	if (!error)
		error = composite(options, &seen);
	if (*injections & NFB_INJECT_MISSED)
		nfb_sleep_until(start_ns + 1500000000 / options->hertz);
	*injections &= ~(uint64_t)NFB_INJECT_MISSED;
	*done_ns = nfb_now_ns();
	record(frames, *done_ns - start_ns);
	if (error)
		return error;
	compare(options, &seen, frames);
	return call_back_all(options, injections);
}

/* What is still being drawn is shown in no frame, and looked at all the
 * same. */
static int end(const struct nfb_frames_setting *options,
		struct nfb_frames *frames)
{
	struct seen seen;
	int error = 0;

	for (uint64_t i = 0; i < options->clients && !error; i++)
		if (options->client[i]->called)
			error = take_commit(options->client[i], true, frames);
	if (!error)
		error = composite(options, &seen);
	if (!error)
		compare(options, &seen, frames);
	return error;
}

static int run_frames(const struct nfb_frames_setting *options,
		struct nfb_frames *frames)
{
	uint64_t faults = nfb_faults_answered();
	uint64_t none = 0, injections = options->injections, done_ns = 0;
	int error = begin(options, frames);
	struct nfb_pace pace = nfb_pace_from_now(options->hertz);

	nfb_pace_frame(&pace, 0);
	for (uint64_t i = 0; i < options->frames && !error; i++) {
		error = frame(options,
				i < options->frames / 2 ? &none : &injections,
				frames, &done_ns);
		frames->missed_frames += nfb_pace_frame(&pace, done_ns);
	}
	frames->busy.outcome.faults += nfb_faults_answered() - faults;
	/* A injected fault that could not be planted must not pass for one
	 * unseen. */
	if (!error && injections)
		error = -ETIMEDOUT;
	return error ? error : end(options, frames);
}

static bool fits(const struct nfb_frames_setting *options)
{
	for (uint64_t i = 0; i < options->clients; i++)
		if (options->pool[i]->size < 2 * options->buffer_bytes)
			return false;
	return true;
}

static int run(const void *setting, void *result)
{
	const struct nfb_frames_setting *options = setting;
	struct nfb_placement before;
	int error;

	if (options->clients < 1 || options->clients > NFB_MOST_CLIENTS
			|| options->hertz < 1 || options->hertz > 1000
			|| options->buffer_bytes % NFB_SUM_CHUNK_BYTES)
		return -EINVAL;
	if (!fits(options))
		return -ERANGE;
	before = nfb_keep_to_reader_cpu();
	error = run_frames(options, result);
	nfb_placement_restore(&before);
	return error;
}

const struct nfb_measurement nfb_frame_cycle = {
	.name = "frames",
	.setting_bytes = sizeof(struct nfb_frames_setting),
	.result_bytes = sizeof(struct nfb_frames),
	.run = run,
};
