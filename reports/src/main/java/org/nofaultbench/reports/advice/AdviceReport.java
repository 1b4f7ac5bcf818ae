// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.report.MachineSection;
import org.nofaultbench.reports.report.MethodSection;
import org.nofaultbench.reports.report.RunReport;

/** Advice as a report, in no particular format. */
public final class AdviceReport {

    private static final List<AdviceSection> ALL = List.of(
            new AdviceChoiceSection(),
            new AdviceBreakEvenSection(),
            new AdviceFrameSection(),
            new AdviceAttackSection(),
            new AdviceRobustnessSection(),
            new AdviceModelSection());

    private AdviceReport() {}

    public static Report of(Advice advice) {
        List<Content> contents = new ArrayList<>();
        ALL.forEach(section -> contents.addAll(section.of(advice)));
        contents.add(new MachineSection().of(advice.analysis()));
        contents.add(new MethodSection().of(advice.analysis()));
        return RunReport.of(advice.analysis()).as("How to read a client's shared memory on this machine",
                sentences(advice), contents);
    }

    /** The advice in a few sentences; whether to copy comes first. */
    public static List<String> sentences(Advice advice) {
        return new AdviceSummary(advice).sentences();
    }
}
