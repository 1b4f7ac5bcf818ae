// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.concurrent.Callable;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.render.text.PlainText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The whole report where there is no browser. */
@Command(
        name = "text",
        description = "Prints the whole report as ASCII text of 75 columns.",
        mixinStandardHelpOptions = true)
public final class TextCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(PlainText.of(RunReport.of(run.analysis(run.folder()))));
        spec.commandLine().getOut().flush();
        return 0;
    }
}
