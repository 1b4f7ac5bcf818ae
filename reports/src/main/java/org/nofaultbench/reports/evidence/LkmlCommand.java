// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.render.json.ReportJson;
import org.nofaultbench.reports.render.text.PlainText;
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
public final class LkmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Mixin
    private KernelBoots boots;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write every figure as JSON. Default: not at all.")
    private Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Report evidence = boots.areOfTwoKernels()
                ? Evidence.of(kernel(boots.unpatched(run.folder())), kernel(boots.patched()))
                : Evidence.of(run.analysis(run.folder()));
        if (json != null) {
            OutputFile.write(json, ReportJson.write(evidence));
        }
        spec.commandLine().getOut().print(PlainText.mail(evidence));
        spec.commandLine().getOut().flush();
        return 0;
    }

    private Boots kernel(List<RunFolder> runs) {
        return new Boots(runs.stream().map(run::analysis).toList());
    }
}
