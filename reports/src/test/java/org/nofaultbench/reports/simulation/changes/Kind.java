// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The kinds of labelled series. Every change has {@link #MARGIN} points on either side of it. */
sealed interface Kind {

    int MARGIN = 10;

    Labelled draw(int points, Random random);

    String words();

    /** No change. */
    record Nothing(Noise noise) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            return Labelled.without(noise.series(points, random));
        }

        @Override
        public String words() {
            return "no change, " + noise.words() + " noise";
        }
    }

    /** One value far off; where, and to which side, by chance. */
    record Spike() implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            double[] values = Noise.NORMAL.series(points, random);
            values[random.nextInt(points)] += sign(random) * Math.pow(10, 0.5 + 2.5 * random.nextDouble());
            return Labelled.without(values);
        }

        @Override
        public String words() {
            return "one spike of 3 to 1000 deviations";
        }
    }

    /** One step. */
    record Step(double deviations, Noise noise) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            int at = MARGIN + random.nextInt(points - 2 * MARGIN + 1);
            double[] values = noise.series(points, random);
            raise(values, at, points, sign(random) * deviations);
            return new Labelled(values, List.of(new Labelled.Truth(at, at)));
        }

        @Override
        public String words() {
            String shape = noise == Noise.NORMAL ? "" : ", " + noise.words() + " noise";
            return String.format(Locale.ROOT, "step of %.0f%s", deviations, shape);
        }
    }

    /** Steps up and down after 10 to 40 points each. */
    record Steps(double deviations) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            double[] values = Noise.NORMAL.series(points, random);
            List<Labelled.Truth> truths = new ArrayList<>();
            for (int at = next(0, random); at <= points - MARGIN; at = next(at, random)) {
                raise(values, at, points, sign(random) * deviations);
                truths.add(new Labelled.Truth(at, at));
            }
            return new Labelled(values, truths);
        }

        private static int next(int at, Random random) {
            return at + MARGIN + random.nextInt(31);
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "steps of %.0f, 10 to 40 points apart", deviations);
        }
    }

    /** A slow change. */
    record Ramp(double deviations, int length) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            int from = MARGIN + random.nextInt(points - 2 * MARGIN - length + 1);
            double[] values = Noise.NORMAL.series(points, random);
            double slope = sign(random) * deviations / length;
            for (int i = 1; i <= length; i++) {
                raise(values, from + i - 1, points, slope);
            }
            return new Labelled(values, List.of(new Labelled.Truth(from, from + length - 1)));
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "ramp of %.0f over %d points", deviations, length);
        }
    }

    /** The noise grows or shrinks, the level stays. */
    record Spread(double factor) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            int at = MARGIN + random.nextInt(points - 2 * MARGIN + 1);
            double[] values = Noise.NORMAL.series(points, random);
            boolean grows = random.nextBoolean();
            for (int i = 0; i < points; i++) {
                values[i] *= i >= at == grows ? factor : 1;
            }
            return new Labelled(values, List.of(new Labelled.Truth(at, at)));
        }

        @Override
        public String words() {
            return String.format(Locale.ROOT, "spread changes %.0f-fold", factor);
        }
    }

    /** The same series, asked for something that does not change in them. */
    record Unlabelled(Kind kind) implements Kind {
        @Override
        public Labelled draw(int points, Random random) {
            return Labelled.without(kind.draw(points, random).values());
        }

        @Override
        public String words() {
            return kind.words();
        }
    }

    private static double sign(Random random) {
        return random.nextBoolean() ? 1 : -1;
    }

    private static void raise(double[] values, int from, int to, double by) {
        for (int i = from; i < to; i++) {
            values[i] += by;
        }
    }
}
