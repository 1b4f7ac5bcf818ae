/* SPDX-License-Identifier: MIT */
/* What nfb_measure is asked and what it gives, measurement by measurement. */
#ifndef NOFAULT_MEASUREMENTS_H
#define NOFAULT_MEASUREMENTS_H

#include "nofault.h"

/*
 * Measurement `read-loop`, gives struct nfb_text: why this machine has no such
 * loop; empty where it has.
 */
struct nfb_read_loop_setting {
	int64_t loop; /* enum nfb_read_loop_id */
};

struct nfb_text {
	char text[192];
};

/*
 * Measurement `placement`, gives struct nfb_placement_info: which CPUs a reader
 * of fresh frames and its client keep to. Its setting is struct nfb_no_setting.
 */
struct nfb_no_setting {
	uint64_t unused;
};

struct nfb_placement_info {
	int64_t reader_cpu;
	int64_t client_cpu;
	/* What a reader of the figures has to know of it; else empty. */
	char warning[192];
};

/*
 * Measurement `read-timed`, gives struct nfb_timed: as nfb_read, each access
 * between two readings of the clock, of which one is in its time.
 */
struct nfb_timed_setting {
	struct nfb_pool *pool;
	uint64_t accesses;
	struct nfb_region region;
};

/* Measurement `clock`, gives struct nfb_clock: what its readings cost by
 * themselves. */
struct nfb_clock_setting {
	uint64_t readings;
};

struct nfb_clock {
	uint64_t total_ns;      /* of the readings, one after the other */
	uint64_t resolution_ns; /* of which every difference was a multiple */
};

/*
 * Measurement `counted-read`, gives struct nfb_counted: as nfb_read, counted in
 * the calling thread. What it counts holds the few system calls around the
 * batch.
 */
struct nfb_counted_setting {
	struct nfb_pool *pool;
	uint64_t accesses;
	struct nfb_region region;
};

struct nfb_counted {
	struct nfb_outcome outcome;
	uint64_t minor_faults;
	uint64_t context_switches;
	int64_t hardware_error; /* errno: why the rest is 0; or 0 */
	uint64_t instructions;  /* these three in user space alone */
	uint64_t cycles;
	uint64_t dtlb_misses;   /* of loads */
};

/* What programs do that use no guard and no flag (non_user.c). */
enum nfb_non_user_shape {
	NFB_FAULT_ANONYMOUS,    /* write to each page of private memory */
	NFB_FAULT_PRIVATE_FILE, /* of a private mapping of a file: copied */
	NFB_FAULT_SHARED_FILE,  /* of a shared mapping of a file */
	NFB_MAP_UNMAP,          /* mmap and munmap, untouched */
	NFB_FORK_EXIT,          /* fork, exit and wait, with memory touched */
};

/* Measurement `non-user`, gives struct nfb_non_user: REPEATS mappings of BYTES
 * each. */
struct nfb_non_user_setting {
	int64_t shape; /* enum nfb_non_user_shape */
	uint64_t bytes;
	uint64_t repeats;
};

struct nfb_non_user {
	uint64_t total_ns;
	uint64_t events; /* minor faults as the kernel counts them, pairs of
			  * map and unmap, or forks */
};

/*
 * Measurement `read-fresh`, gives struct nfb_timed: as nfb_read, each access
 * timed alone and preceded by the client drawing the frame of seed SEED + i, so
 * that the bytes come from another core's cache: the calling thread keeps to
 * one CPU meanwhile, the client to another.
 */
struct nfb_fresh_setting {
	struct nfb_pool *pool;
	struct nfb_client *client;
	uint64_t seed;
	uint64_t accesses;
	struct nfb_region region;
};

/* What a frame measurement does wrong on purpose, once, so that its counting
 * can be tested. */
enum nfb_injection {
	NFB_INJECT_TORN = 1 << 0,   /* a client commits before it has drawn */
	NFB_INJECT_LOST = 1 << 1,   /* a commit never arrives */
	NFB_INJECT_LATE = 1 << 2,   /* a client commits after the deadline */
	NFB_INJECT_MISSED = 1 << 3, /* the compositor composites too long */
};

#define NFB_MOST_CLIENTS 64

/*
 * Measurement `frames`, gives struct nfb_frames: a compositor of CLIENTS
 * clients, at HERTZ deadlines a second. At each it takes the commits that have
 * arrived, reads the shown half of every client's file, BUFFER_BYTES of it, and
 * sends frame callbacks to those whose commit it took. The pools have twice
 * BUFFER_BYTES, which is a multiple of the chunk size. The calling thread
 * keeps to one CPU, the clients to the others.
 */
struct nfb_frames_setting {
	uint64_t clients;
	struct nfb_client **client;
	struct nfb_pool **pool; /* of each client */
	uint64_t buffer_bytes;
	uint64_t hertz;
	uint64_t frames;
	uint64_t injections; /* enum nfb_injection; to the first client, from
			      * halfway on; -ETIMEDOUT where it could not be
			      * planted */
};

struct nfb_frames {
	struct nfb_timed busy;   /* of each frame: reading all buffers */
	uint64_t worst_ns;
	uint64_t missed_frames;  /* deadlines that passed without a frame */
	uint64_t commits;        /* that arrived */
	uint64_t late_commits; /* deadlines at which one was called for and was
				* not there */
	uint64_t lost_commits;   /* serials that were never shown */
	uint64_t torn_commits;   /* whose bytes are not those of the serial */
};

/*
 * Measurement `hostile`, gives struct nfb_hostile: FRAMES frames at HERTZ with
 * two clients, the one of which truncates its file at random and grows it back
 * without end, and FRAMES with both in peace before. What is read is the whole
 * of both files; what of the attacker's bytes is seen is `nofault-verify`'s to
 * prove (survives-attacker). A pool that has lost bytes is attached anew within
 * the frame, unless its strategy sees the file grow back: the compositor pays
 * for both. PROGRAM and POOL_BYTES are nfb_client_start's.
 */
struct nfb_hostile_setting {
	const char *program;
	int64_t strategy; /* row of the registry */
	uint64_t pool_bytes;
	uint64_t seed;
	uint64_t hertz;
	uint64_t frames;
};

struct nfb_hostile {
	struct nfb_timed attacked; /* the attacker's buffer, each frame,
				    * attaching it anew included */
	uint64_t unattacked_ns;      /* the same in peace, all frames */
	uint64_t worst_ns;
	uint64_t truncates;        /* ftruncate calls of the attacker */
	uint64_t late_frames;      /* of the other client, under attack */
	uint64_t wrong_accesses;   /* of the other client, or in peace: other
				    * bytes than the client's */
	uint64_t reattach_ns;      /* of `attacked`, attaching anew alone */
	uint64_t reattachments;    /* frames in which it was */
};

/* How a pool's pages are brought in when it is attached. */
enum nfb_populate {
	NFB_POPULATE_NONE,    /* each at its first read */
	NFB_POPULATE_MAP,     /* MAP_POPULATE */
	NFB_POPULATE_MADVISE, /* MADV_POPULATE_READ, Linux 5.14 */
};

/*
 * Measurement `lifecycle`, gives struct nfb_lifecycle. CYCLES times, with a
 * client of its own each: it draws the frame of SEED; the pool is attached,
 * read whole twice and made a page longer; the client ends, so that the pool's
 * is the last reference to the file; the mapping goes, and then the file.
 * -EOPNOTSUPP where the strategy's mapping is not ours to populate, or refuses
 * to be, as a dma-buf's does MADV_POPULATE_READ.
 */
struct nfb_lifecycle_setting {
	const char *program;
	int64_t strategy; /* row of the registry */
	uint64_t pool_bytes;
	uint64_t seed;
	int64_t populate; /* enum nfb_populate */
	int64_t backing;  /* enum nfb_backing */
	uint64_t cycles;
};

/* Of all cycles together. */
struct nfb_lifecycle {
	uint64_t checksum; /* of the reads, folded in order */
	uint64_t attach_ns;
	uint64_t first_read_ns;
	uint64_t warm_read_ns;
	uint64_t resize_ns;
	uint64_t unmap_ns;
	uint64_t close_ns;
};

#define NFB_MOST_READERS 64

/*
 * Measurement `scaling`, gives struct nfb_scaling: READERS threads of this
 * process read a pool each, of a client each, ACCESSES times; where RECOVERING
 * is not 0, one thread more attaches, loses and detaches a pool of its own
 * meanwhile.
 */
struct nfb_scaling_setting {
	const char *program;
	int64_t strategy; /* row of the registry */
	uint64_t pool_bytes;
	uint64_t seed;
	uint64_t readers;
	uint64_t recovering;
	uint64_t accesses; /* of each reader */
};

struct nfb_scaling {
	struct nfb_timed reads;  /* of the readers, which lose nothing */
	uint64_t worst_ns;
	uint64_t recoveries;     /* of the further thread meanwhile */
	uint64_t wrong_readers;  /* that read other bytes than their client's */
};

/*
 * Measurement `recovery`, gives struct nfb_timed. REPEATS times: the client
 * draws the frame of SEED and the pool is attached; the client truncates to
 * KEEP_BYTES; the timed access, a recovery; detach; the client grows the file
 * back.
 */
struct nfb_recovery_setting {
	int64_t strategy; /* row of the registry */
	struct nfb_client *client;
	uint64_t seed;
	uint64_t keep_bytes;
	uint64_t repeats;
	struct nfb_region region;
};

#endif
