/* SPDX-License-Identifier: MIT */
/*
 * What the shared library exports, and nothing else (nofault.map).
 *
 * Every function that can fail returns 0 or a negative errno. Handles are
 * opaque; a handle is freed by the call that ends it, also when that call
 * reports an error. No function may be called twice at once on one handle,
 * except nfb_read, which any number of threads may call on one pool.
 */
#ifndef NOFAULT_H
#define NOFAULT_H

#include <stdint.h>

#define NFB_API __attribute__((visibility("default")))

enum nfb_family {
	NFB_FAMILY_UNGUARDED,
	NFB_FAMILY_SEALED,
	NFB_FAMILY_GUARD,
	NFB_FAMILY_NOFAULT,
	NFB_FAMILY_COPY,
};

/* What a strategy declares of itself; Trait.java explains each. Up to
 * NFB_ALL_PROPERTIES they are properties, which `nofault-verify` puts to the
 * test; the others say what the strategy is. */
enum nfb_trait {
	NFB_SURVIVES_TRUNCATION = 1 << 0,
	NFB_SURVIVES_TRUNCATION_TO_HALF = 1 << 1,
	NFB_SURVIVES_TRUNCATION_INSIDE_PAGE = 1 << 2,
	NFB_SURVIVES_AT_UNALIGNED_OFFSET = 1 << 3,
	NFB_SURVIVES_UNBACKABLE_HOLE = 1 << 4,
	NFB_SURVIVES_PAST_SEALED_END = 1 << 5,
	NFB_SURVIVES_HOLE_PUNCH = 1 << 6,
	NFB_SURVIVES_LOST_WRITE = 1 << 7,
	NFB_SURVIVES_ATTACKER = 1 << 8,
	NFB_READS_ZEROS = 1 << 9,
	NFB_KEEPS_VALID_PAGES = 1 << 10,
	NFB_TELLS_LOSS = 1 << 11,
	NFB_TELLS_SECOND_READER = 1 << 12,
	NFB_SEES_LATER_WRITES = 1 << 13,
	NFB_SEES_REGROWTH = 1 << 14,
	NFB_OUTLIVES_CLIENT = 1 << 15,
	NFB_WORKS_IN_TWO_THREADS = 1 << 16,
	NFB_NESTS_TWO_POOLS = 1 << 17,
	NFB_WRITABLE = 1 << 18,
	NFB_PASSES_FOREIGN_FAULTS = 1 << 19,
	NFB_RESPECTS_LATER_HANDLER = 1 << 20,
	NFB_ENDS_WHEN_REPAIR_FAILS = 1 << 21,
	NFB_DIES_OF_REAL_BUG = 1 << 22,
	NFB_CRASHES_JVM_OF_REAL_BUG = 1 << 23,
	NFB_ALL_PROPERTIES = (1 << 24) - 1,
	NFB_NEEDS_CLIENT = 1 << 24,
	NFB_NEEDS_KERNEL_PATCH = 1 << 25,
	NFB_STAND_IN = 1 << 26,
};

struct nfb_strategy_info {
	char id[32];
	char name[64];
	char summary[192];
	/* Why it cannot run on this machine; empty where it can. */
	char skip_reason[192];
	/* What a reader of its figures must know of this machine, if anything. */
	char note[192];
	int32_t family;
	int32_t traits;
};

/*
 * A rectangle: ROWS runs of ROW_BYTES bytes, STRIDE_BYTES apart, from
 * OFFSET_BYTES on; and MORE_RECTANGLES of the same shape behind it, each
 * RECTANGLE_STRIDE_BYTES after the one before.
 */
struct nfb_region {
	uint64_t offset_bytes;
	uint64_t row_bytes;
	uint64_t rows;
	uint64_t stride_bytes;
	uint64_t more_rectangles;
	uint64_t rectangle_stride_bytes;
};

/* What a batch of accesses read. */
struct nfb_outcome {
	uint64_t checksum;      /* the accesses' checksums, folded in order */
	uint64_t lost_accesses; /* accesses that told their caller of a loss */
	uint64_t faults;        /* SIGBUS signals answered meanwhile */
};

#define NFB_HISTOGRAM_BUCKETS ((40 - 7 + 1) << 7)

/* A batch whose accesses were timed one by one. */
struct nfb_timed {
	struct nfb_outcome outcome;
	uint64_t total_ns;
	uint64_t histogram[NFB_HISTOGRAM_BUCKETS];
};

struct nfb_client;
struct nfb_pool;

/* What consumes the bytes of an access (kernel.h). */
enum nfb_kernel_id {
	NFB_KERNEL_SUM,         /* a checksum of them */
	NFB_KERNEL_COPY,        /* rows to a staging buffer, packed */
	NFB_KERNEL_COPY_STREAM, /* the same, stored past the caches */
	NFB_KERNEL_MEMCPY,      /* the same by the C library's memcpy */
	NFB_KERNEL_BLEND,       /* premultiplied ARGB8888 OVER, in place */
	NFB_KERNEL_PIXMAN,      /* the same by libpixman */
	NFB_KERNEL_FILL,        /* writes the rows, from the staging buffer */
};

/* A kernel, and where those other than `sum` write, or `fill` takes them from:
 * the region's bytes, packed row after row. */
struct nfb_reading {
	int64_t kernel; /* enum nfb_kernel_id */
	unsigned char *staging;
	uint64_t staging_bytes;
};

enum nfb_client_command {
	NFB_CLIENT_DRAW,   /* fill the file with the frame of seed VALUE */
	NFB_CLIENT_RESIZE, /* ftruncate the file to VALUE bytes */
	NFB_CLIENT_PUNCH,  /* punch a hole from byte VALUE to the file's end */
	NFB_CLIENT_FRAME,  /* draw and commit half VALUE & 1 of the file */
	NFB_CLIENT_ATTACK, /* truncate and regrow until the next command */
	NFB_CLIENT_PEACE,  /* nothing: ends an attack */
};

/* Row INDEX of the registry; -ENOENT past its end. Probes this machine. */
NFB_API int nfb_strategy_at(int index, struct nfb_strategy_info *info);

/* Of the `sum` kernel in use: "avx512", "avx2", "neon" or "baseline". */
NFB_API const char *nfb_instruction_set(void);

/* What a client's file is made of. */
enum nfb_backing {
	NFB_BACKING_MEMFD,
	NFB_BACKING_TMPFS, /* an unlinked file in /dev/shm */
	NFB_BACKING_THP,   /* a memfd whose mappings ask for huge pages */
	NFB_BACKING_FILE,  /* an unlinked file in /var/tmp */
};

#define NFB_CLIENT_SEALED 1 /* against shrinking, which only a memfd can be */
#define NFB_CLIENT_BACKED_BY(backing) ((int)(backing) << 1)

/*
 * Starts the client program PROGRAM as a process of its own, which creates a
 * file of POOL_BYTES. KIND is NFB_CLIENT_SEALED or 0, with what the file is
 * made of; 0 is a memfd that may shrink.
 * FD, if not NULL, receives that file's descriptor in this process: the
 * handle's own, open until the client is stopped, not to be closed by the
 * caller, who may open /proc/self/fd/FD.
 */
NFB_API int nfb_client_start(const char *program, uint64_t pool_bytes,
		int kind, struct nfb_client **client, int *fd);

/* Has the client do one thing and waits until it is done. */
NFB_API int nfb_client_command(struct nfb_client *client, int command,
		uint64_t value);

/* Ends the client process and frees the handle. */
NFB_API int nfb_client_stop(struct nfb_client *client);

/* Maps the client's file as STRATEGY does. */
NFB_API int nfb_pool_attach(int strategy, const struct nfb_client *client,
		struct nfb_pool **pool);

NFB_API int nfb_pool_detach(struct nfb_pool *pool);

/*
 * ACCESSES times: begin, read REGION as READING says, end. READING is NULL for
 * `sum`, the one kernel whose outcome has a checksum. -ENOSYS where this
 * machine has no such kernel, -ERANGE where the staging buffer is too small,
 * -EOPNOTSUPP where the strategy knows the code of our own kernels alone, or is
 * to write and cannot.
 */
NFB_API int nfb_read(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_reading *reading, uint64_t accesses,
		struct nfb_outcome *outcome);

/*
 * Asks trial NAME, with its own SETTING and RESULT, which are structures of
 * this file and 64-bit words throughout: -ENOENT where there is no such trial,
 * -EINVAL where a size is not its structure's. RESULT is added to, so that the
 * caller clears it. A trial is a measurement whose parts C alone can time.
 */
NFB_API int nfb_trial(const char *name, const void *setting,
		uint64_t setting_bytes, void *result, uint64_t result_bytes);

/*
 * Trial `kernel`, gives struct nfb_text: why this machine has no such kernel;
 * empty where it has.
 */
struct nfb_kernel_setting {
	int64_t kernel; /* enum nfb_kernel_id */
};

struct nfb_text {
	char text[192];
};

/*
 * Trial `read-timed`, gives struct nfb_timed: as nfb_read, each access between
 * two readings of the clock, of which one is in its time.
 */
struct nfb_timed_setting {
	struct nfb_pool *pool;
	uint64_t accesses;
	struct nfb_region region;
};

/* Trial `clock`, gives struct nfb_clock: what its readings cost by themselves. */
struct nfb_clock_setting {
	uint64_t readings;
};

struct nfb_clock {
	uint64_t total_ns;      /* of the readings, one after the other */
	uint64_t resolution_ns; /* of which every difference was a multiple */
};

/*
 * Trial `counted-read`, gives struct nfb_counted: as nfb_read, counted in the
 * calling thread. What it counts holds the few system calls around the batch.
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

/* Trial `non-user`, gives struct nfb_non_user: REPEATS mappings of BYTES each. */
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
 * Trial `read-fresh`, gives struct nfb_timed: as nfb_read, each access timed
 * alone and preceded by the client drawing the frame of seed SEED + i, so that
 * the bytes come from another core's cache: the calling thread keeps to one
 * CPU meanwhile, the client to another.
 */
struct nfb_fresh_setting {
	struct nfb_pool *pool;
	struct nfb_client *client;
	uint64_t seed;
	uint64_t accesses;
	struct nfb_region region;
};

/* What a frame trial does wrong on purpose, once, so that its counting can be
 * tested. */
enum nfb_mishap {
	NFB_MISHAP_TORN = 1 << 0,   /* a client commits before it has drawn */
	NFB_MISHAP_LOST = 1 << 1,   /* a commit never arrives */
	NFB_MISHAP_LATE = 1 << 2,   /* a client commits after the deadline */
	NFB_MISHAP_MISSED = 1 << 3, /* the compositor composites too long */
};

#define NFB_MOST_CLIENTS 64

/*
 * Trial `frames`, gives struct nfb_frames: a compositor of CLIENTS clients, at
 * HERTZ deadlines a second. At each it takes the commits that have arrived,
 * reads the shown half of every client's file, BUFFER_BYTES of it, and sends
 * frame callbacks to those whose commit it took. The pools have twice
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
	uint64_t mishaps; /* enum nfb_mishap; to the first client, from halfway
			   * on; -ETIMEDOUT where it could not be planted */
};

struct nfb_frames {
	struct nfb_timed busy;   /* of each frame: reading all buffers */
	uint64_t worst_ns;
	uint64_t missed_frames;  /* deadlines that passed without a frame */
	uint64_t commits;        /* that arrived */
	uint64_t late_commits;   /* deadlines at which one was called for and was
				  * not there */
	uint64_t lost_commits;   /* serials that were never shown */
	uint64_t torn_commits;   /* whose bytes are not those of the serial */
};

/*
 * Trial `hostile`, gives struct nfb_hostile: FRAMES frames at HERTZ with two
 * clients, the one of which truncates its file at random and grows it back
 * without end, and FRAMES with both in peace before. What is read is the whole
 * of both files; what of the attacker's bytes is seen is `nofault-verify`'s to
 * prove (survives-attacker). A pool that tells of a loss is attached anew within the frame:
 * the compositor pays for both. PROGRAM and POOL_BYTES are nfb_client_start's.
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
	struct nfb_timed attacked; /* the attacker's buffer, each frame */
	uint64_t peaceful_ns;      /* the same in peace, all frames */
	uint64_t worst_ns;
	uint64_t truncates;        /* ftruncate calls of the attacker */
	uint64_t late_frames;      /* of the other client, under attack */
	uint64_t wrong_accesses;   /* of the other client, or in peace: other
				    * bytes than the client's */
};

/* How a pool's pages are brought in when it is attached. */
enum nfb_populate {
	NFB_POPULATE_NONE,    /* each at its first read */
	NFB_POPULATE_MAP,     /* MAP_POPULATE */
	NFB_POPULATE_MADVISE, /* MADV_POPULATE_READ, Linux 5.14 */
};

/*
 * Trial `lifecycle`, gives struct nfb_lifecycle. CYCLES times, with a client of
 * its own each: it draws the frame of SEED; the pool is attached, read whole
 * twice and made a page longer; the client ends, so that the pool's is the
 * last reference to the file; the mapping goes, and then the file.
 * -EOPNOTSUPP where the strategy's mapping is not ours to populate.
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
 * Trial `scaling`, gives struct nfb_scaling: READERS threads of this process
 * read a pool each, of a client each, ACCESSES times; where RECOVERING is not
 * 0, one thread more attaches, loses and detaches a pool of its own meanwhile.
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
 * Trial `recovery`, gives struct nfb_timed. REPEATS times: the client draws
 * the frame of SEED and the pool is attached; the client truncates to
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

/* Does nothing: what a call into the library costs by itself. */
NFB_API int nfb_nothing(void);

/* The reads of nfb_read as a plain loop without the access contract. */
NFB_API int nfb_plain_read(const struct nfb_pool *pool,
		const struct nfb_region *region, uint64_t accesses,
		struct nfb_outcome *outcome);

#endif
