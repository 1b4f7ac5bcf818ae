// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a strategy declares of itself; the ordinal is the bit in {@code enum nfb_trait} in C. Those up to
 * {@link #CRASHES_JVM_OF_REAL_BUG} are properties, which {@code verify} puts to the test; the others say what it is.
 */
public enum Trait implements NamedConstant {
    /** A read of a pool whose file the client has truncated to nothing returns instead of killing the process. */
    SURVIVES_TRUNCATION,
    /** The same where half of the file is left. */
    SURVIVES_TRUNCATION_TO_HALF,
    /** The same where the file ends inside a page; the rest of that page reads as zeros. */
    SURVIVES_TRUNCATION_INSIDE_PAGE,
    /** The same for a buffer that begins at no page boundary. */
    SURVIVES_AT_UNALIGNED_OFFSET,
    /** A read of a hole that a full filesystem cannot back returns. */
    SURVIVES_UNBACKABLE_HOLE,
    /** More such holes than a process may have mappings are read, each beside a page that exists, and it can still map. */
    SURVIVES_SCATTERED_HOLES,
    /** A read of a truncated pool that is larger than memory and swap returns. */
    SURVIVES_BEYOND_MEMORY,
    /** A file of huge pages is refused at attach, or read after its truncation. */
    SURVIVES_HUGE_PAGE_FILE,
    /** A read of pages that were never written raises no OOM killer where the reader's memory control group is full. */
    CHARGES_NO_HOLES,
    /** A pool that is resized past the end of its sealed file is refused or read to the end. */
    SURVIVES_PAST_SEALED_END,
    /** A read after the client has punched a hole into its file returns zeros. */
    SURVIVES_HOLE_PUNCH,
    /** A write to a page that the client has taken away returns. */
    SURVIVES_LOST_WRITE,
    /** Two threads read while an attacker truncates and regrows at random: no byte is foreign, nothing hangs. */
    SURVIVES_ATTACKER,
    /** A read that lost bytes goes on over zeros; without this trait it is abandoned at the first lost page. */
    READS_ZEROS,
    /** Pages that still exist keep their bytes when others are lost. */
    KEEPS_VALID_PAGES,
    /** The caller learns that bytes were lost. */
    TELLS_LOSS,
    /** Another thread that reads the same pool learns it too. */
    TELLS_SECOND_READER,
    /** What the client draws later is seen without attaching anew. */
    SEES_LATER_WRITES,
    /** After a loss, what the client draws into a file that has grown back is seen without attaching anew. */
    SEES_REGROWTH,
    /** The pool is read after its client has ended. */
    OUTLIVES_CLIENT,
    /** Two threads read two pools while both shrink. */
    WORKS_IN_TWO_THREADS,
    /** One thread reads a second pool in the middle of an access, and the second one shrinks. */
    NESTS_TWO_POOLS,
    /** The client sees what is written through the mapping, as screen capture must. */
    WRITABLE,
    /** A fault that is not the strategy's reaches the handler that was there before, with its address. */
    PASSES_FOREIGN_FAULTS,
    /** A handler that somebody installs later gets its own faults, and the strategy still gets its own. */
    RESPECTS_LATER_HANDLER,
    /** Where the handler's own repair fails the process dies or the access ends; it never loops. */
    ENDS_WHEN_REPAIR_FAILS,
    /** A fault that nobody foresaw still ends a C program by SIGBUS. */
    DIES_OF_REAL_BUG,
    /** The same fault ends a JVM by SIGABRT and leaves an hs_err file. */
    CRASHES_JVM_OF_REAL_BUG,
    /** Works only where the client has sealed its file against shrinking. */
    NEEDS_CLIENT,
    /** Works only on a kernel that carries the proposed flag. */
    NEEDS_KERNEL_PATCH,
    /** Stands in for a strategy that this kernel cannot run, and must be labelled so wherever it is shown. */
    STAND_IN;

    private boolean isProperty() {
        return compareTo(CRASHES_JVM_OF_REAL_BUG) <= 0;
    }

    /** Those that {@code verify} puts to the test. */
    public static List<Trait> properties() {
        return Arrays.stream(values()).filter(Trait::isProperty).toList();
    }

    static Set<Trait> ofBits(int bits) {
        return Arrays.stream(values())
                .filter(trait -> (bits & 1 << trait.ordinal()) != 0)
                .collect(Collectors.toUnmodifiableSet());
    }
}
