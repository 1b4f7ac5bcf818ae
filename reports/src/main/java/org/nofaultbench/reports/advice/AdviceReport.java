// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.report.MachineSection;
import org.nofaultbench.reports.report.MethodSection;
import org.nofaultbench.reports.report.PropertiesSection;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Percent;

/** Advice as a report, in no particular format. */
public final class AdviceReport {

    private AdviceReport() {}

    public static Report create(Advice advice) {
        List<Content> contents = new ArrayList<>(new ChoiceSection(advice).contents());
        contents.addAll(new BreakEvenSection(advice).contents());
        contents.addAll(new ConsequenceSections(advice).contents());
        contents.addAll(new ModelSection(advice).contents());
        contents.addAll(new PropertiesSection().of(advice.analysis()));
        contents.addAll(new MachineSection().of(advice.analysis()));
        contents.addAll(new MethodSection().of(advice.analysis()));
        return RunReport.of(advice.analysis())
                .as(
                        "How to read a client's shared memory on this machine",
                        new AdviceSentences(advice).all(),
                        Optional.empty(),
                        contents);
    }

    /** Which strategy to use, in a sentence, for the overview of a run. */
    public static List<Sentence> recommendation(Analysis analysis) {
        return new AdviceSentences(Advisor.advise(analysis, new Percent(0))).recommendation();
    }
}
