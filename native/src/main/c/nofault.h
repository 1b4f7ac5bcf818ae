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

#include "platform.h"

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
	NFB_SURVIVES_SCATTERED_HOLES = 1 << 5,
	NFB_SURVIVES_BEYOND_MEMORY = 1 << 6,
	NFB_SURVIVES_HUGE_PAGE_FILE = 1 << 7,
	NFB_CHARGES_NO_HOLES = 1 << 8,
	NFB_SURVIVES_PAST_SEALED_END = 1 << 9,
	NFB_SURVIVES_HOLE_PUNCH = 1 << 10,
	NFB_SURVIVES_LOST_WRITE = 1 << 11,
	NFB_SURVIVES_ATTACKER = 1 << 12,
	NFB_READS_ZEROS = 1 << 13,
	NFB_KEEPS_VALID_PAGES = 1 << 14,
	NFB_TELLS_LOSS = 1 << 15,
	NFB_TELLS_SECOND_READER = 1 << 16,
	NFB_SEES_LATER_WRITES = 1 << 17,
	NFB_SEES_REGROWTH = 1 << 18,
	NFB_OUTLIVES_CLIENT = 1 << 19,
	NFB_WORKS_IN_TWO_THREADS = 1 << 20,
	NFB_NESTS_TWO_POOLS = 1 << 21,
	NFB_WRITABLE = 1 << 22,
	NFB_PASSES_FOREIGN_FAULTS = 1 << 23,
	NFB_RESPECTS_LATER_HANDLER = 1 << 24,
	NFB_ENDS_WHEN_REPAIR_FAILS = 1 << 25,
	NFB_DIES_OF_REAL_BUG = 1 << 26,
	NFB_CRASHES_JVM_OF_REAL_BUG = 1 << 27,
	NFB_ALL_PROPERTIES = (1 << 28) - 1,
	NFB_NEEDS_CLIENT = 1 << 28,
	NFB_NEEDS_KERNEL_PATCH = 1 << 29,
	NFB_STAND_IN = 1 << 30,
};

struct nfb_strategy_info {
	char id[32];
	char name[64];
	char summary[192];
	/* Why it cannot run on this machine; empty where it can. */
	char skip_reason[192];
	/* What a reader of its figures must know of this machine, if
	 * anything. */
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

/* What consumes the bytes of an access (read_loop.h). */
enum nfb_read_loop_id {
	NFB_LOOP_SUM,         /* a checksum of them */
	NFB_LOOP_COPY,        /* rows to an upload buffer, packed */
	NFB_LOOP_COPY_STREAM, /* the same, stored past the caches */
	NFB_LOOP_MEMCPY,      /* the same by the C library's memcpy */
	NFB_LOOP_BLEND,       /* premultiplied ARGB8888 OVER, in place */
	NFB_LOOP_PIXMAN,      /* the same by libpixman */
	NFB_LOOP_FILL,        /* writes the rows, from the upload buffer */
};

/* A loop, and where those other than `sum` write, or `fill` takes them from:
 * the region's bytes, packed row after row. */
struct nfb_reading {
	int64_t loop; /* enum nfb_read_loop_id */
	unsigned char *upload;
	uint64_t upload_bytes;
};

enum nfb_client_command {
	NFB_CLIENT_DRAW,   /* fill the file with the frame of seed VALUE */
	NFB_CLIENT_RESIZE, /* ftruncate the file to VALUE bytes */
	NFB_CLIENT_PUNCH,  /* punch a hole from byte VALUE to the file's end */
	NFB_CLIENT_FRAME,  /* draw and commit half VALUE & 1 of the file */
	NFB_CLIENT_ATTACK, /* truncate and regrow until the next command; it
			    * answers when it begins, and when it has ended */
	NFB_CLIENT_STOP_ATTACK,  /* nothing: ends an attack */
};

/* Row INDEX of the registry; -ENOENT past its end. Probes this machine. */
NFB_API int nfb_strategy_at(int index, struct nfb_strategy_info *info);

/*
 * Adds the strategies of the shared library FILE (nofault_strategy.h) to the
 * end of the registry and returns how many; or adds none and returns a negative
 * errno, and one line in PROBLEM says why. Before anything else is called in
 * another thread.
 */
NFB_API int nfb_load_strategies(const char *file, char *problem,
		uint64_t problem_bytes);

/* The row of the strategy of that ID; -ENOENT where there is none. Probes
 * nothing. */
NFB_API int nfb_strategy_index(const char *id);

/* Of the `sum` loop in use: "avx512", "avx2", "neon" or "baseline". */
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
 * `sum`, the one loop whose outcome has a checksum. -ENOSYS where this
 * machine has no such loop, -ERANGE where the upload buffer is too small,
 * -EOPNOTSUPP where the strategy knows the code of our own loops alone, or is
 * to write and cannot.
 */
NFB_API int nfb_read(struct nfb_pool *pool, const struct nfb_region *region,
		const struct nfb_reading *reading, uint64_t accesses,
		struct nfb_outcome *outcome);

/*
 * Asks measurement NAME, with its own SETTING and RESULT, which are structures
 * of nofault_measurements.h and 64-bit words throughout: -ENOENT where there is
 * no such measurement, -EINVAL where a size is not its structure's. RESULT is
 * added to, so that the caller clears it. It is a measurement whose parts C
 * alone can time.
 */
NFB_API int nfb_measure(const char *name, const void *setting,
		uint64_t setting_bytes, void *result, uint64_t result_bytes);

/* Does nothing: what a call into the library costs by itself. */
NFB_API int nfb_nothing(void);

/* The reads of nfb_read as a plain loop without the access contract. */
NFB_API int nfb_plain_read(const struct nfb_pool *pool,
		const struct nfb_region *region, uint64_t accesses,
		struct nfb_outcome *outcome);

#endif
