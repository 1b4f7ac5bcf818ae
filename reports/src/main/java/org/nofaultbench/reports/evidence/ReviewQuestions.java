// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;

/** What a reviewer of the series asks first, each with the command that shows the answer. No figure is typed here. */
record ReviewQuestions(PatchEvidence evidence) {

    Content content() {
        List<Sentence> lostPages = Stream.of("guard-huge-tail", "nofault-private")
                .flatMap(this::lostPage)
                .toList();
        String hardware = evidence.isEmulated() || evidence.unpatched().isEmpty()
                ? "Missing, of both kernels: `benchmarks.jar run standard` on each, then"
                : "Those above, of that machine:";
        List<Block> answers = List.of(
                answer(
                        "Who will use it, and where is their patch?",
                        "Compositors; libwayland's and weston's:",
                        "make weston"),
                answer(
                        "Why not userspace, or udmabuf?",
                        Sentence.of(
                                "A handler is as fast{}, but scattered holes exhaust its mappings; udmabuf needs a sealed memfd:",
                                lostPages.isEmpty()
                                        ? ""
                                        : Sentence.of(
                                                " (instructions of a lost page: {})", Sentence.list(", ", lostPages))),
                        "make counts"),
                answer(
                        "Why silent zeros?",
                        "A handler has no other way to read on; the file's size tells afterwards:",
                        "benchmarks.jar verify --table"),
                answer(
                        "Why optimise for a misbehaving client?",
                        "It decides how often; that patch can be dropped:",
                        "make counts"),
                answer("Why writable?", "It is not: truncation drops what was written:", "make cases"),
                answer("Which filesystems?", "tmpfs and memfd; others get EINVAL:", "make selftests"),
                answer(
                        "Who assumes that file mappings have no zero entries?",
                        "UFFDIO_ZEROPAGE installs them in private shmem today:",
                        "make selftests fuzz"),
                answer("Times on hardware?", hardware, "reports.jar lkml A --patched B"),
                answer(
                        "Why not on the inode?",
                        "One reader would decide for all; its owner is not trusted:",
                        "make selftests"),
                answer(
                        "Why a flag for one class of users?",
                        "Only the reader's page tables can promise it; what others pay:",
                        "make counts"));
        return new Content("questions", "What reviewers ask first", "`make` is that of native/kernel.", answers);
    }

    private static Prose answer(String question, Object answer, String command) {
        return new Prose(Sentence.of("{} {} `{}`.", question, answer, command));
    }

    /** Instructions of a lost page, where the run counted them. */
    private Stream<Sentence> lostPage(String strategy) {
        return evidence.run().cells().stream()
                .filter(cell -> cell.cell().workload().equals("lostPage")
                        && cell.rowName().equals(strategy)
                        && cell.hasFigure()
                        && cell.cell().unit().startsWith("instructions"))
                .map(cell -> {
                    double count = cell.figure().orElseThrow().median();
                    Origin origin = Origin.ofCell(Statistic.MEDIAN, cell);
                    return Sentence.of(
                            "{} {}", strategy, Value.plain(origin, count, cell.unit(), Numbers.significant(count)));
                })
                .limit(1);
    }
}
