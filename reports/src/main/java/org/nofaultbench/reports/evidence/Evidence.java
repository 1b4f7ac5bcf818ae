// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.report.RunFacts;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Percent;

/** The evidence section of a patch's cover letter. */
final class Evidence {

    private static final String VERDICTS =
            " EQUIVALENT: the 95% interval of the ratio lies within the margin. FASTER and SLOWER"
                    + " are judged over all rows together; if nothing differs, at most "
                    + new Percent(100 * Comparisons.ALPHA)
                    + " of runs have any. UNDECIDED and TOO FEW do not mean \"the same\".";

    private Evidence() {}

    static Report report(PatchEvidence evidence) {
        return RunReport.of(evidence.run(), facts(evidence), warnings(evidence), contents(evidence));
    }

    /** What was tested, where, how, and how to repeat it: all that a reader of the mail will ever know of the machine. */
    private static List<Report.Fact> facts(PatchEvidence evidence) {
        Run run = evidence.run().run();
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("Test", test(evidence), flag(evidence)));
        evidence.unpatched().ifPresent(unpatched -> addBoth(facts, evidence, unpatched.run()));
        facts.add(new Report.Fact("Machine", RunFacts.machine(run.environment())));
        if (evidence.unpatched().isEmpty()) {
            facts.add(new Report.Fact("Kernel", RunFacts.kernel(run.environment())));
        }
        facts.add(new Report.Fact("Method", RunFacts.method(evidence.run()), VERDICTS));
        facts.add(new Report.Fact("Suite", RunFacts.suite(run)));
        facts.add(new Report.Fact("Repeat", run.manifest().command()));
        return facts;
    }

    private static Sentence test(PatchEvidence evidence) {
        Analysis run = evidence.run();
        return Sentence.of(
                "reading a mapped file that its owner may shrink at any time, as a Wayland compositor reads its clients' buffers:"
                        + " under a SIGBUS handler (guard-*), through a private mapping that never faults (nofault-*), by copying"
                        + " (copy-*), from a sealed file (sealed), or unprotected (unguarded-*). {} of {} strategies"
                        + " measured, {} cells.",
                RunFacts.measuredStrategies(run),
                Value.recorded("manifest.json/strategies", evidence.strategies().size()),
                Value.count(
                        new Origin(Statistic.COUNT, "measured cells"),
                        run.cells().stream().filter(CellResult::hasFigure).count()));
    }

    private static String flag(PatchEvidence evidence) {
        String missing = evidence.missing().stream()
                .findFirst()
                .map(strategy -> strategy.id() + " is SKIPPED because the kernel has no such flag (see objection 6); ")
                .orElse("");
        return evidence.subject()
                .map(subject -> subject.standIn()
                        ? " " + missing + subject.id() + " stands in for the flag; it uses a signal handler."
                        : " The kernel has the flag: " + subject.id() + ".")
                .orElse(" No no-fault mapping was measured.");
    }

    private static void addBoth(List<Report.Fact> facts, PatchEvidence evidence, Run unpatched) {
        Run patched = evidence.run().run();
        facts.add(new Report.Fact("A", "unpatched: " + run(unpatched)));
        facts.add(new Report.Fact("B", "patched: " + run(patched)));
        evidence.ratios()
                .flatMap(KernelRatios::runs)
                .ifPresent(runs ->
                        facts.add(new Report.Fact("Boots", runs + ". Tables of one kernel show its first run.")));
        addDifference(facts, "machines", run -> RunFacts.machine(run.environment()), unpatched, patched);
        addDifference(facts, "suites", RunFacts::suite, unpatched, patched);
    }

    private static void addDifference(
            List<Report.Fact> facts, String what, Function<Run, Sentence> trait, Run unpatched, Run patched) {
        String text = trait.apply(unpatched).text();
        if (!text.equals(trait.apply(patched).text())) {
            facts.add(new Report.Fact("Differ", "the " + what + "; A's was " + text));
        }
    }

    private static String run(Run run) {
        Manifest manifest = run.manifest();
        String missed = manifest.status() == RunStatus.OK
                ? ""
                : ", " + manifest.status() + " " + String.join("; ", manifest.reasons());
        return RunFacts.kernel(run.environment()) + ", run " + manifest.runId() + missed;
    }

    /** The head says who stands in for whom, and of both runs where they ran. */
    private static List<Sentence> warnings(PatchEvidence evidence) {
        List<Sentence> warnings = new ArrayList<>();
        evidence.unpatched()
                .filter(unpatched -> kernelBuild(unpatched).equals(kernelBuild(evidence.run())))
                .ifPresent(unpatched -> warnings.add(Sentence.join(
                        "A and B ran the same kernel build: differences between them do not come from a patch.")));
        Warnings.of(evidence.run()).stream()
                .filter(warning -> warning.kind() != Warnings.Kind.STAND_IN)
                .forEach(warning -> warnings.add(warning.sentence()));
        evidence.unpatched().stream()
                .flatMap(unpatched -> Warnings.of(unpatched, "A: ").stream())
                .filter(warning -> warning.kind() == Warnings.Kind.OTHER)
                .forEach(warning -> warnings.add(warning.sentence()));
        return warnings;
    }

    private static Optional<String> kernelBuild(Analysis analysis) {
        return Optional.ofNullable(analysis.run().environment().kernel()).map(Environment.Kernel::buildId);
    }

    private static List<Content> contents(PatchEvidence evidence) {
        MeasuredSections measured = new MeasuredSections(evidence);
        ArgumentSections arguments = new ArgumentSections(evidence);
        ReviewAnswers answers = new ReviewAnswers(evidence);
        List<Content> contents = new ArrayList<>(List.of(measured.nonUsers()));
        evidence.unpatched().ifPresent(unpatched -> contents.add(measured.bothKernels(unpatched)));
        contents.addAll(measured.instructions());
        LabSections.architectures(evidence).ifPresent(contents::add);
        LabSections.compositor(evidence).ifPresent(contents::add);
        contents.addAll(List.of(
                measured.normalCase(),
                measured.badCase(),
                arguments.losses(),
                answers.questions(),
                answers.objections(),
                arguments.whyAFlag(),
                arguments.scope()));
        return contents;
    }
}
