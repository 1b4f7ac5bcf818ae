// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;

/**
 * An objection of the threads of 2021 with what can be said to it.
 *
 * @param question as a reviewer asks it
 * @param said what is known without a measurement; empty where nothing is
 * @param properties experiments of {@code verify} that answer it, or a part of it
 * @param open the experiment for what none of them answers; empty where none is left
 */
record Objection(String question, String said, List<String> properties, String open) {

    /** In the order of the suite's documentation. */
    static List<Objection> all() {
        return List.of(
                new Objection("One user only?",
                        "By their sources libwayland, wlroots, Smithay, KWin, Mir and Jay have a SIGBUS handler each for this,"
                                + " and so have Xorg, systemd, HotSpot, Firefox and lighttpd. Their readers would have to map"
                                + " privately; who writes (screen capture) is left out.",
                        List.of("sees-later-writes", "outlives-client", "writable"), ""),
                new Objection("Which errors are hidden?", "",
                        List.of("survives-truncation", "survives-unbackable-hole"),
                        "read a mapped page of a disk that fails (EIO), which `make -C native/kernel cases` does: it must stay SIGBUS."),
                new Objection("What is seen when the file has grown back?", "",
                        List.of("sees-regrowth", "survives-attacker"), ""),
                new Objection("Truncate and hole punch on substituted pages?", "",
                        List.of("survives-hole-punch", "keeps-valid-pages"),
                        "substitute a page, punch it, regrow, write through the file, read, which the series' selftests do."),
                new Objection("mprotect to writable, VM_MAYWRITE?", "",
                        List.of("survives-lost-write"),
                        "map to read, substitute, mprotect to write, write: neither the file nor another mapping may"
                                + " change, which the series' selftests do."),
                new Objection("How is the flag detected?",
                        "Old kernels ignore unknown flags of a private mapping: only a fault in a child process tells.",
                        List.of(), ""),
                new Objection("Who is charged for substituted pages?", "",
                        List.of(),
                        "read and then write 1 GiB past the end in a memory cgroup of 64 MiB; look at memory.current and page"
                                + " tables (OpenBSD's flag could overcommit: 5.9 errata 016)."));
    }
}
