// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.report.RunReport;

/** The evidence section of a patch's cover letter. */
public final class Evidence {

    private Evidence() {}

    /** Of one kernel, which may have the flag or not. */
    public static Report of(Analysis run) {
        return report(PatchEvidence.of(run));
    }

    /** Of the same suite on a kernel without the patch and on one with it. */
    public static Report of(Boots unpatched, Boots patched) {
        return report(PatchEvidence.of(unpatched, patched));
    }

    private static Report report(PatchEvidence evidence) {
        return RunReport.of(evidence.run(), new MailHeader(evidence).facts(), warnings(evidence), contents(evidence));
    }

    /** The head says who stands in for whom, and of both runs where they ran. */
    private static List<Sentence> warnings(PatchEvidence evidence) {
        List<Sentence> warnings = new ArrayList<>();
        evidence.unpatched()
                .filter(unpatched -> isSameKernel(unpatched, evidence.run()))
                .ifPresent(unpatched -> warnings.add(
                        Sentence.join("A and B ran the same kernel build: what differs between them is no patch.")));
        Warnings.of(evidence.run()).stream()
                .filter(warning -> warning.kind() != Warnings.Kind.STAND_IN)
                .forEach(warning -> warnings.add(warning.sentence()));
        evidence.unpatched().stream()
                .flatMap(unpatched -> Warnings.of(unpatched, "A: ").stream())
                .filter(warning -> warning.kind() == Warnings.Kind.OTHER)
                .forEach(warning -> warnings.add(warning.sentence()));
        return warnings;
    }

    private static boolean isSameKernel(Analysis a, Analysis b) {
        return Stream.of(a, b)
                        .map(analysis -> Optional.ofNullable(
                                        analysis.run().environment().kernel())
                                .map(Environment.Kernel::buildId))
                        .distinct()
                        .count()
                == 1;
    }

    private static List<Content> contents(PatchEvidence evidence) {
        MeasuredSections measured = new MeasuredSections(evidence);
        ArgumentSections arguments = new ArgumentSections(evidence);
        List<Content> contents = new ArrayList<>(List.of(measured.nonUsers()));
        evidence.unpatched().ifPresent(unpatched -> contents.add(measured.bothKernels(unpatched)));
        contents.addAll(measured.instructions());
        LabArchitectures.of(evidence).ifPresent(contents::add);
        CompositorScene.of(evidence).ifPresent(contents::add);
        contents.addAll(List.of(
                measured.normalCase(),
                measured.badCase(),
                arguments.losses(),
                new ReviewQuestions(evidence).content(),
                new Objections(evidence).content(),
                arguments.whyAFlag(),
                arguments.scope()));
        return contents;
    }
}
