// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.model.StrategyEntry;

/** What reviewers of the series ask first, and what the experiments of this run say to the objections of 2021. */
record ReviewAnswers(PatchEvidence evidence) {

    private static final String OPEN = "Not answered by this run";

    /** Each with the command that shows the answer. No figure is typed here. */
    Content questions() {
        List<Sentence> lostPages = Stream.of("guard-huge-tail", "nofault-private")
                .flatMap(this::lostPage)
                .toList();
        String hardware = evidence.isEmulated() || evidence.unpatched().isEmpty()
                ? "Not measured on both kernels: `benchmarks.jar run standard` on each, then"
                : "Those above, of that machine:";
        List<Block> answers = List.of(
                new Prose("Who will use it, and where is their patch? Compositors; patches for libwayland and weston:"
                        + " `make weston`."),
                new Prose(Sentence.of(
                        "Why not userspace, or udmabuf? The best handler (guard-huge-tail) needs fewer instructions for a"
                                + " lost page than the flag{}, but scattered holes exhaust its mappings; udmabuf needs a"
                                + " sealed memfd: `make counts`.",
                        lostPages.isEmpty() ? "" : Sentence.of(" ({})", Sentence.list(", ", lostPages)))),
                new Prose("Why silent zeros? A handler cannot continue otherwise; the file size shows the loss:"
                        + " `benchmarks.jar verify --table`."),
                new Prose(
                        "Why optimise for a misbehaving client? It chooses how often pages are lost; that patch can be"
                                + " dropped: `make counts`."),
                new Prose(
                        "Why writable? It is not: the series refuses to make such a mapping writable, because truncation would"
                                + " drop what was written: `make cases`."),
                new Prose("Which filesystems? tmpfs and memfd; others get EINVAL: `make selftests`."),
                new Prose(
                        "Who assumes that file mappings have no zero entries? UFFDIO_ZEROPAGE installs them in private"
                                + " shmem today: `make selftests fuzz`."),
                new Prose("Times on hardware? " + hardware + " `reports.jar lkml A --patched B`."),
                new Prose("Why not on the inode? One reader would decide for all, and the owner is not trusted:"
                        + " `make selftests`."),
                new Prose("Why a flag for one class of users? Only the reader's page tables can guarantee it; cost to"
                        + " others: `make counts`."));
        return new Content("questions", "What reviewers ask first", "Run `make` in native/kernel.", answers);
    }

    /** Instructions of a lost page, where the run counted them. */
    private Stream<Sentence> lostPage(String strategy) {
        return evidence.run().cells().stream()
                .filter(cell -> cell.cell().workload().equals("lostPage")
                        && cell.rowName().equals(strategy)
                        && cell.hasFigure()
                        && cell.cell().unit().startsWith("instructions"))
                .map(cell -> Sentence.of("{} {}", strategy, MeasuredSections.count(cell, Statistic.MEDIAN, "")))
                .limit(1);
    }

    Content objections() {
        List<Block> blocks = List.of(
                objection(
                        "(1) Is there only one user?",
                        "libwayland, wlroots, Smithay, KWin, Mir and Jay each have a SIGBUS handler for this. They would map"
                                + " privately, except to write (screen capture). Xorg, journald, HotSpot, Firefox and"
                                + " lighttpd write to what they map, or need an abort instead of zeros.",
                        "",
                        "sees-later-writes",
                        "outlives-client",
                        "writable"),
                objection(
                        "(2) Which errors are hidden?",
                        "",
                        "EIO of a failing disk must still raise SIGBUS: `make -C native/kernel cases`.",
                        "survives-truncation",
                        "survives-unbackable-hole"),
                objection(
                        "(3) What is seen when the file has grown back?", "", "", "sees-regrowth", "survives-attacker"),
                objection(
                        "(4) Truncate and hole punch on substituted pages?",
                        "",
                        "punch, write, read: `make -C native/kernel selftests`.",
                        "survives-hole-punch",
                        "keeps-valid-pages"),
                objection(
                        "(5) mprotect to writable (VM_MAYWRITE)?",
                        "",
                        "mprotect of a substituted page gives EACCES: `make -C native/kernel cases`.",
                        "survives-lost-write"),
                objection(
                        "(6) How is the flag detected?",
                        "The series: madvise(NULL, 0, MADV_NOSIGBUS) returns 0; older kernels fail with EINVAL. The flag of"
                                + " 2021: kernels ignore unknown flags of a private mapping, so only a fault in a child"
                                + " process tells.",
                        ""),
                objection(
                        "(7) Who is charged for substituted pages?",
                        "",
                        "read and then write 1 GiB past the end in a memory cgroup of 64 MiB: `make -C native/kernel"
                                + " counts`."));
        String provenance = evidence.run().run().manifest().proof() == null
                ? "Nothing was proven on this run's kernel: run `verify` first, or `run --prove`."
                : evidence.hasFlag()
                        ? "yes and no: experiments on this run's kernel, one process each; `verify` repeats them."
                        : "This kernel has no such flag, so no experiment answers for it. yes and no: experiments with"
                                + " the stand-in, a signal handler.";
        return new Content(
                "objections", "The objections of 2021 (MAP_NOSIGBUS, linux-mm, June 2021)", provenance, blocks);
    }

    /**
     * An objection of the threads of 2021 with what can be said to it, in the order of the suite's documentation.
     *
     * @param question as a reviewer asks it
     * @param said what is known without a measurement; empty where nothing is
     * @param open the experiment for what none of them answers; empty where none is left
     * @param properties experiments of {@code verify} that answer it, or a part of it
     */
    private Prose objection(String question, String said, String open, String... properties) {
        String seen = Stream.of(properties)
                .flatMap(property -> evidence
                        .subject()
                        .flatMap(subject -> evidence.matrix().at(subject.id(), property))
                        .map(found -> property + " " + found.mark())
                        .stream())
                .collect(Collectors.joining(", "));
        boolean answered = evidence.hasFlag() && !seen.isEmpty();
        String answer = answered ? seen + "." : OPEN + (seen.isEmpty() ? "." : " (stand-in: " + seen + ").");
        String experiment = open.isEmpty() ? "" : (answered ? OPEN + ": " : "Experiment: ") + open;
        return new Prose(
                Stream.of(question, said, properties.length == 0 && open.isEmpty() ? detection() : answer, experiment)
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" ")));
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
}
