// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The forks of both runs of a row, and how extreme it is to say of some of them that they are of the second run. */
final class Relabelled {

    private static final double CUT = 3;
    /** Figures that do not vary at all have an error, too, so that no quotient is infinite. */
    private static final double LEAST = 1e-24;

    private final double[] logs;

    /** @param shared what all rows of the second run moved by together: it is taken back */
    Relabelled(Forks row, double shared) {
        List<Double> all = new ArrayList<>(row.before().stream().map(Math::log).toList());
        row.after().forEach(figure -> all.add(Math.log(figure) - shared));
        this.logs = cut(all);
    }

    /** From the middle, and at three times the median distance from it, so that one disturbed fork does not rule. */
    private static double[] cut(List<Double> logs) {
        double middle = new Sorted(logs).median();
        Stream<Double> distances = logs.stream().map(log -> Math.abs(log - middle));
        double most = CUT * new Sorted(distances.toList()).median();
        return logs.stream()
                .mapToDouble(log -> most == 0 ? log - middle : Math.max(-most, Math.min(most, log - middle)))
                .toArray();
    }

    /** Likelihood ratio against "no difference", with Welch's t. */
    double extreme(boolean[] second) {
        double[] first = moments(second, false);
        double[] other = moments(second, true);
        double difference = other[0] - first[0];
        double t = difference == 0 ? 0 : difference / Math.sqrt(Math.max(LEAST, first[1] + other[1]));
        return logs.length * Math.log1p(t * t / (logs.length - 2));
    }

    /** The mean of one side, and its squared standard error. */
    private double[] moments(boolean[] second, boolean side) {
        int n = 0;
        double sum = 0;
        for (int i = 0; i < logs.length; i++) {
            n += second[i] == side ? 1 : 0;
            sum += second[i] == side ? logs[i] : 0;
        }
        double squares = 0;
        for (int i = 0; i < logs.length; i++) {
            squares += second[i] == side ? (logs[i] - sum / n) * (logs[i] - sum / n) : 0;
        }
        return new double[] {sum / n, squares / (n * (n - 1.0))};
    }
}
