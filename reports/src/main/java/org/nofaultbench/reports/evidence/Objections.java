// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.model.StrategyEntry;

/** What do the experiments of this run say to the objections of 2021, and what do they leave open? */
record Objections(PatchEvidence evidence) {

    private static final String OPEN = "Not answered by this run";

    Content content() {
        List<Block> blocks = new ArrayList<>();
        for (Objection objection : Objection.all()) {
            blocks.add(new Prose("(" + (blocks.size() + 1) + ") " + words(objection)));
        }
        return new Content(
                "objections", "The objections of 2021 (MAP_NOSIGBUS, linux-mm, June 2021)", provenance(), blocks);
    }

    private String provenance() {
        if (evidence.run().run().manifest().proof() == null) {
            return "Nothing was proven on this run's kernel: run `verify` first, or `run --prove`.";
        }
        return evidence.hasFlag()
                ? "yes and no are experiments on this run's kernel, one process each; `verify` repeats them."
                : "This kernel has no such flag, so that no experiment answers for it. yes and no are experiments with the stand-in,"
                        + " a signal handler.";
    }

    private String words(Objection objection) {
        String seen = objection.properties().stream()
                .flatMap(property -> evidence
                        .subject()
                        .flatMap(subject -> evidence.matrix().at(subject.id(), property))
                        .map(found -> property + " " + found.mark())
                        .stream())
                .collect(Collectors.joining(", "));
        boolean answered = evidence.hasFlag() && !seen.isEmpty();
        String answer = answered ? seen + "." : OPEN + (seen.isEmpty() ? "." : " (stand-in: " + seen + ").");
        if (objection.properties().isEmpty() && objection.open().isEmpty()) {
            answer = detection();
        }
        String experiment =
                objection.open().isEmpty() ? "" : (answered ? OPEN + ": " : "Experiment: ") + objection.open();
        return Stream.of(objection.question(), objection.said(), answer, experiment)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private String detection() {
        return evidence.missing().stream()
                .findFirst()
                .map(StrategyEntry::skipReason)
                .or(() -> evidence.subject()
                        .filter(subject -> !subject.standIn())
                        .map(subject -> subject.note() == null ? "the flag is there" : subject.note()))
                .map(probe -> "This run's probe: " + probe + ".")
                .orElse(OPEN + ".");
    }

    /**
     * An objection of the threads of 2021 with what can be said to it.
     *
     * @param question as a reviewer asks it
     * @param said what is known without a measurement; empty where nothing is
     * @param properties experiments of {@code verify} that answer it, or a part of it
     * @param open the experiment for what none of them answers; empty where none is left
     */
    private record Objection(String question, String said, List<String> properties, String open) {

        /** In the order of the suite's documentation. */
        static List<Objection> all() {
            return List.of(
                    new Objection(
                            "One user only?",
                            "Compositors: libwayland, wlroots, Smithay, KWin, Mir and Jay have a SIGBUS handler each for this. They would"
                                    + " have to map privately; who writes (screen capture) is left out. Xorg, journald, HotSpot,"
                                    + " Firefox and lighttpd write to what they map, or need an abort and no zeros.",
                            List.of("sees-later-writes", "outlives-client", "writable"),
                            ""),
                    new Objection(
                            "Which errors are hidden?",
                            "",
                            List.of("survives-truncation", "survives-unbackable-hole"),
                            "EIO of a disk that fails must stay SIGBUS, `make -C native/kernel cases`."),
                    new Objection(
                            "What is seen when the file has grown back?",
                            "",
                            List.of("sees-regrowth", "survives-attacker"),
                            ""),
                    new Objection(
                            "Truncate and hole punch on substituted pages?",
                            "",
                            List.of("survives-hole-punch", "keeps-valid-pages"),
                            "punch, write, read: `make -C native/kernel selftests`."),
                    new Objection(
                            "mprotect to writable, VM_MAYWRITE?",
                            "",
                            List.of("survives-lost-write"),
                            "`make -C native/kernel cases` maps to read, substitutes, and mprotects to write: EACCES."),
                    new Objection(
                            "How is the flag detected?",
                            "The series: madvise(NULL, 0, MADV_NOSIGBUS) is 0; older kernels refuse it with EINVAL. The flag of 2021:"
                                    + " they ignore unknown flags of a private mapping, so only a fault in a child process tells.",
                            List.of(),
                            ""),
                    new Objection(
                            "Who is charged for substituted pages?",
                            "",
                            List.of(),
                            "read and then write 1 GiB past the end in a memory cgroup of 64 MiB: `make -C native/kernel counts`."));
        }
    }
}
