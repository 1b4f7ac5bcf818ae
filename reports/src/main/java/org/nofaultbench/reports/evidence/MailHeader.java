// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.report.RunFacts;

/** What was tested, where, how, and how to repeat it: all that a reader of the mail will ever know of the machine. */
record MailHeader(PatchEvidence evidence) {

    List<Report.Fact> facts() {
        Run run = evidence.run().run();
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("Test", test() + flag()));
        evidence.unpatched().ifPresent(unpatched -> facts.addAll(both(unpatched.run(), run)));
        facts.add(new Report.Fact("Machine", RunFacts.machine(run.environment())));
        if (evidence.unpatched().isEmpty()) {
            facts.add(new Report.Fact("Kernel", RunFacts.kernel(run.environment())));
        }
        facts.add(new Report.Fact("Method", RunFacts.method(evidence.run())));
        facts.add(new Report.Fact("Suite", RunFacts.suite(run)));
        facts.add(new Report.Fact("Repeat", run.manifest().command()));
        return facts;
    }

    private String test() {
        Analysis run = evidence.run();
        return "reading a mapped file that its owner may shrink at any time, as a Wayland compositor reads its clients' buffers:"
                + " under a SIGBUS handler (guard-*), through a private mapping that never faults (nofault-*), by copying"
                + " (copy-*), from a sealed file (sealed), or unprotected (unguarded-*). "
                + evidence.strategies().size() + " strategies, "
                + run.cells().stream().filter(CellResult::hasFigure).count() + " cells with a figure.";
    }

    private String flag() {
        return evidence.subject()
                .map(subject -> subject.standIn()
                        ? missing() + subject.id()
                                + " stands in for the flag, with the flag's reads and a signal handler's faults."
                        : " The kernel has the flag: " + subject.id() + ".")
                .orElse(" No no-fault mapping was measured.");
    }

    private String missing() {
        return evidence.missing().stream()
                .map(strategy ->
                        " " + strategy.id() + " is SKIPPED, for the kernel has no such flag (see objection 6): ")
                .findFirst()
                .orElse(" ");
    }

    private List<Report.Fact> both(Run unpatched, Run patched) {
        List<Report.Fact> facts = new ArrayList<>();
        facts.add(new Report.Fact("A", "unpatched: " + run(unpatched)));
        facts.add(new Report.Fact("B", "patched: " + run(patched)));
        evidence.ratios()
                .flatMap(KernelRatios::runs)
                .ifPresent(runs ->
                        facts.add(new Report.Fact("Boots", runs + ". Tables of one kernel are of its first run.")));
        String machine = RunFacts.machine(unpatched.environment());
        if (!machine.equals(RunFacts.machine(patched.environment()))) {
            facts.add(new Report.Fact("Differ", "the machines; A's was " + machine));
        }
        String suite = RunFacts.suite(unpatched);
        if (!suite.equals(RunFacts.suite(patched))) {
            facts.add(new Report.Fact("Differ", "the suites; A's was " + suite));
        }
        return facts;
    }

    private static String run(Run run) {
        Manifest manifest = run.manifest();
        String missed = manifest.status() == RunStatus.OK
                ? ""
                : ", " + manifest.status() + " " + String.join("; ", manifest.reasons());
        return RunFacts.kernel(run.environment()) + ", run " + manifest.runId() + missed;
    }
}
