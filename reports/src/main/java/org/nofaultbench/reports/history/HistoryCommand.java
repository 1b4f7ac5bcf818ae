// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.history.CellHistory.DatedChange;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.stats.change.ChangePoints;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Many runs as pages that show what changed. */
@Command(
        name = "history",
        description = "Writes a folder of pages that open from disk: every cell over time, and what changed last.",
        mixinStandardHelpOptions = true)
public final class HistoryCommand implements Callable<Integer> {

    private static final int CHANGED = 1;
    private static final int INCONCLUSIVE = 3;
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    @Parameters(
            index = "0",
            paramLabel = "DIR",
            description = "A folder of run folders, of JMH files (each a run), or of folders of JMH files (one per"
                    + " module).")
    private Path folder;

    @Option(
            names = "-o",
            paramLabel = "SITE",
            defaultValue = "site",
            description = "Folder for the pages. Default: ${DEFAULT-VALUE}.")
    private Path site;

    @Option(
            names = "--leave-out-broken",
            description =
                    "Leave out runs that cannot be read, and name them on the overview. Without it the first is an"
                            + " error.")
    private boolean leaveOutBroken;

    @Option(
            names = "--runs",
            paramLabel = "FILE",
            description = "Date, commit and machine of JMH files as CSV, whose first line names the columns:"
                    + " file,date,commit,machine. Default: runs.csv in DIR. The date may also begin the file's name.")
    private Path runs;

    @Option(
            names = "--machine",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Machine of JMH files that are not listed with one.")
    private String machine;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            defaultValue = "",
            description = "Date of JMH files whose date is neither listed nor in their name.")
    private String date;

    @Option(
            names = "--commit",
            paramLabel = "HASH",
            defaultValue = "",
            description = "Commit of JMH files that are not listed with one.")
    private String commit;

    @Mixin
    private SeriesOptions options;

    @Option(
            names = "--fail-on-change",
            paramLabel = "SINCE",
            description = "Status 1 where a cell changed with a new build or another machine in or after SINCE, a day"
                    + " (2026-11-24) or the name of a run; 3 where nothing could be judged.")
    private String since;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        OutputFile.makeFolder(site);
        HistoryReader.Outcome outcome =
                new HistoryReader(leaveOutBroken, details(), options.renames(), options.commits()).read(folder);
        History history = HistoryAnalyzer.analyze(outcome.runs(), outcome.leftOut());
        Site pages = new Site(history);
        pages.write((name, text) -> OutputFile.write(site.resolve(name), text));
        removeOthers(pages.cellPages());
        report(history);
        return since == null ? 0 : changedSince(history);
    }

    private RunDetails details() {
        RunDetails.Entry others = new RunDetails.Entry(date, commit, machine);
        Path list = runs == null ? folder.resolve(RunDetails.FILE) : runs;
        return runs == null && !Files.isRegularFile(list)
                ? new RunDetails(Map.of(), others)
                : RunDetails.read(list, others);
    }

    private int changedSince(History history) {
        PrintWriter out = spec.commandLine().getOut();
        List<HistoryRun> all = history.runs();
        boolean isDay = since.matches(DAY);
        int first = isDay ? 0 : orderOf(since, all);
        IntPredicate isSince = order -> isDay ? all.get(order).startedUtc().compareTo(since) >= 0 : order >= first;
        if (history.isTooShort() || IntStream.range(0, all.size()).noneMatch(isSince)) {
            out.println("INCONCLUSIVE: "
                    + (history.isTooShort()
                            ? "too few runs, a change needs at least " + ChangePoints.FEWEST
                            : "no run since " + Printable.brief(since)));
            return INCONCLUSIVE;
        }
        List<String> changes = history.cells().stream()
                .flatMap(cell -> cell.changes()
                        .filter(dated -> dated.change().isAlarm()
                                && isSince.test(dated.first().order()))
                        .map(dated -> text(cell.key(), dated)))
                .toList();
        changes.forEach(out::println);
        out.println((changes.isEmpty() ? "PASS: no change" : "FAIL: " + Plural.of(changes.size(), "change", "changes"))
                + " since " + Printable.brief(since));
        return changes.isEmpty() ? 0 : CHANGED;
    }

    private static int orderOf(String id, List<HistoryRun> all) {
        return IntStream.range(0, all.size())
                .filter(order -> all.get(order).id().equals(id))
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "no such run", "give a day such as 2026-11-24 or the name of a run", Detail.of("run", id)));
    }

    private static String text(SeriesKey key, DatedChange dated) {
        return HistoryText.badge(dated.change()) + " "
                + HistoryText.size(dated.change().factor()) + " " + dated.of()
                + " on " + HistoryText.day(dated.first().run()) + ": " + Printable.brief(key.cell()) + ", "
                + Printable.brief(key.machine()) + ", " + HistoryText.cause(dated.change());
    }

    /** Pages of cells that no run has any more; nothing else in the folder is ours. */
    private void removeOthers(Set<String> names) {
        Predicate<String> isOther = name -> Site.isCellPage(name) && !names.contains(name);
        for (Path other :
                RunFolder.children(site, file -> isOther.test(file.getFileName().toString()))) {
            try {
                Files.deleteIfExists(other);
            } catch (IOException e) {
                throw new InputException(
                        "old page cannot be removed", "remove the folder", Detail.of("path", other), Detail.reason(e));
            }
        }
    }

    private void report(History history) {
        PrintWriter out = spec.commandLine().getOut();
        int leftOut = history.leftOut().size();
        out.println("Runs: " + history.runs().size() + (leftOut == 0 ? "" : ", left out: " + leftOut));
        out.println("Changed: " + history.changedCells() + " of "
                + Plural.of(history.cells().size(), "cell", "cells"));
        out.println("Site: " + site.resolve(Site.OVERVIEW));
    }
}
