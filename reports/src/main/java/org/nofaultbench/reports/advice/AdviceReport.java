// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
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
        Analysis analysis = advice.analysis();
        return RunReport.of(analysis)
                .as(
                        "How to read a client's shared memory on this machine",
                        new AdviceSentences(advice).all(),
                        Optional.empty(),
                        Stream.of(
                                        new ChoiceSection(advice).contents(),
                                        new BreakEvenSection(advice).contents(),
                                        new ConsequenceSections(advice).contents(),
                                        new ModelSection(advice).contents(),
                                        new PropertiesSection().of(analysis),
                                        new MachineSection().of(analysis),
                                        new MethodSection().of(analysis))
                                .flatMap(List::stream)
                                .toList());
    }

    /** Which strategy to use, in a sentence, for the overview of a run. */
    public static List<Sentence> recommendation(Analysis analysis) {
        return List.of(new AdviceSentences(Advisor.advise(analysis, new Percent(0))).recommendation());
    }
}
