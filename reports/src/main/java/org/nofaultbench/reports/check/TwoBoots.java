// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A row of two runs that nothing pairs: the quotients of every fork of one by every fork of the other, their median and its
 * interval from Mann and Whitney's recursion.
 *
 * <p>A verdict of such a row also depends on what all rows drift and scatter by, which is not recomputed. Checked is what holds
 * whatever that is: no row may be FASTER or SLOWER that does not lie beyond the margin by itself.
 */
record TwoBoots(List<Double> before, List<Double> after, double band) {

    private static final List<String> HEADINGS = List.of("A", "B", "B/A", "95% interval", "verdict");
    private static final double LEVEL = 0.95;
    /** Five forks a side: two of 252 ways to deal them are less than 1%. */
    private static final double MOST_LIKELY = 0.01;

    static boolean isOne(PrintedTable table) {
        return table.columns().equals(HEADINGS);
    }

    static Optional<TwoBoots> of(Optional<RawCell> before, Optional<RawCell> after, double margin) {
        return before.flatMap(a -> after.map(b ->
                new TwoBoots(List.copyOf(a.figures().values()), List.copyOf(b.figures().values()), 1 + margin)));
    }

    void check(String at, Place place, PrintedTable.Row row, Audit audit) {
        if (row.entries().size() != HEADINGS.size() || before.isEmpty() || after.isEmpty()) {
            audit.that(false, at, "row", row.entries().toString(), "no figure on a side");
            return;
        }
        Optional<Double> unit = Unit.named(place.rest());
        audit.entry(at + " / A", row.entries().get(0), Claim.figure(before, unit));
        audit.entry(at + " / B", row.entries().get(1), Claim.figure(after, unit));
        Sorted quotients = new Sorted(quotients());
        audit.number(at, "B/A", row.entries().get(2).text(), quotients.logarithmicMiddle());
        interval(at, row.entries().get(3).text(), audit);
        audit.verdict(at, row.entries().get(4).text(), verdicts(), quotients.logarithmicMiddle());
    }

    private void interval(String at, String printed, Audit audit) {
        Optional<double[]> ends = ends();
        if (ends.isEmpty()) {
            int fewest = Math.min(before.size(), after.size());
            audit.that(printed.equals("n=" + fewest), at, "interval", printed, "n=" + fewest);
            return;
        }
        String[] printedEnds = printed.split(" to ");
        for (int end = 0; end < 2; end++) {
            String text = end < printedEnds.length && printedEnds[end].matches("[0-9.]+") ? printedEnds[end] : "-1";
            audit.number(at, end == 0 ? "low end" : "high end", text, ends.get()[end]);
        }
    }

    private List<Double> quotients() {
        List<Double> quotients = new ArrayList<>();
        before.forEach(a -> after.forEach(b -> quotients.add(b / a)));
        return quotients;
    }

    private Optional<double[]> ends() {
        int depth = 0;
        double below = 0;
        double ways = ways(after.size(), before.size());
        double[] counts = counts(after.size(), before.size());
        for (int u = 0; 2 * (u + 1) <= before.size() * after.size() + 1; u++) {
            below += counts[u] / ways;
            if (1 - 2 * below >= LEVEL) {
                depth = u + 1;
            }
        }
        List<Double> sorted = quotients().stream().sorted().toList();
        return depth == 0 ? Optional.empty()
                : Optional.of(new double[] {sorted.get(depth - 1), sorted.get(sorted.size() - depth)});
    }

    /** In how many orders of both samples u pairs stand the wrong way round: the greatest value is of the one or of the other. */
    private static double[] counts(int n, int m) {
        double[][] row = new double[m + 1][];
        for (int i = 0; i <= n; i++) {
            double[][] next = new double[m + 1][n * m + 1];
            for (int j = 0; j <= m; j++) {
                for (int u = 0; u <= i * j; u++) {
                    double ofFirst = i == 0 || u < j ? 0 : row[j][u - j];
                    double ofSecond = i == 0 || j == 0 ? 0 : next[j - 1][u];
                    next[j][u] = i == 0 || j == 0 ? 1 : ofFirst + ofSecond;
                }
            }
            row = next;
        }
        return row[m];
    }

    private static double ways(int n, int m) {
        double ways = 1;
        for (int i = 1; i <= m; i++) {
            ways = ways * (n + i) / i;
        }
        return ways;
    }

    private Set<String> verdicts() {
        Optional<double[]> ends = ends();
        if (ends.isPresent() && ends.get()[0] >= 1 / band && ends.get()[1] <= band) {
            return Set.of("EQUIVALENT");
        }
        if (ends.isEmpty() || 2 / ways(after.size(), before.size()) > MOST_LIKELY) {
            return Set.of("TOO FEW");
        }
        if (ends.get()[0] > band) {
            return Set.of("SLOWER", "UNDECIDED");
        }
        return ends.get()[1] < 1 / band ? Set.of("FASTER", "UNDECIDED") : Set.of("UNDECIDED");
    }
}
