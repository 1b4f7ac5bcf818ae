// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * The order of runs: that of their commits where a list of commits is given, and that of their start where it is not. An old commit
 * that was measured late stands where its change was made, and one that was measured twice stands beside itself.
 */
final class RunOrder {

    private static final int SHORTEST_HASH = 7;

    private final TreeMap<String, Integer> commits = new TreeMap<>();

    private RunOrder() {}

    static RunOrder ofStart() {
        return new RunOrder();
    }

    /** @param list commits, the oldest first, each at the beginning of a line, such as {@code git log --reverse --format=%H} */
    static RunOrder ofCommits(Path list) {
        SourceFile file = new SourceFile(list);
        RunOrder order = new RunOrder();
        new String(file.bytes(Limits.JMH_BYTES), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .forEach(line -> order.commits.put(line.strip().split("\\s+")[0], order.commits.size()));
        if (order.commits.isEmpty()) {
            throw file.refused("file lists no commit", "write it with git log --reverse --format=%H");
        }
        return order;
    }

    /** Refuses a run whose commit has no place. */
    void check(HistoryRun run) {
        if (!commits.isEmpty() && place(run) < 0) {
            throw new InputException(
                    "commit of a run is not in the list",
                    "write the list anew with git log --reverse --format=%H, or leave the run out with --leave-out-broken",
                    Detail.of("run", run.id()),
                    Detail.of("commit", run.suite().commit()));
        }
    }

    Comparator<HistoryRun> comparator() {
        return Comparator.<HistoryRun>comparingInt(this::place)
                .thenComparing(HistoryRun::startedUtc)
                .thenComparing(HistoryRun::id);
    }

    /** Runs name a commit by the beginning of its hash. */
    private int place(HistoryRun run) {
        String commit = run.suite().commit();
        Map.Entry<String, Integer> next = commits.ceilingEntry(commit);
        boolean known = next != null
                && (next.getKey().equals(commit)
                        || commit.length() >= SHORTEST_HASH && next.getKey().startsWith(commit));
        return known ? next.getValue() : -1;
    }
}
