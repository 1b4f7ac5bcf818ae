// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.Locale;
import java.util.Random;

/** Noise of mean 0 and deviation 1 in the shapes that benchmarks show. */
enum Noise {
    NORMAL {
        @Override
        double next(Random random, double before) {
            return random.nextGaussian();
        }
    },
    UNIFORM {
        @Override
        double next(Random random, double before) {
            return Math.sqrt(12) * (random.nextDouble() - 0.5);
        }
    },
    /** Student's t with 4 degrees of freedom: outliers are common. */
    HEAVY_TAILS {
        @Override
        double next(Random random, double before) {
            double squares = 0;
            for (int i = 0; i < 4; i++) {
                squares += Math.pow(random.nextGaussian(), 2);
            }
            return random.nextGaussian() / Math.sqrt(squares / 4) / Math.sqrt(2);
        }
    },
    /** Log-normal: disturbances make slower and never faster. */
    SKEWED {
        @Override
        double next(Random random, double before) {
            double sigma = 0.6;
            double mean = Math.exp(sigma * sigma / 2);
            return (Math.exp(sigma * random.nextGaussian()) - mean) / (mean * Math.sqrt(Math.expm1(sigma * sigma)));
        }
    },
    /** Two memory layouts, one of them in 3 runs of 10. */
    TWO_CLUSTERS {
        @Override
        double next(Random random, double before) {
            double gap = 1 / Math.sqrt(0.3 * 0.7);
            double cluster = random.nextDouble() < 0.3 ? 0.7 * gap : -0.3 * gap;
            return 0.98 * cluster + 0.2 * random.nextGaussian();
        }
    },
    /** Each run resembles the one before, with a correlation of 0.3. */
    CORRELATED {
        @Override
        double next(Random random, double before) {
            return 0.3 * before + Math.sqrt(1 - 0.09) * random.nextGaussian();
        }
    };

    abstract double next(Random random, double before);

    double[] series(int points, Random random) {
        double[] values = new double[points];
        for (int i = 0; i < points; i++) {
            values[i] = next(random, i == 0 ? 0 : values[i - 1]);
        }
        return values;
    }

    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
