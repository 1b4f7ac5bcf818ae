// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;

/**
 * What a read costs over how often an attached pool is read: computed, not measured, and so known everywhere.
 *
 * @param whole read of all of the pool
 * @param losses share of the pools that are lost at their last read, 0 to 1
 */
record LifeCurve(CostModel costs, Eligibility standing, Scenario whole, double losses) implements Curve {

    @Override
    public double low() {
        return Scenarios.READS.get(0);
    }

    @Override
    public double high() {
        return Scenarios.READS.get(Scenarios.READS.size() - 1);
    }

    @Override
    public List<Double> places() {
        return Scenarios.READS.stream().map(Integer::doubleValue).toList();
    }

    /** There is no half of a read. */
    @Override
    public double nearest(double x) {
        return Math.rint(x);
    }

    @Override
    public Times at(double reads) {
        return costs.ofLife(standing, whole.size(), costs.of(standing, whole), reads, losses);
    }
}
