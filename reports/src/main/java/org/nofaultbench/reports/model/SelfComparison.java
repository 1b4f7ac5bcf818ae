// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * A read of one size held against itself, in one process and in turn: what the machine calls a difference although there is
 * none.
 *
 * @param size of the buffer, such as {@code 1080p}
 * @param forks processes that were measured
 * @param forkMs wall time of one, with its start
 * @param ratio median over the forks of (its time / its own time): 1 but for noise
 * @param deviation standard deviation of the logarithm of a fork's ratio
 */
public record SelfComparison(String size, int forks, double forkMs, double ratio, double deviation) {

    public SelfComparison {
        Checks.id(size, "/size");
        Checks.range(forks >= 1, "/forks", forks);
        Checks.range(forkMs > 0, "/forkMs", forkMs);
        Checks.range(ratio > 0, "/ratio", ratio);
        Checks.range(deviation >= 0, "/deviation", deviation);
    }
}
