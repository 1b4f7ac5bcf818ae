// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.SingularMatrixException;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.regression.OLSMultipleLinearRegression;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.PairedRounds;

/**
 * What a strategy adds to the unguarded read: a fixed cost and a cost per byte, by weighted least squares over the sizes that
 * were measured. The data are differences within rounds; each is weighted by its standard error relative to the read, with a
 * floor, because a read of nanoseconds moves with its alignment. With known errors the weighted sum of squares follows a
 * chi-squared distribution where the line is right (Draper and Smith, Applied Regression Analysis, 3rd edition, 1998, 2.2).
 *
 * @param strategy id
 * @param fixedNs per access, with its 95% interval from the errors of the data
 * @param psPerByte with its 95% interval
 * @param lackOfFitP probability of residuals at least as large where the line is right
 * @param cells ids of the cells that it was fitted to, one a size
 */
record SizeModel(String strategy, Estimate fixedNs, Estimate psPerByte, double lackOfFitP, List<String> cells) {

    /** A line through two points fits always, and says nothing. */
    private static final int FEWEST_SIZES = 3;
    /** A fit that is less likely than this is refused. */
    static final double REFUSED = 0.01;
    /** Standard errors below this share of the read are not believed: code moves by as much when it is aligned otherwise. */
    private static final double FLOOR = 0.002;
    /** Of the median of normal data, over that of the mean: the square root of pi / 2. */
    private static final double MEDIAN_OVER_MEAN = Math.sqrt(Math.PI / 2);

    /** One measured size: bytes, the median difference and its standard error in ns. */
    record Point(double bytes, double differenceNs, double errorNs) {}

    /** Whether the line describes the sizes that were measured. */
    boolean fits() {
        return lackOfFitP >= REFUSED;
    }

    /** From the cells of one strategy at several sizes; empty where too few were compared with the unguarded read. */
    static Optional<SizeModel> fit(String strategy, Analysis analysis, List<CellResult> cells) {
        List<CellResult> compared = cells.stream()
                .filter(cell -> cell.comparison().isPresent()
                        && cell.cell().bytesPerAccess() != null
                        && cell.figures().size() > 1)
                .toList();
        List<Point> points =
                compared.stream().map(cell -> point(analysis, cell)).toList();
        return fit(strategy, points, compared.stream().map(cell -> cell.id()).toList());
    }

    private static Point point(Analysis analysis, CellResult cell) {
        CellResult baseline = analysis.cells().stream()
                .filter(other -> other.cell().id().equals(cell.cell().baseline()))
                .findFirst()
                .orElseThrow();
        PairedRounds pair = cell.against(baseline);
        double[] differences = pair.rounds().stream()
                .mapToDouble(
                        round -> pair.candidate().get(round) - pair.baseline().get(round))
                .toArray();
        double error = MEDIAN_OVER_MEAN * new StandardDeviation().evaluate(differences) / Math.sqrt(differences.length);
        return new Point(
                cell.cell().bytesPerAccess(),
                cell.comparison().orElseThrow().difference().median(),
                Math.max(error, FLOOR * Estimate.medianOf(cell.figures().values())));
    }

    static Optional<SizeModel> fit(String strategy, List<Point> points, List<String> cells) {
        if (points.stream().map(Point::bytes).distinct().count() < FEWEST_SIZES) {
            return Optional.empty();
        }
        double[] weighted = new double[points.size()];
        double[][] design = new double[points.size()][];
        for (int i = 0; i < weighted.length; i++) {
            Point point = points.get(i);
            weighted[i] = point.differenceNs / point.errorNs;
            design[i] = new double[] {1 / point.errorNs, point.bytes / point.errorNs};
        }
        OLSMultipleLinearRegression regression = new OLSMultipleLinearRegression();
        regression.setNoIntercept(true);
        regression.newSampleData(weighted, design);
        try {
            double[] beta = regression.estimateRegressionParameters();
            double[][] variances = regression.estimateRegressionParametersVariance();
            double p = 1
                    - new ChiSquaredDistribution(points.size() - beta.length)
                            .cumulativeProbability(regression.calculateResidualSumOfSquares());
            return Optional.of(new SizeModel(
                    strategy,
                    coefficient(beta[0], variances[0][0], 1, points.size()),
                    coefficient(beta[1], variances[1][1], 1e3, points.size()),
                    p,
                    cells));
        } catch (SingularMatrixException e) {
            return Optional.empty();
        }
    }

    private static Estimate coefficient(double value, double variance, double scale, int sizes) {
        double half = new NormalDistribution().inverseCumulativeProbability(0.975) * Math.sqrt(variance);
        Interval interval = new Interval((value - half) * scale, (value + half) * scale);
        return new Estimate(value * scale, Optional.of(interval), sizes);
    }
}
