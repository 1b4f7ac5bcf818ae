// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

/** Student's t for whole degrees of freedom, from its finite series (Abramowitz and Stegun, 26.7.3 and 26.7.4). */
final class Student {

    private static final int HALVINGS = 60;

    private Student() {}

    /** What t exceeds upwards or downwards with this probability, which is above 0 and below 1. */
    static double beyond(double probability, int freedom) {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (1 - within(middle, freedom) > probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(freedom) * Math.tan(high);
    }

    /** Probability that t lies between both ends; the angle's tangent is the upper one over the root of the freedom. */
    private static double within(double angle, int freedom) {
        boolean isOdd = freedom % 2 == 1;
        double term = isOdd ? Math.cos(angle) : 1;
        double sum = freedom == 1 ? 0 : term;
        for (int k = isOdd ? 3 : 2; k <= freedom - 2; k += 2) {
            term *= (k - 1.0) / k * Math.cos(angle) * Math.cos(angle);
            sum += term;
        }
        return isOdd ? 2 / Math.PI * (angle + Math.sin(angle) * sum) : Math.sin(angle) * sum;
    }
}
