nofault-bench: quick run on synthetic, Linux 6.18.0, 2026-11-23T12:00:00Z

Status:  FAIL
         1 fork failed: BufferRead.fresh/guard-jump/4K in round 3
Test:    8 ways to read a client's shared memory; BufferRead, GuardCost,
         TruncationRecovery, CallOverhead
Machine: Synthetic CPU (no machine: a seeded generator made these figures
         up), 2 processors, SMT on, governor unknown, 8192 MiB, page 4 KiB,
         THP madvise
Kernel:  Linux 6.18.0, in a virtual machine (KVM)
Method:  randomised complete blocks, 7 rounds, one fork a cell and round,
         seed 20261123; median of per-round ratios, 95% order-statistic
         intervals, margin 1%; suite 0.1.0, commit 0000000
Repeat:  java -jar benchmarks/target/benchmarks.jar run quick --seed
         20261123

Read with care:
 - 1 of 7 forks of BufferRead.fresh/guard-jump/4K failed, the first with:
   checksum mismatch: expected=0x1, found=0x2. Its figure rests on the
   others, if any.
 - Measured in a virtual machine (KVM): faults and mappings cost more than
   on bare metal, and other guests disturb. Ratios carry over better than
   absolute times.
 - nofault-emulated is a stand-in: private mapping; a process-wide handler
   puts zero pages where the kernel would

In short
--------
What does reading cost while the client behaves? (warm)
 baseline   Reading 1080p through unguarded-shared costs 343.7 us (334.3 to
            357.7).
 UNDECIDED  Reading 1080p through unguarded-private costs 1.002x
            (0.992-1.011) of unguarded-shared, 342.7 us.
 UNDECIDED  Reading 1080p through sealed costs 0.997x (0.986-1.006) of
            unguarded-shared, 341.7 us.
 UNDECIDED  Reading 1080p through guard-pool costs 0.999x (0.990-1.006) of
            unguarded-shared, 342.5 us.
 EQUIVALENT Reading 1080p through guard-jump costs 0.999x (0.995-1.004) of
            unguarded-shared, 342.1 us.
 SKIPPED    nofault-private: this kernel has no MAP_NOSIGBUS: a probe in a
            child died of SIGBUS.
 EQUIVALENT Reading 1080p through nofault-emulated (stand-in) costs 0.999x
            (0.991-1.008) of unguarded-shared, 343.4 us.
 SLOWER     Reading 1080p through copy-pread costs 3.288x (3.277-3.327) of
            unguarded-shared, 1.127 ms.
What does reading cost while the client behaves? (fresh)
 baseline   Reading 1080p through unguarded-shared costs 651.5 us (628.6 to
            686.9).
 EQUIVALENT Reading 1080p through unguarded-private costs 1.002x
            (0.996-1.010) of unguarded-shared, 650.0 us.
 EQUIVALENT Reading 1080p through sealed costs 1.001x (0.991-1.007) of
            unguarded-shared, 652.0 us.
 UNDECIDED  Reading 1080p through guard-pool costs 0.998x (0.987-1.010) of
            unguarded-shared, 647.9 us.
 UNDECIDED  Reading 1080p through guard-jump costs 1.002x (0.986-1.010) of
            unguarded-shared, 651.4 us.
 SKIPPED    nofault-private: this kernel has no MAP_NOSIGBUS: a probe in a
            child died of SIGBUS.
 UNDECIDED  Reading 1080p through nofault-emulated (stand-in) costs 1.000x
            (0.989-1.010) of unguarded-shared, 648.0 us.
 SLOWER     Reading 1080p through copy-pread costs 3.294x (3.249-3.345) of
            unguarded-shared, 2.136 ms.
What does it cost when the client takes the memory away?
 SKIPPED    unguarded-shared: the process would die of SIGBUS.
 SKIPPED    unguarded-private: the process would die of SIGBUS.
 SKIPPED    sealed: the client cannot shrink a sealed file.
 baseline   Losing 1080p while reading through guard-pool costs 2.060 ms
            (2.018 to 2.183).
 FASTER     Losing 1080p while reading through guard-jump costs 0.0103x
            (0.0102-0.0103) of guard-pool, 21.21 us.
 SKIPPED    nofault-private: this kernel has no MAP_NOSIGBUS: a probe in a
            child died of SIGBUS.
 SLOWER     Losing 1080p while reading through nofault-emulated (stand-in)
            costs 9.491x (9.391-9.578) of guard-pool, 19.55 ms.
 FASTER     Losing 1080p while reading through copy-pread costs 0.000438x
            (0.000436-0.000445) of guard-pool, 910.2 ns.
 - 57 comparisons with a margin of 1%: 25 EQUIVALENT, 2 FASTER, 14 SLOWER,
   16 UNDECIDED. The intervals and verdicts are per row and not corrected
   for the number of rows: expect about one interval in twenty to miss.

Cost relative to the baseline
-----------------------------
Ratio of times within a round, to the baseline's fork of the same round;
median over the rounds. Above 1 is slower. EQUIVALENT: the whole 95%
interval lies inside the margin of 1%. UNDECIDED is not "the same".

BufferRead.warm, time of one access and ratio to unguarded-shared
strategy                time      +-  ratio    95% interval  verdict
16KiB:
unguarded-shared    81.01 ns  +-4.0%                         -
unguarded-private   81.63 ns  +-4.0%  1.003  [0.999, 1.008]  EQUIVALENT
sealed              81.55 ns  +-3.8%  1.002  [0.995, 1.008]  EQUIVALENT
guard-pool          82.13 ns  +-4.3%  1.011  [0.999, 1.019]  UNDECIDED
guard-jump          83.79 ns  +-3.3%  1.031  [1.016, 1.036]  SLOWER
nofault-private      SKIPPED
nofault-emulated*   81.47 ns  +-4.3%  1.002  [0.991, 1.016]  UNDECIDED
copy-pread          999.8 ns  +-3.9%  12.29  [12.15, 12.36]  SLOWER
256KiB:
unguarded-shared     2218 ns  +-3.7%                         -
unguarded-private    2208 ns  +-4.2%  0.996  [0.990, 1.007]  UNDECIDED
sealed               2214 ns  +-4.3%  0.998  [0.991, 1.004]  EQUIVALENT
guard-pool           2220 ns  +-4.1%  1.000  [0.996, 1.007]  EQUIVALENT
guard-jump           2208 ns  +-3.6%  1.000  [0.991, 1.007]  EQUIVALENT
nofault-private      SKIPPED
nofault-emulated*    2188 ns  +-4.4%  0.997  [0.987, 1.012]  UNDECIDED
copy-pread           7277 ns  +-4.0%  3.283  [3.277, 3.306]  SLOWER
1080p:
unguarded-shared    343.7 us  +-3.4%                         -
unguarded-private   342.7 us  +-3.9%  1.002  [0.992, 1.011]  UNDECIDED
sealed              341.7 us  +-4.0%  0.997  [0.986, 1.006]  UNDECIDED
guard-pool          342.5 us  +-4.2%  0.999  [0.990, 1.006]  UNDECIDED
guard-jump          342.1 us  +-3.5%  0.999  [0.995, 1.004]  EQUIVALENT
nofault-private      SKIPPED
nofault-emulated*   343.4 us  +-3.9%  0.999  [0.991, 1.008]  EQUIVALENT
copy-pread           1127 us  +-4.0%  3.288  [3.277, 3.327]  SLOWER
4K:
unguarded-shared    1.364 ms  +-4.0%                         -
unguarded-private   1.357 ms  +-4.1%  0.998  [0.992, 1.008]  EQUIVALENT
sealed              1.367 ms  +-3.6%  1.001  [0.994, 1.008]  EQUIVALENT
guard-pool          1.364 ms  +-4.0%  1.000  [0.994, 1.003]  EQUIVALENT
guard-jump          1.364 ms  +-4.3%  1.005  [0.991, 1.006]  EQUIVALENT
nofault-private      SKIPPED
nofault-emulated*   1.366 ms  +-3.7%  0.999  [0.994, 1.007]  EQUIVALENT
copy-pread          4.503 ms  +-3.7%  3.296  [3.275, 3.335]  SLOWER
* stand-in: it stands for something that no released kernel can run

BufferRead.fresh, time of one access and ratio to unguarded-shared
strategy                 time      +-  ratio    95% interval  verdict
16KiB:
unguarded-shared     154.3 ns  +-3.8%                         -
unguarded-private    155.5 ns  +-4.0%  0.999  [0.994, 1.011]  UNDECIDED
sealed               155.3 ns  +-4.0%  1.004  [0.993, 1.009]  EQUIVALENT
guard-pool           156.9 ns  +-3.4%  1.012  [1.002, 1.020]  SLOWER
guard-jump           158.4 ns  +-3.9%  1.025  [1.020, 1.036]  SLOWER
nofault-private       SKIPPED
nofault-emulated*    154.5 ns  +-3.4%  1.003  [0.993, 1.010]  UNDECIDED
copy-pread            1897 ns  +-3.7%  12.26  [12.22, 12.40]  SLOWER
256KiB:
unguarded-shared      4208 ns  +-3.4%                         -
unguarded-private     4219 ns  +-3.9%  1.001  [0.992, 1.012]  UNDECIDED
sealed                4196 ns  +-3.3%  0.997  [0.995, 1.006]  EQUIVALENT
guard-pool            4215 ns  +-4.2%  1.003  [0.994, 1.009]  EQUIVALENT
guard-jump            4177 ns  +-4.0%  0.995  [0.991, 1.010]  EQUIVALENT
nofault-private       SKIPPED
nofault-emulated*     4165 ns  +-3.9%  0.997  [0.988, 1.007]  UNDECIDED
copy-pread           13806 ns  +-4.4%  3.298  [3.272, 3.358]  SLOWER
1080p:
unguarded-shared    0.6515 ms  +-4.5%                         -
unguarded-private   0.6500 ms  +-4.0%  1.002  [0.996, 1.010]  EQUIVALENT
sealed              0.6520 ms  +-4.0%  1.001  [0.991, 1.007]  EQUIVALENT
guard-pool          0.6479 ms  +-3.8%  0.998  [0.987, 1.010]  UNDECIDED
guard-jump          0.6514 ms  +-3.6%  1.002  [0.986, 1.010]  UNDECIDED
nofault-private       SKIPPED
nofault-emulated*   0.6480 ms  +-3.5%  1.000  [0.989, 1.010]  UNDECIDED
copy-pread           2.136 ms  +-4.1%  3.294  [3.249, 3.345]  SLOWER
4K:
unguarded-shared     2.605 ms  +-3.9%                         -
unguarded-private    2.583 ms  +-3.5%  0.997  [0.990, 1.006]  EQUIVALENT
sealed               2.600 ms  +-4.0%  0.995  [0.990, 1.006]  EQUIVALENT
guard-pool           2.597 ms  +-4.0%  0.996  [0.993, 1.010]  EQUIVALENT
guard-jump           2.583 ms  +-3.9%  0.998  [0.992, 1.009]  EQUIVALENT
nofault-private       SKIPPED
nofault-emulated*    2.596 ms  +-3.6%  1.000  [0.992, 1.006]  EQUIVALENT
copy-pread           8.568 ms  +-4.1%  3.292  [3.265, 3.339]  SLOWER
* stand-in: it stands for something that no released kernel can run

Guard entry and exit
--------------------
One begin and one end around nothing. What the loop itself takes is in
every row; the difference to the control, taken within each round, is what
the guard adds to an access.

GuardCost.beginEnd, per access
strategy              begin and end, ns    minus unguarded-
                                                 shared, ns
unguarded-shared   1.409 [1.366, 1.481]             control
unguarded-private  1.417 [1.367, 1.482]  0.00 [-0.01, 0.01]
sealed             1.417 [1.383, 1.482]   0.00 [0.00, 0.02]
guard-pool         2.934 [2.843, 3.062]   1.53 [1.48, 1.58]
guard-jump         5.671 [5.493, 5.926]   4.26 [4.13, 4.44]
nofault-private                 SKIPPED             SKIPPED
nofault-emulated*  1.411 [1.379, 1.487]  0.01 [-0.01, 0.01]
copy-pread         1.419 [1.363, 1.489]   0.00 [0.00, 0.01]
* stand-in: it stands for something that no released kernel can run

Recovery from truncation
------------------------
From the first touched lost page until the access has returned, taken in C;
attaching the pool again for the next access is outside. A strategy that
abandons the access returns sooner and has read less: compare it with that
in mind.

TruncationRecovery.everythingLost, size=1080p, time of one recovery and
ratio to guard-pool
strategy                 time      +-     ratio          95% interval
everythingLost:
unguarded-shared      SKIPPED
unguarded-private     SKIPPED
sealed                SKIPPED
guard-pool            2060 us  +-4.0%
guard-jump           21.21 us  +-4.3%    0.0103      [0.0102, 0.0103]
nofault-private       SKIPPED
nofault-emulated*    19545 us  +-4.2%     9.491        [9.391, 9.578]
copy-pread          0.9102 us  +-4.0%  0.000438  [0.000436, 0.000445]

strategy            verdict
everythingLost:
unguarded-shared
unguarded-private
sealed
guard-pool          -
guard-jump          FASTER
nofault-private
nofault-emulated*   SLOWER
copy-pread          FASTER
* stand-in: it stands for something that no released kernel can run

Ledger of call costs
--------------------
An empty call from Java costs more than reading a small buffer, so every
other figure is per access of a batch that runs inside C. The loop through
the access contract beside the same loop in plain C shows what the contract
adds.

CallOverhead, per operation
operation                         ns
emptyInterface  647.3 [629.9, 678.8]
emptyDirect     119.5 [116.4, 125.0]
contractLoop    83.16 [80.87, 86.38]
plainLoop       80.44 [77.65, 84.64]

Where it loses
--------------
Every comparison that is SLOWER than its baseline, with its ratio. Those
that are UNDECIDED or TOO FEW may be, too.

strategy                     slower at
guard-pool                   BufferRead.fresh 16KiB 1.012x;
                             GuardCost.beginEnd 2.078x
guard-jump                   BufferRead.warm 16KiB 1.031x; BufferRead.fresh
                             16KiB 1.025x; GuardCost.beginEnd 4.021x
nofault-emulated (stand-in)  TruncationRecovery.everythingLost 1080p 9.491x
copy-pread                   BufferRead.warm 16KiB 12.29x; BufferRead.warm
                             256KiB 3.283x; BufferRead.warm 1080p 3.288x;
                             BufferRead.warm 4K 3.296x; BufferRead.fresh
                             16KiB 12.26x; BufferRead.fresh 256KiB 3.298x;
                             BufferRead.fresh 1080p 3.294x;
                             BufferRead.fresh 4K 3.292x

Skipped and failed
------------------
A row without a figure keeps its place in every table. Failed forks are
counted, never repeated silently.

rows without a figure
strategy             state  where                   reason
unguarded-shared   SKIPPED  TruncationRecovery.     the process would die
                            everythingLost          of SIGBUS
unguarded-private  SKIPPED  TruncationRecovery.     the process would die
                            everythingLost          of SIGBUS
sealed             SKIPPED  TruncationRecovery.     the client cannot
                            everythingLost          shrink a sealed file
nofault-private    SKIPPED  BufferRead.warm,        this kernel has no
                            BufferRead.fresh,       MAP_NOSIGBUS: a probe
                            GuardCost.beginEnd,     in a child died of
                            TruncationRecovery.     SIGBUS
                            everythingLost

failed forks
cell                            round  reason
BufferRead.fresh/guard-jump/4K      3  checksum mismatch: expected=0x1,
                                       found=0x2

Properties, declared and proven
-------------------------------
Declared by each strategy; not proven on this kernel.

strategy           keeps- valid-    writable  survives-        needs-client
                   pages                      truncation
unguarded-shared   declared         declared  -                -
unguarded-private  declared         -         -                -
sealed             declared         declared  declared         declared
guard-pool         -                declared  declared         -
guard-jump         -                declared  declared         -
nofault-private    declared         -         declared         -
nofault-emulated*  declared         -         declared         -
copy-pread         declared         -         declared         -

strategy           tells-loss  reads-zeros  needs-kernel-patch  stand-in
unguarded-shared   -           -            -                   -
unguarded-private  -           -            -                   -
sealed             -           -            -                   -
guard-pool         declared    declared     -                   -
guard-jump         declared    -            -                   -
nofault-private    -           declared     declared            -
nofault-emulated*  -           declared     -                   declared
copy-pread         declared    -            -                   -
* stand-in: it stands for something that no released kernel can run

Machine
-------
As the run found it; unknown is what could not be read there.

fact                 value
label                synthetic
CPU                  Synthetic CPU (no machine: a seeded generator made
                     these figures up), x86_64, microcode 0x1
processors           2 logical, 1 cores, SMT on
caches               L2 1 MiB
frequency governor   unknown
mitigations          spectre_v2 Mitigation: IBRS
memory               8192 MiB, page 4 KiB, overcommit 0
huge pages           anonymous madvise, shmem never, huge zero page on
kernel               6.18.0, #1 SMP
kernel build id      abababababababababababababababababababab
kernel command line  quiet
hypervisor           KVM
JVM                  OpenJDK 64-Bit Server VM, 17.0.15, Synthetic
fork arguments       -Xmx64m
libc, compiler       glibc 2.36, gcc 12.2.0
before the run       2026-11-23T12:00:00Z, load 0.25, 2600 MHz, available
                     6144 MiB, stolen since boot: 1200 ms, 900000 context
                     switches since boot
after the run        2026-11-23T12:00:00Z, load 0.25, 2600 MHz, available
                     6144 MiB, stolen since boot: 1200 ms, 900000 context
                     switches since boot

Method
------
Randomised complete blocks: drift of the machine touches both sides of a
ratio.

fact         value
repeat with  java -jar benchmarks/target/benchmarks.jar run quick --seed
             20261123
preset       quick, 7 rounds planned, 7 begun, 497 forks finished
order        every cell once a round, one fork each, in fresh random order;
             seed 20261123
figure       median over the rounds of the forks' figures; a fork's figure
             is the median of its iterations
ratio        median of the ratios formed within each round
interval     95%, order statistics of the median, no assumption about the
             distribution; needs 6 rounds
many rows    intervals and verdicts are per row and not corrected for the
             number of rows
margin       1%: ratios from 1/(1+margin) to 1+margin count as the same
suite        0.1.0, commit 0000000, library 000000000000, instructions avx2
time         2026-11-23T12:00:00Z, 2026-11-23T12:06:40Z

Noise
-----
Per fork, over all forks of the run, failed ones too. Nothing is dropped
because of it.

per fork                         median  largest   sum
stolen by the hypervisor, ms          1        2   478
CPU time of other processes, ms       4        8  2020
involuntary context switches         10       19  4623
major page faults                     0        0     0
load average, one minute         0.9000   0.9000     -

What this does not measure
--------------------------
 - One machine, one kernel boot: another microarchitecture, kernel or
   memory layout may order the strategies otherwise, and no interval here
   covers that.
 - One reader thread, reading whole buffers. Contention for the address
   space, damage rectangles, uploads to a GPU and a client that truncates
   again and again are other questions.
 - Times, not safety: a fast row may be an unsafe one. What a strategy
   survives stands under properties, and is a claim until proven on this
   kernel.
 - A stand-in shows the healthy path of what it stands for. Its recovery
   runs in a signal handler, which the real thing would not need.
