// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.util.concurrent.Callable;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.section.evidence.Evidence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The evidence for a kernel patch, to be pasted into its cover letter. */
@Command(
        name = "lkml",
        description = "Prints the evidence for a kernel patch: ASCII text of 75 columns that stands alone.",
        mixinStandardHelpOptions = true)
final class LkmlCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(PlainText.mail(Evidence.of(run.analysis(run.folder()))));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
