nofault-bench: quick run on synthetic, Linux 6.18.0, 2026-11-23T12:00:00Z

Status:  FAIL
         1 fork failed: BufferRead.fresh/guard-jump/4K in round 3
Test:    reading a mapped file that its owner may shrink at any time, as a
         Wayland compositor reads its clients' buffers: under a SIGBUS
         handler (guard-*), through a private mapping that never faults
         (nofault-*), by copying (copy-*), from a sealed file (sealed), or
         unprotected (unguarded-*). 9 of 10 strategies measured, 149 cells.
         nofault-private is SKIPPED because the kernel has no such flag
         (see objection 6); nofault-emulated stands in for the flag; it
         uses a signal handler.
Machine: Synthetic CPU (no machine: a seeded generator made these figures
         up), 2 processors, SMT on, governor unknown, 8192 MiB, page 4 KiB,
         THP madvise, shmem THP never, mitigated: spectre_v2
Kernel:  Linux 6.18.0, build id abababababab, IN A VIRTUAL MACHINE (KVM)
Method:  9 rounds of 9 planned; in each every cell once, in a process of
         its own, in random order (seed 20261123). Figure: median over the
         rounds, +- half its 95% interval. Ratio: median of those within
         each round; margin 1%. EQUIVALENT: the 95% interval of the ratio
         lies within the margin. FASTER and SLOWER are judged over all rows
         together; if nothing differs, at most 0.5% of runs have any.
         UNDECIDED and TOO FEW do not mean "the same".
Suite:   nofault-bench 0.1.0, commit 0000000, library 000000000000, read
         loops in avx2, gcc 12.2.0
Repeat:  java -jar benchmarks/target/benchmarks.jar run quick --seed
         20261123

Read with care:
 - 1 of 9 forks of BufferRead.fresh/guard-jump/4K failed, the first with:
   checksum mismatch: expected=0x1, found=0x2. Its figure rests on the
   others, if any.
 - Measured in a virtual machine (KVM): faults and mappings cost more than
   on bare metal, and other guests disturb. Ratios carry over better than
   absolute times.
 - 3 of 230 experiments on the strategies' properties did not come out as
   declared on this kernel; the section on properties names them.

Cost to code that does not use the flag
---------------------------------------
Modelled on will-it-scale's page_fault1 to page_fault3, mmap1 and fork1.
One kernel was measured, so there is no ratio and no verdict: give the
patched kernel's run with --patched.

NonUser, time of one
what                     ns [95% interval]
faultAnonymous        483.8 [470.1, 488.4]
forkExit        2315023 [2251564, 2345386]

The normal case: the owner leaves the file alone
------------------------------------------------
A buffer is read once, protection included. The smallest buffer shows what
a protection adds to each access, the large one how little of that remains.

BufferRead.warm, time of one access and ratio to unguarded-shared
strategy                time      +-  ratio    95% interval  verdict
16KiB:
unguarded-shared    81.28 ns  +-1.8%                         -
sealed              81.75 ns  +-1.8%  1.004  [1.000, 1.008]  EQUIVALENT
guard-pool          81.89 ns  +-2.0%  1.005  [1.004, 1.009]  EQUIVALENT
nofault-emulated*   81.18 ns  +-1.7%  0.999  [0.995, 1.003]  EQUIVALENT
copy-pread           1001 ns  +-2.1%  12.31  [12.21, 12.33]  SLOWER
1080p:
unguarded-shared    341.2 us  +-1.7%                         -
sealed              341.4 us  +-1.5%  1.005  [0.997, 1.007]  EQUIVALENT
guard-pool          338.6 us  +-1.6%  0.998  [0.994, 1.005]  EQUIVALENT
nofault-emulated*   341.4 us  +-2.0%  1.000  [0.998, 1.006]  EQUIVALENT
copy-pread           1127 us  +-2.0%  3.304  [3.279, 3.313]  SLOWER
* stand-in for the kernel flag, which no released kernel has

The bad case: the owner has truncated the file
----------------------------------------------
From the first touch of a lost page until the access has returned;
guard-jump and guard-fixup give up there and read less. An unguarded read
ends the process; a sealed file cannot be truncated. Attacked: one access a
frame while the owner keeps truncating and regrowing the file. No fault was
measured with the flag: the stand-in is a signal handler.

TruncationRecovery.everythingLost, size=1080p, time of one recovery and
ratio to guard-pool
strategy               time     +-    ratio         95% interval verdict
guard-pool          2060 us +-1.7%                               -
guard-jump         21.08 us +-2.0%   0.0102     [0.0102, 0.0103] FASTER
nofault-emulated*  19593 us +-1.9%    9.491       [9.422, 9.543] SLOWER
copy-pread        0.9105 us +-2.0% 0.000438 [0.000437, 0.000441] FASTER

HostileClient.attacked, size=1080p, time of one attacked frame and ratio to
guard-pool
strategy                time      +-  ratio    95% interval  verdict
sealed              2.813 ms  +-1.6%  0.999  [0.998, 1.006]  EQUIVALENT
guard-pool          2.816 ms  +-2.1%                         -
guard-jump         0.3656 ms  +-1.8%  0.130  [0.129, 0.131]  FASTER
nofault-emulated*   23.75 ms  +-2.3%  8.460  [8.412, 8.516]  SLOWER
copy-pread          1.126 ms  +-1.7%  0.400  [0.398, 0.402]  FASTER

Where the stand-in for the flag is slower or lacks a property
-------------------------------------------------------------
Every place where nofault-emulated is SLOWER than others, judged over all
such pairs together: ratio of its time to that of the fastest of them, and
of guard-pool where SLOWER than it. After a fault the stand-in is a signal
handler.
 - TruncationRecovery.everythingLost, size=1080p: SLOWER than 3 of 3:
   21537x (21509-21740) of copy-pread, 9.491x (9.422-9.543) of guard-pool
 - HostileClient.attacked, size=1080p: SLOWER than 4 of 4: 64.97x
   (64.73-65.70) of guard-jump, 8.460x (8.412-8.516) of guard-pool
 - Failed tests: tells-loss (yes: guard-pool and 2 more); nests-two-pools
   (yes: copy-pread); writable (yes: guard-pool and 3 more).

What reviewers ask first
------------------------
Run `make` in native/kernel.
 - Who will use it, and where is their patch? Compositors; patches for
   libwayland and weston: `make weston`.
 - Why not userspace, or udmabuf? The best handler (guard-huge-tail) needs
   fewer instructions for a lost page than the flag, but scattered holes
   exhaust its mappings; udmabuf needs a sealed memfd: `make counts`.
 - Why silent zeros? A handler cannot continue otherwise; the file size
   shows the loss: `benchmarks.jar verify --table`.
 - Why optimise for a misbehaving client? It chooses how often pages are
   lost; that patch can be dropped: `make counts`.
 - Why writable? It is not: the series refuses to make such a mapping
   writable, because truncation would drop what was written: `make cases`.
 - Which filesystems? tmpfs and memfd; others get EINVAL: `make selftests`.
 - Who assumes that file mappings have no zero entries? UFFDIO_ZEROPAGE
   installs them in private shmem today: `make selftests fuzz`.
 - Times on hardware? Not measured on both kernels: `benchmarks.jar run
   standard` on each, then `reports.jar lkml A --patched B`.
 - Why not on the inode? One reader would decide for all, and the owner is
   not trusted: `make selftests`.
 - Why a flag for one class of users? Only the reader's page tables can
   guarantee it; cost to others: `make counts`.

The objections of 2021 (MAP_NOSIGBUS, linux-mm, June 2021)
----------------------------------------------------------
This kernel has no such flag, so no experiment answers for it. yes and no:
experiments with the stand-in, a signal handler.
 - (1) Is there only one user? libwayland, wlroots, Smithay, KWin, Mir and
   Jay each have a SIGBUS handler for this. They would map privately,
   except to write (screen capture). Xorg, journald, HotSpot, Firefox and
   lighttpd write to what they map, or need an abort instead of zeros. Not
   answered by this run (stand-in: sees-later-writes no, outlives-client
   no, writable no).
 - (2) Which errors are hidden? Not answered by this run (stand-in:
   survives-truncation yes, survives-unbackable-hole yes). Experiment: EIO
   of a failing disk must still raise SIGBUS: `make -C native/kernel
   cases`.
 - (3) What is seen when the file has grown back? Not answered by this run
   (stand-in: sees-regrowth no, survives-attacker yes).
 - (4) Truncate and hole punch on substituted pages? Not answered by this
   run (stand-in: survives-hole-punch yes, keeps-valid-pages yes).
   Experiment: punch, write, read: `make -C native/kernel selftests`.
 - (5) mprotect to writable (VM_MAYWRITE)? Not answered by this run
   (stand-in: survives-lost-write yes). Experiment: mprotect of a
   substituted page gives EACCES: `make -C native/kernel cases`.
 - (6) How is the flag detected? The series: madvise(NULL, 0,
   MADV_NOSIGBUS) returns 0; older kernels fail with EINVAL. The flag of
   2021: kernels ignore unknown flags of a private mapping, so only a fault
   in a child process tells. This run's probe: this kernel has no
   MAP_NOSIGBUS: a probe in a child died of SIGBUS.
 - (7) Who is charged for substituted pages? Not answered by this run.
   Experiment: read and then write 1 GiB past the end in a memory cgroup of
   64 MiB: `make -C native/kernel counts`.

Why a kernel flag, if a handler can be as fast?
-----------------------------------------------
GuardCost.beginEnd, per access
strategy              begin and end, ns    minus unguarded-
                                                 shared, ns
guard-pool         2.918 [2.832, 2.937]   1.49 [1.45, 1.52]
nofault-emulated*  1.408 [1.369, 1.426]  0.00 [-0.01, 0.00]
 - Not for speed in the normal case: a handler that stays installed costs
   nanoseconds per access, or nothing if it guards the whole process. Time
   of nofault-emulated over that of guard-pool in BufferRead.warm: 16KiB
   0.992x (0.990-0.997) EQUIVALENT; 256KiB 1.004x (1.001-1.008) EQUIVALENT;
   1080p 1.003x (0.998-1.004) EQUIVALENT; 4K 0.998x (0.991-1.000)
   EQUIVALENT.
 - Ownership: a process has one SIGBUS handler. A library that does not
   know who else sets it must set it around every access (guard-list), and
   the last one to set it silently disables all others.
 - Correctness: a handler runs at any instruction of any thread, may call
   almost nothing, and changes the address space of the other threads. Of
   12 tests that concern handlers the 2 handlers failed: keeps-valid-pages
   in guard-pool, guard-jump; tells-loss in guard-jump; tells-second-reader
   in guard-pool, guard-jump; works-in-two-threads in guard-jump;
   nests-two-pools in guard-pool, guard-jump; passes-foreign-faults in
   guard-pool, guard-jump; respects-later-handler in guard-pool,
   guard-jump; ends-when-repair-fails in guard-pool, guard-jump.
 - Reads without a signal: a write(2) or sendmsg(2) from the mapping fails
   with EFAULT, and no handler runs.
 - Against a flag: libraries could agree on one handler for all of them,
   without a new kernel. No handler of this run passed all of these tests.
   So far each library has its own.

What this does not show
-----------------------
 - One machine, one boot: another processor, kernel or memory layout may
   change the order of the rows, and no interval covers that.
 - The whole run, 114 comparisons: 74 EQUIVALENT, 4 FASTER, 28 SLOWER, 8
   UNDECIDED: `reports.jar text RUN` or `reports.jar html RUN`.
