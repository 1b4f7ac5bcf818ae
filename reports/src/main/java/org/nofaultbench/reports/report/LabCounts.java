// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.nio.file.Path;
import java.util.Optional;
import org.nofaultbench.reports.document.Sentence;

/**
 * Instructions that a lost page takes, counted in the kernel lab on an emulated CPU: the only figures of the kernel flag that a
 * machine without it can show. Read from {@code lab/evidence.txt} beside the run folder.
 */
final class LabCounts {

    private LabCounts() {}

    /** One line; empty where there is no lab, or not the table that is looked for. */
    static Optional<Sentence> besideRun(Path run) {
        return LabEvidence.read(
                        run.toAbsolutePath().normalize().resolveSibling("lab").resolve("evidence.txt"))
                .flatMap(LabCounts::sentence);
    }

    private static Optional<Sentence> sentence(LabEvidence lab) {
        return lab.lostPage("nofault-private", "next")
                .flatMap(
                        series -> lab.lostPage("nofault-private", "2021")
                                .flatMap(
                                        proposal -> lab.lostPage("guard-libwayland", "next")
                                                .map(
                                                        guard -> Sentence.join(
                                                                "Kernel flag, instructions per lost page: ",
                                                                series,
                                                                " (series of this project), ",
                                                                proposal,
                                                                " (proposal of 2021), ",
                                                                guard,
                                                                " under libwayland's algorithm. Counted on an emulated CPU in results/lab, not here."))));
    }
}
