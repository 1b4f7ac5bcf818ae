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
#include "committing.h"
#include "dispatcher.h"
#include "frame.h"
#include "histogram.h"
#include "pace.h"
#include "placement.h"
#include "pool.h"
#include "protocol.h"
#include "sum.h"
#include "trial.h"

/* What was read of the clients in one frame. */
struct seen {
	struct nfb_access access[NFB_MOST_CLIENTS];
};

static int call_back(const struct nfb_frames_setting *asked,
		struct nfb_client *client, uint64_t mishaps)
{
	uint64_t late_us = 1500000 / asked->hertz;

	client->called = true;
	return nfb_client_send(client, NFB_CLIENT_FRAME, (uint64_t)!client->shown
			| (mishaps & 7) << 1 | late_us << 8);
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
static int begin(const struct nfb_frames_setting *asked,
		struct nfb_frames *frames)
{
	int error = 0;

	for (uint64_t i = 0; i < asked->clients && !error; i++)
		error = call_back(asked, asked->client[i], 0);
	for (uint64_t i = 0; i < asked->clients && !error; i++)
		error = take_commit(asked->client[i], true, frames);
	return error;
}

static int take_commits(const struct nfb_frames_setting *asked,
		struct nfb_frames *frames)
{
	for (uint64_t i = 0; i < asked->clients; i++) {
		int error = asked->client[i]->called
			? take_commit(asked->client[i], false, frames) : 0;

		if (error == -EAGAIN)
			frames->late_commits++;
		else if (error)
			return error;
	}
	return 0;
}

static int composite(const struct nfb_frames_setting *asked, struct seen *seen)
{
	int error = 0;

	for (uint64_t i = 0; i < asked->clients && !error; i++) {
		struct nfb_region half = {
			(uint64_t)asked->client[i]->shown * asked->buffer_bytes,
			asked->buffer_bytes, 1, asked->buffer_bytes };

		error = nfb_access_once(asked->pool[i], &half,
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

static void compare(const struct nfb_frames_setting *asked,
		const struct seen *seen, struct nfb_frames *frames)
{
	for (uint64_t i = 0; i < asked->clients; i++) {
		struct nfb_client *client = asked->client[i];
		uint64_t seed = nfb_commit_seed((uint64_t)client->pid,
				client->serial);

		frames->busy.outcome.lost_accesses += seen->access[i].lost;
		/* A commit that stays is read again, and counts once. */
		if (!client->torn && seen->access[i].checksum
				!= nfb_frame_sum(asked->buffer_bytes, seed)) {
			client->torn = true;
			frames->torn_commits++;
		}
	}
}

/* The first client is handed its MISHAPS, once it is there to take them. */
static int call_back_all(const struct nfb_frames_setting *asked,
		uint64_t *mishaps)
{
	int error = 0;

	if (!asked->client[0]->called) {
		error = call_back(asked, asked->client[0], *mishaps);
		*mishaps = 0;
	}
	for (uint64_t i = 1; i < asked->clients && !error; i++)
		if (!asked->client[i]->called)
			error = call_back(asked, asked->client[i], 0);
	return error;
}

/*
 * The comparison is made before the callbacks go out: afterwards the clients
 * draw into the other halves, which is no harm, but take the CPU's share of
 * the memory that the next frame's reading is timed with.
 */
static int frame(const struct nfb_frames_setting *asked, uint64_t *mishaps,
		struct nfb_frames *frames, uint64_t *done_ns)
{
	struct seen seen;
	int error = take_commits(asked, frames);
	uint64_t start_ns = nfb_now_ns();

	if (!error)
		error = composite(asked, &seen);
	if (*mishaps & NFB_MISHAP_MISSED)
		nfb_sleep_until(start_ns + 1500000000 / asked->hertz);
	*mishaps &= ~(uint64_t)NFB_MISHAP_MISSED;
	*done_ns = nfb_now_ns();
	record(frames, *done_ns - start_ns);
	if (error)
		return error;
	compare(asked, &seen, frames);
	return call_back_all(asked, mishaps);
}

/* What is still being drawn is shown in no frame, and looked at all the same. */
static int end(const struct nfb_frames_setting *asked,
		struct nfb_frames *frames)
{
	struct seen seen;
	int error = 0;

	for (uint64_t i = 0; i < asked->clients && !error; i++)
		if (asked->client[i]->called)
			error = take_commit(asked->client[i], true, frames);
	if (!error)
		error = composite(asked, &seen);
	if (!error)
		compare(asked, &seen, frames);
	return error;
}

static int run_frames(const struct nfb_frames_setting *asked,
		struct nfb_frames *frames)
{
	uint64_t faults = nfb_faults_answered();
	uint64_t none = 0, mishaps = asked->mishaps, done_ns = 0;
	int error = begin(asked, frames);
	struct nfb_pace pace = nfb_pace_from_now(asked->hertz);

	nfb_pace_frame(&pace, 0);
	for (uint64_t i = 0; i < asked->frames && !error; i++) {
		error = frame(asked, i < asked->frames / 2 ? &none : &mishaps,
				frames, &done_ns);
		frames->missed_frames += nfb_pace_frame(&pace, done_ns);
	}
	frames->busy.outcome.faults += nfb_faults_answered() - faults;
	/* A mishap that could not be planted must not pass for one unseen. */
	if (!error && mishaps)
		error = -ETIMEDOUT;
	return error ? error : end(asked, frames);
}

static bool fits(const struct nfb_frames_setting *asked)
{
	for (uint64_t i = 0; i < asked->clients; i++)
		if (asked->pool[i]->size < 2 * asked->buffer_bytes)
			return false;
	return true;
}

static int run(const void *setting, void *result)
{
	const struct nfb_frames_setting *asked = setting;
	struct nfb_placement before;
	int error;

	if (asked->clients < 1 || asked->clients > NFB_MOST_CLIENTS
			|| asked->hertz < 1 || asked->hertz > 1000
			|| asked->buffer_bytes % NFB_SUM_CHUNK_BYTES)
		return -EINVAL;
	if (!fits(asked))
		return -ERANGE;
	before = nfb_keep_to_first_cpu();
	error = run_frames(asked, result);
	nfb_placement_restore(&before);
	return error;
}

const struct nfb_trial nfb_frame_cycle = {
	.name = "frames",
	.setting_bytes = sizeof(struct nfb_frames_setting),
	.result_bytes = sizeof(struct nfb_frames),
	.run = run,
};
