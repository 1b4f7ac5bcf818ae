// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.TerminalSummary;
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
        Advice advice = Advisor.advise(run.analysis(folder), clientShare);
        Path page = output == null ? folder.path().resolve("advice.html") : output;
        Report report = AdviceReport.create(advice);
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

    /** Reads a share of a whole as people write it. */
    private static final class ShareConverter implements ITypeConverter<Percent> {

        private static final int WHOLE = 100;

        @Override
        public Percent convert(String text) {
            return Percent.parse(text)
                    .filter(share -> share.value() <= WHOLE)
                    .orElseThrow(() -> new TypeConversionException("'" + text + "' is no share from 0% to 100%"));
        }
    }
}
