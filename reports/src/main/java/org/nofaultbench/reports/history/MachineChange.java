// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.List;

/**
 * Two runs of one machine, one after the other, between which facts of it changed.
 *
 * @param number from 1, in the order of time
 * @param before the run before
 * @param after the first run with the new facts
 */
public record MachineChange(int number, HistoryRun before, HistoryRun after) {

    /**
     * One fact.
     *
     * @param name such as {@code kernel}
     * @param before what it was
     * @param after what it is
     */
    public record Fact(String name, String before, String after) {}

    public List<Fact> facts() {
        return after.factsThatDiffer(before).stream()
                .map(name -> new Fact(name, before.facts().get(name), after.facts().get(name)))
                .toList();
    }
}
