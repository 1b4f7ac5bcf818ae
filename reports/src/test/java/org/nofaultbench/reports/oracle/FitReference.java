// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiConsumer;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/** The line of added cost over bytes by its normal equations: a = fixed, b = per byte, weights 1 / error squared. */
final class FitReference {

    private static final double FLOOR = 0.002;
    private static final double TOLERANCE = 1e-6;
    private static final double NORMAL_975 = 1.959963984540054;

    private final double[] coefficients = new double[2];
    private final double[] halves = new double[2];
    private final double lackOfFitP;

    FitReference(RawRun run, List<String> cells) {
        double w = 0;
        double wx = 0;
        double wxx = 0;
        double wy = 0;
        double wxy = 0;
        double wyy = 0;
        for (String cell : cells) {
            List<Double> differences = Reference.byRound(
                    run.sides(cell, run.cells.get(cell).get("baseline").textValue()), (a, b) -> a - b);
            double error = Math.sqrt(Math.PI
                    / 2
                    * new Variance()
                            .evaluate(differences.stream().mapToDouble(d -> d).toArray())
                    / differences.size());
            double floor = FLOOR * RawRun.median(List.copyOf(run.figures(cell).values()));
            double weight = 1 / Math.pow(Math.max(error, floor), 2);
            double x = run.cells.get(cell).get("bytesPerAccess").doubleValue();
            double y = RawRun.median(differences);
            w += weight;
            wx += weight * x;
            wxx += weight * x * x;
            wy += weight * y;
            wxy += weight * x * y;
            wyy += weight * y * y;
        }
        double determinant = w * wxx - wx * wx;
        coefficients[0] = (wxx * wy - wx * wxy) / determinant;
        coefficients[1] = (w * wxy - wx * wy) / determinant;
        halves[0] = NORMAL_975 * Math.sqrt(wxx / determinant);
        halves[1] = NORMAL_975 * Math.sqrt(w / determinant);
        double rest = Math.max(0, wyy - coefficients[0] * wy - coefficients[1] * wxy);
        lackOfFitP = 1 - new ChiSquaredDistribution(cells.size() - 2).cumulativeProbability(rest);
    }

    void check(JsonNode figure, BiConsumer<String, Boolean> expect) {
        double value = figure.get("value").doubleValue();
        switch (figure.get("detail").textValue()) {
            case "p" -> expect.accept("lack of fit, expected " + lackOfFitP, Math.abs(value - lackOfFitP) < TOLERANCE);
            case "fixed" -> check(figure, 0, 1, "ns", expect);
            case "per byte" -> check(figure, 1, 1e3, "ps", expect);
            default -> throw new IllegalArgumentException("no such part of a fit");
        }
    }

    private void check(JsonNode figure, int at, double scale, String unit, BiConsumer<String, Boolean> expect) {
        expect.accept("refused fit is printed", lackOfFitP >= 0.01 - TOLERANCE);
        expect.accept(
                "coefficient, expected " + coefficients[at] * scale,
                Math.abs(figure.get("value").doubleValue() - coefficients[at] * scale)
                        <= TOLERANCE * halves[at] * scale);
        expect.accept(
                "interval of the coefficient",
                Math.abs(figure.get("interval").get(1).doubleValue() - (coefficients[at] + halves[at]) * scale)
                        <= TOLERANCE * halves[at] * scale);
        expect.accept("unit", figure.get("unit").textValue().equals(unit));
    }
}
