// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.agreement;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.nofaultbench.reports.agreement.Agreement.Kind;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How often do runs agree, and what did each take? */
@Command(
        name = "agree",
        description =
                "Counts for each pair of runs how many comparisons both decide alike; status 1 on opposite verdicts.",
        mixinStandardHelpOptions = true)
public final class AgreeCommand implements Callable<Integer> {

    private static final int OPPOSITE = 1;
    private static final int MOST_RUNS = 26;
    private static final String ROW = "%-4s %6s  %6s  %9s  %11s  %14s  %8s%n";

    @Parameters(arity = "1..*", paramLabel = "RUN", description = "Two run folders or more, at most 26.")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            defaultValue = "1%",
            description = "How far from 1 a ratio may lie and still be EQUIVALENT. Default: ${DEFAULT-VALUE}.")
    private Margin margin;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (paths.size() < 2 || paths.size() > MOST_RUNS) {
            throw new InputException(
                    "not a number of runs to hold against one another",
                    "name 2 to " + MOST_RUNS + " run folders",
                    Detail.of("runs", paths.size()));
        }
        List<Analysis> runs = paths.stream()
                .map(path -> Analyst.analyse(RunReader.read(RunFolder.locate(path)), margin))
                .toList();
        PrintWriter out = spec.commandLine().getOut();
        for (int i = 0; i < runs.size(); i++) {
            out.println(
                    name(i) + "  " + Printable.text(runs.get(i).run().manifest().runId()) + ": " + took(runs.get(i)));
        }
        boolean opposite = pairs(runs, out);
        out.flush();
        return opposite ? OPPOSITE : 0;
    }

    private static boolean pairs(List<Analysis> runs, PrintWriter out) {
        List<String> named = new ArrayList<>();
        boolean opposite = false;
        out.printf(
                Locale.ROOT,
                "%n" + ROW,
                "pair",
                "common",
                "same",
                "both open",
                "one decided",
                "EQUIVALENT/not",
                "opposite");
        for (int i = 0; i < runs.size(); i++) {
            for (int j = i + 1; j < runs.size(); j++) {
                Agreement agreement = Agreement.of(runs.get(i), runs.get(j));
                String pair = name(i) + name(j);
                out.printf(
                        Locale.ROOT,
                        ROW,
                        pair,
                        agreement.rows().size(),
                        count(agreement, Kind.SAME),
                        count(agreement, Kind.BOTH_OPEN),
                        count(agreement, Kind.ONE_DECIDED),
                        count(agreement, Kind.EQUIVALENT_AND_NOT),
                        count(agreement, Kind.OPPOSITE));
                agreement.of(Kind.OPPOSITE).forEach(row -> named.add(pair + "  opposite: " + Printable.text(row)));
                agreement
                        .of(Kind.EQUIVALENT_AND_NOT)
                        .forEach(row -> named.add(pair + "  EQUIVALENT/not: " + Printable.text(row)));
                opposite |= count(agreement, Kind.OPPOSITE) > 0;
            }
        }
        named.forEach(out::println);
        return opposite;
    }

    private static int count(Agreement agreement, Kind kind) {
        return agreement.of(kind).size();
    }

    private static String name(int run) {
        return String.valueOf((char) ('A' + run));
    }

    /** From its start to its end, with all that lies between: what its user waits for. */
    private static String took(Analysis run) {
        Manifest manifest = run.run().manifest();
        String kind = manifest.preset() + (manifest.deciding() == null ? "" : " until decided");
        return Printable.text(kind) + ", " + wall(manifest) + ", " + decided(run) + " of "
                + run.compared().size() + " decided";
    }

    private static String wall(Manifest manifest) {
        try {
            return manifest.finishedUtc() == null
                    ? "not finished"
                    : Duration.between(Instant.parse(manifest.startedUtc()), Instant.parse(manifest.finishedUtc()))
                                    .toSeconds()
                            + " s";
        } catch (DateTimeException e) {
            return "times not readable";
        }
    }

    private static long decided(Analysis run) {
        return run.compared().stream()
                .filter(cell -> cell.comparison().orElseThrow().verdict().isDecided())
                .count();
    }
}
