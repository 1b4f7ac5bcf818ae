// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.RunFolder;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The evidence for a kernel patch, to be pasted into its cover letter. */
@Command(
        name = "lkml",
        description = "Prints the evidence for a kernel patch: ASCII text of 75 columns that stands alone.",
        mixinStandardHelpOptions = true)
final class LkmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "BOOT",
            description = "Runs of further boots of the unpatched kernel, beside --patched.")
    private List<Path> boots = List.of();

    @Option(
            names = "--patched",
            paramLabel = "RUN",
            description = "A run of the same suite on the patched kernel; RUN is then the unpatched one's. Once for each boot.")
    private List<Path> patched = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (patched.isEmpty() && !boots.isEmpty()) {
            throw new ParameterException(spec.commandLine(), "--patched is missing, which names the boots of the patched kernel: boots="
                    + (boots.size() + 1));
        }
        Analysis first = run.analysis(run.folder());
        Report evidence = patched.isEmpty()
                ? Evidence.of(first)
                : Evidence.of(kernel(Stream.concat(Stream.of(first), boots.stream().map(this::analysis))),
                        kernel(patched.stream().map(this::analysis)));
        spec.commandLine().getOut().print(PlainText.mail(evidence));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static Boots kernel(Stream<Analysis> boots) {
        return new Boots(boots.toList());
    }

    private Analysis analysis(Path path) {
        return run.analysis(RunFolder.locate(path));
    }
}
