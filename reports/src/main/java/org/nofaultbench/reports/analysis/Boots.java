// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.stats.Estimate;

/**
 * Runs of one suite on one kernel, each in a boot of its own: a boot has one memory layout, which moves all of its forks
 * together, so that no number of forks shows by how much (Kalibera and Jones, ISMM 2013: the highest level that varies is the
 * unit of replication).
 *
 * @param all at least one; the first is the one that tables of a single run show
 */
public record Boots(List<Analysis> all) {

    public Boots {
        all = List.copyOf(all);
        if (all.isEmpty()) {
            throw new IllegalArgumentException("a kernel needs a run");
        }
        checkSame("kernel build", all, boot -> kernel(boot).map(Environment.Kernel::buildId));
        checkSame(
                "native library",
                all,
                boot -> Optional.of(boot.run().manifest().suite().librarySha256()));
        checkSame("machine", all, boot -> Optional.of(boot.run().environment().machine()));
        checkThatEachIsOne(all);
    }

    private static void checkSame(String what, List<Analysis> all, Function<Analysis, Optional<String>> trait) {
        Optional<String> first = trait.apply(all.get(0));
        for (Analysis other : all) {
            if (!trait.apply(other).equals(first)) {
                throw new InputException(
                        "runs are not boots of one kernel, they differ by the " + what,
                        "give runs of the same suite on the same machine and kernel",
                        Detail.of("first", first.orElse("unknown")),
                        Detail.of("run", other.run().folder().name()),
                        Detail.of("other", trait.apply(other).orElse("unknown")));
            }
        }
    }

    private static void checkThatEachIsOne(List<Analysis> all) {
        Set<String> seen = new HashSet<>();
        for (Analysis one : all) {
            Optional<String> boot = kernel(one).map(Environment.Kernel::bootId);
            if (all.size() > 1 && !boot.map(seen::add).orElse(false)) {
                throw new InputException(
                        "run has no boot of its own",
                        "boot once more before each run of a kernel",
                        Detail.of("run", one.run().folder().name()),
                        Detail.of("bootId", boot.orElse("unknown")));
            }
        }
    }

    private static Optional<Environment.Kernel> kernel(Analysis boot) {
        return Optional.ofNullable(boot.run().environment().kernel());
    }

    /** The run that tables of a single run show. */
    public Analysis shown() {
        return all.get(0);
    }

    public boolean isOne() {
        return all.size() == 1;
    }

    /** A cell's figure of each boot that has one, the median over its rounds. */
    public List<Double> figures(String cell) {
        return all.stream()
                .flatMap(boot -> boot.cells().stream())
                .filter(result ->
                        result.cell().id().equals(cell) && !result.figures().isEmpty())
                .map(result -> Estimate.medianOf(result.figures().values()))
                .toList();
    }
}
