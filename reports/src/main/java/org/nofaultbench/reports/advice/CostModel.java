// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import org.nofaultbench.reports.advice.Scenario.Life;

/**
 * What one read costs, with its share of the pool's life:
 *
 * <pre>
 *   kept pool:           read
 *   pool of N reads:     (life + (N - 1) read + losses (recovery - last read)) / N
 * </pre>
 *
 * <p>read: one access, begin and end included (BufferRead, DamageRead); life: attach, first read of the whole buffer, unmap and
 * close (PoolLifecycle); recovery: an access that finds the whole buffer gone (TruncationRecovery). A loss ends the pool's
 * life, so that attaching anew is the next pool's; it is taken to hit the last read, which then costs a recovery and not a
 * read. Reads of damage that are lost cost less than that: it is the worst case, for every strategy alike.
 */
final class CostModel {

    private final CostInputs inputs;

    CostModel(CostInputs inputs) {
        this.inputs = inputs;
    }

    /** Of one read, by round; says what is missing where it cannot be told. */
    Times of(Eligibility strategy, Scenario scenario) {
        Times read = read(strategy.id(), scenario);
        Life life = scenario.life();
        return life.isKept() ? read : ofLife(strategy, scenario.size(), read, life.reads(), life.lossesPerAttach());
    }

    private Times read(String strategy, Scenario scenario) {
        return scenario.isWhole()
                ? inputs.whole(strategy, scenario.size())
                : inputs.damage(strategy, scenario.size(), scenario.damage());
    }

    /** A client that sealed its file cannot take its bytes away, so what needs its help has no losses. */
    Times ofLife(Eligibility strategy, String size, Times read, double reads, double lossesPerAttach) {
        Times healthy = inputs.life(strategy.id(), size).plus(read.times(reads - 1));
        if (lossesPerAttach == 0 || strategy.needsClient()) {
            return perRead(healthy, reads);
        }
        Times last = reads == 1 ? inputs.firstRead(strategy.id(), size) : read;
        Times extra = inputs.recovery(strategy.id(), size).minus(last);
        return perRead(healthy.plus(extra.times(lossesPerAttach)), reads);
    }

    private static Times perRead(Times pool, double reads) {
        return pool.times(1 / reads).asTime("the sum of a pool's life");
    }
}
