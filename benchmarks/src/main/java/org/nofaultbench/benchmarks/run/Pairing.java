// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.util.Optional;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Damage;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/** Which comparisons one process can hold: two strategies in C that read the same bytes in the same way. */
final class Pairing {

    private static final long NOTHING_BYTES = 4096;

    private Pairing() {}

    static Optional<PairSpec> of(Cell cell, Cell baseline) {
        boolean same = cell.workload() == baseline.workload() && cell.parameters().equals(baseline.parameters());
        boolean inC = cell.strategy().isPresent() && baseline.strategy().isPresent() && !cell.inJava() && !baseline.inJava();
        if (!same || !inC) {
            return Optional.empty();
        }
        String candidate = cell.strategy().get().id();
        String control = baseline.strategy().get().id();
        return switch (cell.workload()) {
            case READ_WARM -> Optional.of(new PairSpec(candidate, control, Region.whole(size(cell).bytes()),
                    size(cell).bytes(), ReadLoop.SUM));
            case STAGED -> Optional.of(new PairSpec(candidate, control, size(cell).rows(), size(cell).bytes(),
                    ReadLoop.of(value(cell, "kernel"))));
            case DAMAGE -> Optional.of(new PairSpec(candidate, control,
                    Damage.region(size(cell), value(cell, "damage"), value(cell, "shape")), size(cell).bytes(), ReadLoop.SUM));
            case BEGIN_END -> Optional.of(
                    new PairSpec(candidate, control, Region.nothing(), NOTHING_BYTES, ReadLoop.SUM));
            default -> Optional.empty();
        };
    }

    private static BufferSize size(Cell cell) {
        return cell.parameters().size().orElseThrow();
    }

    private static String value(Cell cell, String name) {
        return cell.parameters().value(name).orElseThrow();
    }
}
