nofault-bench: quick run on synthetic, Linux 6.18.0-next,
2026-11-23T12:00:00Z

Status:  FAIL
         1 fork failed: BufferRead.fresh/guard-jump/4K in round 3
Test:    reading a mapped file that its owner may shrink at any time, as a
         Wayland compositor reads its clients' buffers: under a SIGBUS
         handler (guard-*), through a private mapping that never faults
         (nofault-*), by copying (copy-*), from a sealed file (sealed), or
         unprotected (unguarded-*). 9 of 10 strategies measured, 149 cells.
         The kernel has the flag: nofault-emulated.
A:       unpatched: Linux 6.18.0, build id abababababab, IN A VIRTUAL
         MACHINE (KVM), run 20261123T120000Z-synthetic-6.18.0-0000000, FAIL
         1 fork failed: BufferRead.fresh/guard-jump/4K in round 3
B:       patched: Linux 6.18.0-next, build id cdcdabababab, IN A VIRTUAL
         MACHINE (KVM), run 20261123T120000Z-synthetic-6.18.0-0000000, FAIL
         1 fork failed: BufferRead.fresh/guard-jump/4K in round 3
Machine: Synthetic CPU (no machine: a seeded generator made these figures
         up), 2 processors, SMT on, governor unknown, 8192 MiB, page 4 KiB,
         THP madvise, shmem THP never, mitigated: spectre_v2
Method:  6 rounds of 6 planned; in each every cell once, in a process of
         its own, in random order (seed 1). Figure: median over the rounds,
         +- half its 95% interval. Ratio: median of those within each
         round; margin 1%. EQUIVALENT: the 95% interval of the ratio lies
         within the margin. FASTER and SLOWER are judged over all rows
         together; if nothing differs, at most 0.5% of runs have any.
         UNDECIDED and TOO FEW do not mean "the same".
Suite:   nofault-bench 0.1.0, commit 0000000, library 000000000000, read
         loops in avx2, gcc 12.2.0
Repeat:  java -jar benchmarks/target/benchmarks.jar run quick --seed 1

Read with care:
 - 1 of 6 forks of BufferRead.fresh/guard-jump/4K failed, the first with:
   checksum mismatch: expected=0x1, found=0x2. Its figure rests on the
   others, if any.
 - 1 cell has too few rounds for an interval (the fewest: 5; a 95% interval
   of a median needs 6). Take a larger preset to decide anything.
 - Measured in a virtual machine (KVM): faults and mappings cost more than
   on bare metal, and other guests disturb. Ratios carry over better than
   absolute times.
 - 3 of 230 experiments on the strategies' properties did not come out as
   declared on this kernel; the section on properties names them.
 - A: 1 of 6 forks of BufferRead.fresh/guard-jump/4K failed, the first
   with: checksum mismatch: expected=0x1, found=0x2. Its figure rests on
   the others, if any.
 - A: 1 cell has too few rounds for an interval (the fewest: 5; a 95%
   interval of a median needs 6). Take a larger preset to decide anything.
 - A: 3 of 230 experiments on the strategies' properties did not come out
   as declared on this kernel; the section on properties names them.

Cost to code that does not use the flag
---------------------------------------
Modelled on will-it-scale's page_fault1 to page_fault3, mmap1 and fork1.
B/A: median of the quotients of every fork of B by every fork of A, with
its 95% interval, judged as `reports.jar compare` does, over all times that
both runs have. Each kernel was booted once, so the variation between boots
is unknown: FASTER and SLOWER need the whole interval more than 11% from 1:
the margin and the allowed boot-to-boot variation. A smaller cost of the
patch cannot be seen here; counted instructions or more boots of each
kernel can show it.

NonUser, time of one in ns
what                  A        B    B/A  95% interval    verdict
faultAnonymous    487.3    576.8  1.193  1.104 to 1.258  UNDECIDED+
forkExit        2334573  2334573  1.000  0.960 to 1.041  UNDECIDED
UNDECIDED+ leans to SLOWER, UNDECIDED- to FASTER

The patched kernel beside the unpatched one
-------------------------------------------
Reads while the owner leaves the file alone, and the experiments whose
results differ.

BufferRead.warm, size=16KiB, time of one in ns
strategy              A      B    B/A  95% interval    verdict
unguarded-shared  81.91  81.91  1.000  0.960 to 1.041  UNDECIDED
sealed            82.05  82.05  1.000  0.952 to 1.050  UNDECIDED
guard-pool        82.57  82.57  1.000  0.958 to 1.044  UNDECIDED
nofault-emulated  81.90  81.90  1.000  0.958 to 1.044  UNDECIDED
copy-pread         1008   1008  1.000  0.955 to 1.047  UNDECIDED

BufferRead.warm, size=1080p, time of one in us
strategy              A      B    B/A  95% interval    verdict
unguarded-shared  342.4  342.4  1.000  0.962 to 1.039  UNDECIDED
sealed            343.4  343.4  1.000  0.960 to 1.042  UNDECIDED
guard-pool        343.3  343.3  1.000  0.953 to 1.049  UNDECIDED
nofault-emulated  344.4  344.4  1.000  0.962 to 1.039  UNDECIDED
copy-pread         1133   1133  1.000  0.955 to 1.047  UNDECIDED

Experiments, A -> B: all results are the same
strategy  A  properties
          -
          >
          B

The normal case: the owner leaves the file alone
------------------------------------------------
A buffer is read once, protection included. The smallest buffer shows what
a protection adds to each access, the large one how little of that remains.

BufferRead.warm, time of one access and ratio to unguarded-shared
strategy               time      +-  ratio    95% interval  verdict
16KiB:
unguarded-shared   81.91 ns  +-3.7%                         -
sealed             82.05 ns  +-3.6%  1.002  [0.996, 1.005]  EQUIVALENT
guard-pool         82.57 ns  +-4.7%  1.009  [1.003, 1.013]  TOO FEW
nofault-emulated   81.90 ns  +-3.9%  1.002  [0.999, 1.005]  EQUIVALENT
copy-pread          1008 ns  +-3.5%  12.30  [12.19, 12.37]  TOO FEW
1080p:
unguarded-shared   342.4 us  +-4.4%                         -
sealed             343.4 us  +-3.9%  1.003  [1.000, 1.013]  TOO FEW
guard-pool         343.3 us  +-3.5%  1.001  [0.990, 1.009]  EQUIVALENT
nofault-emulated   344.4 us  +-3.5%  1.002  [0.992, 1.007]  EQUIVALENT
copy-pread          1133 us  +-3.8%  3.305  [3.283, 3.351]  TOO FEW

The bad case: the owner has truncated the file
----------------------------------------------
From the first touch of a lost page until the access has returned;
guard-jump and guard-fixup give up there and read less. An unguarded read
ends the process; a sealed file cannot be truncated. Attacked: one access a
frame while the owner keeps truncating and regrowing the file.

TruncationRecovery.everythingLost, size=1080p, time of one recovery and
ratio to guard-pool
strategy              time     +-    ratio         95% interval verdict
guard-pool         2073 us +-4.2%                               -
guard-jump        21.37 us +-4.1%   0.0102     [0.0101, 0.0103] TOO FEW
nofault-emulated  19702 us +-3.6%    9.434       [9.288, 9.548] TOO FEW
copy-pread       0.9131 us +-4.1% 0.000437 [0.000436, 0.000442] TOO FEW

HostileClient.attacked, size=1080p, time of one attacked frame and ratio to
guard-pool
strategy               time      +-  ratio    95% interval  verdict
sealed             2.840 ms  +-3.8%  1.002  [0.996, 1.019]  TOO FEW
guard-pool         2.840 ms  +-4.0%                         -
guard-jump        0.3703 ms  +-3.5%  0.131  [0.130, 0.132]  TOO FEW
nofault-emulated   24.09 ms  +-3.6%  8.480  [8.350, 8.496]  TOO FEW
copy-pread         1.135 ms  +-3.9%  0.401  [0.398, 0.403]  TOO FEW

Where the flag is slower or lacks a property
--------------------------------------------
Every place where nofault-emulated is SLOWER than others, judged over all
such pairs together: ratio of its time to that of the fastest of them, and
of guard-pool where SLOWER than it.
 - No place where it is SLOWER (nofault-emulated).
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
 - Times on hardware? Those above, of that machine: `reports.jar lkml A
   --patched B`.
 - Why not on the inode? One reader would decide for all, and the owner is
   not trusted: `make selftests`.
 - Why a flag for one class of users? Only the reader's page tables can
   guarantee it; cost to others: `make counts`.

The objections of 2021 (MAP_NOSIGBUS, linux-mm, June 2021)
----------------------------------------------------------
yes and no: experiments on this run's kernel, one process each; `verify`
repeats them.
 - (1) Is there only one user? libwayland, wlroots, Smithay, KWin, Mir and
   Jay each have a SIGBUS handler for this. They would map privately,
   except to write (screen capture). Xorg, journald, HotSpot, Firefox and
   lighttpd write to what they map, or need an abort instead of zeros.
   sees-later-writes no, outlives-client no, writable no.
 - (2) Which errors are hidden? survives-truncation yes,
   survives-unbackable-hole yes. Not answered by this run: EIO of a failing
   disk must still raise SIGBUS: `make -C native/kernel cases`.
 - (3) What is seen when the file has grown back? sees-regrowth no,
   survives-attacker yes.
 - (4) Truncate and hole punch on substituted pages? survives-hole-punch
   yes, keeps-valid-pages yes. Not answered by this run: punch, write,
   read: `make -C native/kernel selftests`.
 - (5) mprotect to writable (VM_MAYWRITE)? survives-lost-write yes. Not
   answered by this run: mprotect of a substituted page gives EACCES: `make
   -C native/kernel cases`.
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
strategy             begin and end, ns   minus unguarded-
                                               shared, ns
guard-pool        2.945 [2.791, 2.997]  1.52 [1.44, 1.55]
nofault-emulated  1.423 [1.348, 1.457]  0.01 [0.00, 0.01]
 - Not for speed in the normal case: a handler that stays installed costs
   nanoseconds per access, or nothing if it guards the whole process. Time
   of nofault-emulated over that of guard-pool in BufferRead.warm: 16KiB
   0.991x (0.989-1.000) TOO FEW; 256KiB 0.999x (0.995-1.010) TOO FEW; 1080p
   1.003x (0.997-1.005) EQUIVALENT; 4K 1.003x (0.996-1.012) TOO FEW.
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
 - The whole run, 114 comparisons: 58 TOO FEW, 56 EQUIVALENT: `reports.jar
   text RUN` or `reports.jar html RUN`.
