// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.input.InputRow;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.input.MetricUnit;
import org.nofaultbench.reports.input.RowSettings;
import org.nofaultbench.reports.input.RunInput;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.Manifest;
import org.nofaultbench.reports.model.Run;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What a history keeps of a run: who measured what where, and the figures, without the samples that they were made from.
 *
 * @param id unique in a history, such as the name of the run's folder
 * @param startedUtc ISO 8601 instant, or the day alone
 * @param status whether the run is whole
 * @param suite which build measured
 * @param machine label of the machine; each has series of its own
 * @param facts of the machine and the way of measuring, by name, that can move a figure although nobody changed what is measured
 * @param cells those with a figure, in display order
 */
@RecordBuilder
public record HistoryRun(
        String id,
        String startedUtc,
        RunStatus status,
        Suite suite,
        String machine,
        Map<String, String> facts,
        List<CellFigures> cells)
        implements HistoryRunBuilder.With {

    /** Name of a fact that may change from run to run on one machine. */
    static final String PRESET = "preset";

    private static final String UNNAMED_MACHINE = "unnamed machine";
    private static final String UNKNOWN = "unknown";

    /**
     * The figures of a cell.
     *
     * @param id of the cell, such as {@code BufferRead.warm/guard-pool/1080p}
     * @param metric whose figure it is
     * @param unit of the figure; smaller is better
     * @param inJava whether its loop is in Java, so that another library changes nothing and another commit may
     * @param standIn whether its strategy stands in for another
     * @param baseline id of the cell that it is compared with; empty where it is compared with none
     * @param figure in the unit
     * @param ratio to the baseline, paired by round; empty where one of the two has no figure
     */
    @RecordBuilder
    public record CellFigures(
            String id,
            String metric,
            String unit,
            boolean inJava,
            boolean standIn,
            String baseline,
            Estimate figure,
            Optional<Estimate> ratio)
            implements HistoryRunCellFiguresBuilder.With {

        /** A thousand runs name the same cells; one copy of each name is enough. */
        public CellFigures {
            id = id.intern();
            metric = metric.intern();
            unit = unit.intern();
            baseline = baseline.intern();
        }
    }

    /** Rates are kept as the time of an operation. Settings that all rows share are facts: a JVM, the version of JMH. */
    static HistoryRun fromJmh(RunInput input, RunDetails.Entry details) {
        Map<String, String> facts = new TreeMap<>();
        Set<String> differing = new HashSet<>();
        input.rows()
                .values()
                .forEach(row -> row.settings().forEach((name, value) -> {
                    if (!value.equals(facts.computeIfAbsent(name, first -> value))) {
                        differing.add(name);
                    }
                }));
        facts.keySet().removeIf(name -> differing.contains(name) || RowSettings.isHarmless(name));
        return new HistoryRun(
                input.name(),
                details.date(),
                RunStatus.OK,
                new Suite(UNKNOWN, details.commit().isEmpty() ? UNKNOWN : details.commit(), false, UNKNOWN, UNKNOWN),
                details.machine().isEmpty() ? UNNAMED_MACHINE : details.machine(),
                facts,
                input.rows().values().stream()
                        .filter(row -> !row.forks().isEmpty())
                        .map(HistoryRun::figures)
                        .toList());
    }

    private static CellFigures figures(InputRow row) {
        MetricUnit unit = row.unit();
        List<Double> figures = row.figures().stream()
                .map(figure -> unit.nanosecondsPerOperation(figure).orElse(unit.cost(figure)))
                .toList();
        return new CellFigures(
                row.key().label(),
                row.key().metric(),
                unit.nanosecondsPerOperation(1).isPresent() ? "ns/op" : unit.symbol(),
                true,
                false,
                "",
                Estimate.of(figures),
                Optional.empty());
    }

    static HistoryRun fromRun(Run run) {
        Manifest manifest = run.manifest();
        Map<String, StrategyEntry> strategies =
                manifest.strategies().stream().collect(Collectors.toMap(StrategyEntry::id, Function.identity()));
        Map<String, Map<Integer, Double>> rounds = run.figures();
        List<CellFigures> cells = manifest.cells().stream()
                .filter(cell -> rounds.containsKey(cell.id()) && !cell.emulated())
                .map(cell -> figures(cell, strategies.get(cell.strategy()), rounds))
                .toList();
        Map<String, String> facts = new TreeMap<>(
                MachineFacts.of(run.environment(), manifest.suite()).moving());
        facts.remove(MachineFacts.FORK_ARGUMENTS);
        facts.put(PRESET, manifest.preset());
        return new HistoryRun(
                run.folder().name(),
                manifest.startedUtc(),
                manifest.status(),
                manifest.suite(),
                run.environment().machine(),
                facts,
                cells);
    }

    /** @param strategy null where the cell has none */
    private static CellFigures figures(
            CellEntry cell, StrategyEntry strategy, Map<String, Map<Integer, Double>> rounds) {
        Map<Integer, Double> own = rounds.get(cell.id());
        String baseline = cell.baseline() == null ? "" : cell.baseline();
        return new CellFigures(
                cell.id(),
                cell.metric(),
                cell.unit(),
                strategy != null && strategy.family().equals("jvm"),
                strategy != null && strategy.standIn(),
                baseline,
                Estimate.of(own.values()),
                new PairedRounds(own, rounds.getOrDefault(baseline, Map.of())).ratio());
    }

    String build(boolean inJava) {
        return build(suite, inJava, id);
    }

    /**
     * Identifies what is measured. Loops in C are in the library alone; loops in Java are in the commit, and in nobody knows what
     * where the commit was modified. Empty where the commit is not known.
     */
    public static String build(Suite suite, boolean inJava, String id) {
        if (!inJava) {
            return suite.librarySha256();
        }
        return suite.commit().equals(UNKNOWN)
                ? ""
                : suite.librarySha256() + " " + suite.commit() + (suite.modified() ? " " + id : "");
    }
}
