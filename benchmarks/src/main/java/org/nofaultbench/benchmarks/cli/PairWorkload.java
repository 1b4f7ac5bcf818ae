// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.Damage;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.Region;

/**
 * What the two strategies of a pair do.
 *
 * @param id {@code read}, {@code guard}, {@code damage} or a kernel that stages rows
 * @param damage share of the buffer, where its damage is read
 * @param shape of the damage
 */
record PairWorkload(String id, String damage, String shape) {

    static final String READ = "read";
    private static final String GUARD = "guard";
    private static final String DAMAGE = "damage";
    private static final long GUARD_POOL_BYTES = 4096;

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
    boolean isOfNoSize() {
        return id.equals(GUARD);
    }

    ReadLoop kernel() {
        return List.of(READ, GUARD, DAMAGE).contains(id) ? ReadLoop.SUM : ReadLoop.of(id);
    }

    Region region(BufferSize size) {
        return switch (id) {
            case READ -> Region.whole(size.bytes());
            case GUARD -> Region.nothing();
            case DAMAGE -> damaged(size);
            default -> size.rows();
        };
    }

    private Region damaged(BufferSize size) {
        try {
            return Damage.region(size, damage, shape);
        } catch (IllegalArgumentException e) {
            throw new UserError(e.getMessage(), e);
        }
    }

    long poolBytes(BufferSize size) {
        return isOfNoSize() ? GUARD_POOL_BYTES : size.bytes();
    }

    /** As a heading, such as {@code damage 5% one}. */
    String title() {
        return id.equals(DAMAGE) ? id + " " + damage + " " + shape : id;
    }
}
