// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.TerminalSummary;
import org.nofaultbench.reports.report.ClientSections;
import org.nofaultbench.reports.report.PropertiesSection;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.report.RunSections;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Which strategy to use on the machine of a run. */
@Command(
        name = "advise",
        description =
                "Says which strategy to use on the machine of a run and where copying begins to pay: in a few sentences, as"
                        + " one page, and as JSON for a build.",
        mixinStandardHelpOptions = true)
public final class AdviseCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Option(
            names = "--client-share",
            paramLabel = "PERCENT",
            defaultValue = "0%",
            converter = ShareConverter.class,
            description = "Share of all reads that go to pools whose client has sealed its file against shrinking"
                    + " (F_SEAL_SHRINK). Default: ${DEFAULT-VALUE}.")
    private Percent clientShare;

    @Option(
            names = "-o",
            paramLabel = "FILE",
            description = "Where to write the page. Default: advice.html in the run folder.")
    private Path output;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where to write the advice as JSON. Default: not at all.")
    private Path json;

    @Option(
            names = "--figures",
            paramLabel = "FILE",
            description = "Where to write every figure as JSON. Default: not at all.")
    private Path figures;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        RunFolder folder = run.folder();
        Advice advice = Advice.of(run.analysis(folder), clientShare);
        Path page = output == null ? folder.path().resolve("advice.html") : output;
        Report report = report(advice);
        OutputFile.write(page, HtmlPage.render(report));
        if (figures != null) {
            OutputFile.write(figures, ReportJson.write(report));
        }
        if (json != null) {
            OutputFile.write(json, AdviceJson.write(advice));
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(TerminalSummary.render(report));
        out.println("Page: " + page);
        return 0;
    }

    /** The page, in no particular format. */
    static Report report(Advice advice) {
        Analysis analysis = advice.analysis();
        return RunReport.of(
                analysis,
                "How to read a client's shared memory on this machine",
                new AdviceSentences(advice).all(),
                Stream.of(
                                new ChoiceSection(advice).contents(),
                                new BreakEvenSection(advice).contents(),
                                new ConsequenceSections(advice).contents(),
                                ClientSections.recovery().of(analysis),
                                ClientSections.hostile().of(analysis),
                                new ModelSection(advice).contents(),
                                new PropertiesSection().of(analysis),
                                RunSections.machine(analysis),
                                RunSections.method(analysis))
                        .flatMap(List::stream)
                        .toList());
    }

    /** Which strategy to use, in a sentence, for the overview of a run. */
    public static List<Sentence> recommendation(Analysis analysis) {
        return List.of(new AdviceSentences(Advice.of(analysis, new Percent(0))).recommendation());
    }

    /** Reads a share of a whole as people write it. */
    private static final class ShareConverter implements ITypeConverter<Percent> {

        @Override
        public Percent convert(String text) {
            return Percent.parse(text)
                    .filter(share -> share.value() <= 100)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no share from 0% to 100%"));
        }
    }
}
