// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.plan.Parameters;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.nativelib.ReadLoop;

/**
 * What the two strategies of a pair do.
 *
 * @param id {@code read}, {@code guard}, {@code damage} or a read loop that stages rows
 * @param damage share of the buffer, where its damage is read
 * @param shape of the damage
 */
record PairWorkload(String id, String damage, String shape) {

    static final String READ = "read";
    private static final String GUARD = "guard";
    private static final String DAMAGE = "damage";

    PairWorkload {
        if (!ids().contains(id)) {
            throw new UserError("unknown workload: workload=" + id + "; nearest: " + Nearest.to(id, ids()));
        }
    }

    static List<String> ids() {
        List<String> ids = new ArrayList<>(List.of(READ, GUARD, DAMAGE));
        Arrays.stream(ReadLoop.values())
                .filter(kernel -> kernel != ReadLoop.SUM && kernel != ReadLoop.FILL)
                .forEach(kernel -> ids.add(kernel.id()));
        return ids;
    }

    /** Whether it reads no byte, so that no size matters. */
    boolean hasNoSize() {
        return id.equals(GUARD);
    }

    /** What one access reads. */
    PairMeasurement read(BufferSize size) {
        Parameters parameters = Parameters.of(size);
        try {
            return switch (id) {
                case READ -> Workload.READ_WARM.pairMeasurement(parameters).orElseThrow();
                case GUARD -> Workload.BEGIN_END.pairMeasurement(parameters).orElseThrow();
                case DAMAGE ->
                    Workload.DAMAGE
                            .pairMeasurement(parameters.with("damage", damage).with("shape", shape))
                            .orElseThrow();
                default ->
                    Workload.STAGED
                            .pairMeasurement(parameters.with("kernel", id))
                            .orElseThrow();
            };
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    /** As a heading, such as {@code damage 5% one}. */
    String title() {
        return id.equals(DAMAGE) ? id + " " + damage + " " + shape : id;
    }
}
