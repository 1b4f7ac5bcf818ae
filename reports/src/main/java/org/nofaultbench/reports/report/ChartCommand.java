// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.cli.RunArgument;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.render.svg.ChartDrawing;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One chart by itself, for a README or a talk. */
@Command(
        name = "chart",
        description = "Writes one chart as an SVG that follows the reader's light or dark setting.",
        mixinStandardHelpOptions = true)
public final class ChartCommand implements Callable<Integer> {

    @Mixin
    private RunArgument run;

    @Parameters(index = "1", paramLabel = "NAME", description = "Name of the chart, as its anchor on the page.")
    private String name;

    @Option(names = "-o", paramLabel = "FILE", required = true, description = "Where to write the SVG.")
    private Path output;

    @Override
    public Integer call() {
        List<Chart> charts = RunReport.of(run.analysis(run.folder()))
                .all()
                .flatMap(content -> content.all(Chart.class))
                .toList();
        Chart chart = charts.stream()
                .filter(drawn -> drawn.id().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(charts));
        OutputFile.write(
                output,
                ChartDrawing.standalone(chart)
                        .orElseThrow(() -> new InputException(
                                "chart cannot be drawn", "install fontconfig and any font", Detail.of("chart", name))));
        return 0;
    }

    private InputException unknown(List<Chart> charts) {
        String known = String.join(" ", charts.stream().map(Chart::id).toList());
        return new InputException(
                "no such chart", "name one of the known", Detail.of("chart", name), Detail.of("known", known));
    }
}
