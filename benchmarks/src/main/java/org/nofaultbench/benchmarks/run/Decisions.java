// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Judgement;

/**
 * What a deciding run came to.
 *
 * @param rows in display order
 * @param looks numbers of rounds after which it looked
 */
public record Decisions(List<Row> rows, List<Integer> looks) {

    /**
     * One comparison.
     *
     * @param cell what was compared
     * @param judgement null where the time was up before anything was measured of it
     * @param forks that it took
     * @param inOneProcess whether each held the baseline too
     */
    public record Row(String cell, Judgement judgement, int forks, boolean inOneProcess) {

        public boolean decided() {
            return judgement != null && judgement.verdict().isDecided();
        }

        private String text() {
            String text = judgement == null ? "not measured" : Decisions.text(judgement, "");
            return text + "  " + forks + (inOneProcess ? " forks of both" : " forks of each");
        }
    }

    /** Ratio, interval and verdict. */
    static String text(Judgement judgement, String withoutInterval) {
        Estimate ratio = judgement.ratio();
        String interval = ratio.interval()
                .map(bounds -> String.format(Locale.ROOT, " (%.4f to %.4f)", bounds.low(), bounds.high()))
                .orElse(withoutInterval);
        return String.format(Locale.ROOT, "%.4f%s  %s", ratio.median(), interval, judgement.label());
    }

    int lastLook() {
        return looks.get(looks.size() - 1);
    }

    public long decided() {
        return rows.stream().filter(Row::decided).count();
    }

    public List<String> lines() {
        return lines(rows, Row::cell, Row::text);
    }

    /** What is said of each cell, behind names that are padded to the longest. */
    static <T> List<String> lines(Collection<T> rows, Function<T, String> cell, Function<T, String> text) {
        int width =
                rows.stream().mapToInt(row -> cell.apply(row).length()).max().orElse(0);
        return rows.stream()
                .map(row -> cell.apply(row) + " ".repeat(width - cell.apply(row).length()) + "  " + text.apply(row))
                .toList();
    }
}
