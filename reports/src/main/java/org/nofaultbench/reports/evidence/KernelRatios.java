// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Percent;
import org.nofaultbench.reports.stats.RunComparisons;
import org.nofaultbench.reports.stats.UnpairedForks;

/**
 * By how much do the times of the two kernels differ? Nothing pairs their rounds, so they are judged as {@code compare} judges
 * two runs, over every time that both have and not only over the rows that are shown. Where a kernel was booted several times
 * a boot is what a fork is otherwise, and nothing needs to be assumed of what boots differ by.
 */
final class KernelRatios {

    /** Quotients of a row; {@code compare} refuses more, and so a hostile run cannot make this slow. */
    private static final long MOST_PAIRS = 40_000;

    private final Boots unpatched;
    private final Boots patched;
    private final Map<String, UnpairedForks> figures = new LinkedHashMap<>();
    private final Map<String, Judgement> judged;

    KernelRatios(Boots unpatched, Boots patched) {
        this.unpatched = unpatched;
        this.patched = patched;
        Map<String, CellResult> before = unpatched.shown().cells().stream()
                .filter(KernelRatios::hasTime)
                .collect(Collectors.toMap(CellResult::id, Function.identity()));
        patched.shown().cells().stream()
                .filter(after -> hasTime(after) && before.containsKey(after.id()))
                .forEach(after -> addFigures(before.get(after.id()).figures().values(), after));
        this.judged = RunComparisons.judge(
                figures,
                cell -> patched.shown().margin(),
                ofBoots() ? new BetweenRuns(new Percent(0)) : BetweenRuns.DEFAULT);
    }

    private static boolean hasTime(CellResult cell) {
        return PatchEvidence.isTime(cell) && cell.hasFigure();
    }

    private void addFigures(Collection<Double> before, CellResult after) {
        if ((long) before.size() * after.figures().size() <= MOST_PAIRS) {
            figures.put(
                    after.id(),
                    ofBoots()
                            ? UnpairedForks.ofTwoRuns(unpatched.figures(after.id()), patched.figures(after.id()))
                            : UnpairedForks.ofTwoRuns(
                                    List.copyOf(before),
                                    List.copyOf(after.figures().values())));
        }
    }

    Analysis unpatched() {
        return unpatched.shown();
    }

    private boolean ofBoots() {
        return !unpatched.isOne() || !patched.isOne();
    }

    /** What varies: {@code forks}, or {@code boots} where a kernel was booted several times. */
    private String unit() {
        return ofBoots() ? "boots" : "forks";
    }

    boolean has(CellResult cell) {
        return judged.containsKey(cell.id());
    }

    /** Over forks or boots as the ratio is, of the kernel {@code A} or {@code B}. */
    Value median(String side, CellResult cell, Scale scale) {
        UnpairedForks both = figures.get(cell.id());
        double median = Estimate.medianOf(side.equals("A") ? both.base().get(0) : both.next());
        return Value.plain(
                Origin.ofCell(Statistic.KERNEL_MEDIAN, side + " " + unit(), cell),
                median,
                cell.unit(),
                scale.format(median));
    }

    /** Without its interval: 75 columns hold it in a column of its own. */
    Value ratio(CellResult cell) {
        Judgement judgement = judged.get(cell.id());
        return Value.estimate(
                        Origin.ofCell(Statistic.KERNEL_RATIO, unit(), cell),
                        judgement.ratio(),
                        "",
                        Numbers.ratio(judgement.ratio().median()))
                .with(judgement.verdict());
    }

    String interval(CellResult cell) {
        Estimate ratio = judged.get(cell.id()).ratio();
        return ratio.interval()
                .map(ends -> Numbers.ratio(ends.low()) + " to " + Numbers.ratio(ends.high()))
                .orElse("n=" + ratio.n());
    }

    String verdict(CellResult cell) {
        Judgement judgement = judged.get(cell.id());
        return Entry.signed(judgement.verdict(), judgement.lean());
    }

    /** Which runs are the boots of either kernel; empty where there is one of each. */
    Optional<String> runs() {
        return ofBoots() ? Optional.of("A: " + names(unpatched) + ". B: " + names(patched)) : Optional.empty();
    }

    private static String names(Boots boots) {
        return boots.all().stream().map(boot -> boot.run().manifest().runId()).collect(Collectors.joining(", "));
    }

    /** What a ratio can tell; empty where there is none. */
    String limits() {
        if (judged.isEmpty()) {
            return "";
        }
        String floor = Numbers.percent(judged.values().iterator().next().floor());
        return ofBoots()
                ? "A and B: median over the boots of a kernel, of each boot the median over its rounds. B/A: median of"
                        + " the quotients of every boot of B by every boot of A, with its 95% interval over boots;"
                        + " judged as `reports.jar compare` judges forks, over all times that all runs have. "
                        + unpatched.all().size() + " boots of A, "
                        + patched.all().size() + " of B; " + RunComparisons.minimumForks()
                        + " of each are needed to show a difference. FASTER and SLOWER need the whole interval more than "
                        + floor + " from 1: the margin and the variation and drift of the boots."
                : "B/A: median of the quotients of every fork of B by every fork of A, with its 95% interval, judged"
                        + " as `reports.jar compare` does, over all times that both runs have. Each kernel was booted"
                        + " once, so the variation between boots is unknown: FASTER and SLOWER need the whole interval"
                        + " more than " + floor
                        + " from 1: the margin and the allowed boot-to-boot variation. A smaller cost of the patch cannot be"
                        + " seen here; counted instructions or more boots of each kernel can show it.";
    }
}
