// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.RunFolder;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The evidence for a kernel patch, to be pasted into its cover letter. */
@Command(
        name = "lkml",
        description = "Prints the evidence for a kernel patch: ASCII text of 75 columns that stands alone.",
        mixinStandardHelpOptions = true)
final class LkmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Option(
            names = "--patched",
            paramLabel = "RUN",
            description = "A run of the same suite on the patched kernel; RUN is then the unpatched one's.")
    private Path patched;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Analysis first = run.analysis(run.folder());
        Report evidence = patched == null
                ? Evidence.of(first)
                : Evidence.of(first, run.analysis(RunFolder.locate(patched)));
        spec.commandLine().getOut().print(PlainText.mail(evidence));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
