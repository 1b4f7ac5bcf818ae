// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.Map;
import java.util.TreeSet;
import org.nofaultbench.reports.model.Suite;

/**
 * A run in its place in time.
 *
 * @param folder name of its folder; folders are in the order of their names, which begin with the UTC of the start
 * @param figures what was measured
 * @param facts of the machine and the way of measuring, by name
 */
public record HistoryRun(String folder, RunFigures figures, Map<String, String> facts) {

    static HistoryRun of(String folder, RunFigures figures) {
        return new HistoryRun(folder, figures, MachineFacts.of(figures));
    }

    public String machine() {
        return figures.environment().machine();
    }

    /** Names of the facts that both runs know and that are not the same in both. */
    TreeSet<String> factsThatDiffer(HistoryRun other) {
        TreeSet<String> names = new TreeSet<>(facts.keySet());
        names.retainAll(other.facts.keySet());
        names.removeIf(name -> facts.get(name).equals(other.facts.get(name)));
        return names;
    }

    /**
     * Whether what is measured was built the same. Loops in C are in the library alone; loops in Java are in the commit, and in
     * nobody knows what where the commit was modified.
     */
    boolean hasBuildOf(HistoryRun other, boolean inJava) {
        Suite mine = figures.suite();
        Suite others = other.figures.suite();
        boolean sameLibrary = mine.librarySha256().equals(others.librarySha256());
        boolean sameCommit = mine.commit().equals(others.commit()) && !mine.modified() && !others.modified();
        return sameLibrary && (!inJava || sameCommit);
    }
}
