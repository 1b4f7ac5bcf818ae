// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.DoubleUnaryOperator;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.PairedRounds;
import org.nofaultbench.reports.stats.Verdict;

/**
 * A cell with what was measured of it.
 *
 * @param cell as planned
 * @param standIn whether its strategy stands in for another
 * @param control whether other cells are compared with it
 * @param figures round to fork figure, in the cell's unit; empty where there is none
 * @param metrics further metrics by name, each round to fork value
 * @param failed forks that gave no figure
 * @param absence why there is no figure; empty where there is one
 * @param comparison with the baseline; empty for a control, without a baseline and where one of the two has no figure
 */
@RecordBuilder
public record CellResult(
        CellEntry cell,
        boolean standIn,
        boolean control,
        Map<Integer, Double> figures,
        Map<String, Map<Integer, Double>> metrics,
        List<ForkRecord> failed,
        Optional<Absence> absence,
        Optional<Comparison> comparison)
        implements CellResultBuilder.With {

    /**
     * Why a cell has no figure. It keeps its row all the same.
     *
     * @param kind which of the three it is
     * @param reason in words
     */
    public record Absence(Kind kind, String reason) {

        /** The kinds, with the word that stands where a figure would. */
        public enum Kind {
            /** The machine cannot run it, or it makes no sense there. */
            SKIPPED,
            /** Every fork failed. */
            FAILED,
            /** The run ended before its first fork. */
            PENDING
        }
    }

    /**
     * A cell against its baseline, paired by round.
     *
     * @param baseline the other cell
     * @param judgement of the ratio of the times, under the analysis' margin and in view of all comparisons of the run
     */
    public record Comparison(CellEntry baseline, Judgement judgement) {

        /** Of the times; above 1 is slower than the baseline. */
        public Estimate ratio() {
            return judgement.ratio();
        }

        /** Of the times, in the cells' unit. */
        public Estimate difference() {
            return judgement.difference().orElseThrow();
        }

        public Verdict verdict() {
            return judgement.verdict();
        }
    }

    /** Metric of the paired forks of a cell whose figure other forks gave. */
    static final String CANDIDATE = "candidateNs";

    /** The cell's id. */
    public String id() {
        return cell.id();
    }

    public boolean hasFigure() {
        return !figures.isEmpty();
    }

    /** The value of a parameter; a dash where the cell has none of that name. */
    public String parameter(String name) {
        return cell.parameters().getOrDefault(name, "-");
    }

    /** The cell's figure, in its unit. */
    public Optional<Estimate> figure() {
        return figure(DoubleUnaryOperator.identity());
    }

    /** The figure in another unit, estimated anew from the converted forks: a median of inverses is not always the inverse. */
    public Optional<Estimate> figure(DoubleUnaryOperator converted) {
        return figures.isEmpty()
                ? Optional.empty()
                : Optional.of(Estimate.of(
                        figures.values().stream().map(converted::applyAsDouble).toList()));
    }

    /** A further metric over the rounds; empty where no fork gave it. */
    public Optional<Estimate> metric(String name) {
        return Optional.ofNullable(metrics.get(name)).map(values -> Estimate.of(values.values()));
    }

    /** A further metric that is counted, of the whole run; empty where no fork gave it. */
    public OptionalLong total(String name) {
        return metrics.containsKey(name)
                ? OptionalLong.of(Math.round(metrics.get(name).values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum()))
                : OptionalLong.empty();
    }

    /** The greatest value of a further metric in the run; empty where no fork gave it. */
    public OptionalDouble worst(String name) {
        return metrics.getOrDefault(name, Map.of()).values().stream()
                .mapToDouble(Double::doubleValue)
                .max();
    }

    /** Whether the machine or the preset left it out. */
    public boolean isSkipped() {
        return absence.filter(why -> why.kind() == Absence.Kind.SKIPPED).isPresent();
    }

    /** The unit of its figures, such as {@code ns}; of one access. */
    public String unit() {
        return cell.unit().replaceFirst("/op$", "");
    }

    /** What stands in the row's first column. */
    public String rowName() {
        return cell.strategy() == null ? cell.workload() : cell.strategy();
    }

    /** The cell and its baseline where its forks held both and took turns: the ratio is that of the fork. */
    public Optional<PairedRounds> pairedForks() {
        return Optional.ofNullable(metrics.get(ForkRecord.BASELINE))
                .map(baseline -> new PairedRounds(metrics.getOrDefault(CANDIDATE, figures), baseline));
    }

    /** Beside another cell in the rounds that both have: within its forks where these held both, by round otherwise. */
    public PairedRounds against(CellResult other) {
        return pairedForks()
                .filter(pair -> other.cell.id().equals(cell.baseline()))
                .orElseGet(() -> new PairedRounds(figures, other.figures));
    }
}
