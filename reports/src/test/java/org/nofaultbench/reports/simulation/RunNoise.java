// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.nofaultbench.reports.stats.UnpairedForks;

/**
 * A kind of machine, on which two runs of one build are drawn: its forks scatter, and each run has something of its own that
 * no fork of it shows.
 *
 * @param shape of the forks, with the spread of {@link Noise}
 * @param boot standard deviation of what moves all rows of a run together, in logarithms
 * @param layout standard deviation of what moves each row of a run by itself
 * @param heat by how much the machine gets slower over one run, and goes on to in the next
 */
record RunNoise(Shape shape, double boot, double layout, double heat) {

    /** Every shape on a machine that does nothing else, one with a boot, one with a layout and one with heat of its own. */
    static List<RunNoise> all() {
        List<RunNoise> all = new ArrayList<>();
        for (Shape shape : Shape.values()) {
            all.add(new RunNoise(shape, 0, 0, 0));
            all.add(new RunNoise(shape, 0.01, 0, 0));
            all.add(new RunNoise(shape, 0, 0.01, 0));
            all.add(new RunNoise(shape, 0, 0, 0.05));
        }
        return all;
    }

    /** Two runs of one build. */
    Map<Integer, UnpairedForks> table(int rows, int forks, UniformRandomProvider random) {
        List<List<Double>> base = run(0, rows, forks, random);
        List<List<Double>> next = run(1, rows, forks, random);
        Map<Integer, UnpairedForks> table = new LinkedHashMap<>();
        for (int row = 0; row < rows; row++) {
            table.put(row, UnpairedForks.ofTwoRuns(base.get(row), next.get(row)));
        }
        return table;
    }

    private List<List<Double>> run(int position, int rows, int forks, UniformRandomProvider random) {
        var normal = ZigguratSampler.NormalizedGaussian.of(random);
        Shape.Draw fork = shape.draw(random);
        double together = boot * normal.sample();
        List<List<Double>> run = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            double level = together + layout * normal.sample();
            List<Double> figures = new ArrayList<>();
            for (int i = 0; i < forks; i++) {
                double warmth = heat * (position + (double) i / forks);
                figures.add(Math.exp(level + warmth + Noise.SPREAD * fork.next()));
            }
            run.add(figures);
        }
        return run;
    }

    String machine() {
        if (boot > 0) {
            return "boots differ by 1%";
        }
        return layout > 0 ? "layouts differ by 1%" : heat > 0 ? "5% slower a run" : "steady";
    }
}
