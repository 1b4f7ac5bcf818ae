// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The evidence for a kernel patch, to be pasted into its cover letter. */
@Command(
        name = "lkml",
        description = "Prints the evidence for a kernel patch: ASCII text of 75 columns that stands alone.",
        mixinStandardHelpOptions = true)
public final class LkmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "BOOT",
            description = "Runs of further boots of the unpatched kernel, beside --patched.")
    private List<Path> unpatched = List.of();

    @Option(
            names = "--patched",
            paramLabel = "RUN",
            description =
                    "A run of the same suite on the patched kernel; RUN is then the unpatched one's. Once for each boot.")
    private List<Path> patched = List.of();

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Where to write every figure as JSON. Default: not at all.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (patched.isEmpty() && !unpatched.isEmpty()) {
            throw new InputException(
                    "boots of one kernel alone are compared with nothing",
                    "name those of the patched kernel with --patched",
                    Detail.of("boots", unpatched.size() + 1));
        }
        Analysis first = run.analysis(run.folder());
        Report evidence = Evidence.report(
                patched.isEmpty()
                        ? new PatchEvidence(first)
                        : new PatchEvidence(
                                new Boots(Stream.concat(Stream.of(first), analyses(unpatched))
                                        .toList()),
                                new Boots(analyses(patched).toList())));
        if (json != null) {
            OutputFile.write(json, ReportJson.write(evidence));
        }
        spec.commandLine().getOut().print(PlainText.mail(evidence));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Stream<Analysis> analyses(List<Path> boots) {
        return boots.stream().map(RunFolder::locate).map(run::analysis);
    }
}
