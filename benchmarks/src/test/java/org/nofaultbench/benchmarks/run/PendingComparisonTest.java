// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.ReadLoop;

class PendingComparisonTest {

    private static final Map<Cell, Cell> COMPARISONS = Plan.ofPreset(
                    Preset.STANDARD, Strategy.rows(NofaultLibrary.load()), id -> true)
            .comparisons();

    private static PairSpec spec(String id) {
        return PendingComparison.between(cell(id), COMPARISONS.get(cell(id)))
                .pair()
                .orElseThrow();
    }

    private static Cell cell(String id) {
        return COMPARISONS.keySet().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void putsReadsOfTheSameBytesIntoOneProcess() {
        PairSpec read = spec("BufferRead.warm/guard-pool/1080p");
        assertThat(List.of(read.candidate(), read.baseline())).containsExactly("guard-pool", "unguarded-shared");
        long bytes = read.measurement().poolBytes();
        assertThat(bytes).isEqualTo(1920 * 1080 * 4);
        assertThat(read.measurement().region().bytes()).isEqualTo(bytes);
        assertThat(spec("StagedRead.rows/guard-pool/1080p/copy").measurement().kernel())
                .isEqualTo(ReadLoop.COPY);
        assertThat(spec("DamageRead.damage/guard-pool/1080p/5%/many")
                        .measurement()
                        .region()
                        .bytes())
                .isLessThan(bytes / 15);
        assertThat(spec("GuardCost.beginEnd/guard-list").measurement().region().bytes())
                .isZero();
    }

    @Test
    void takesTurnsAtWhatCTimes() {
        assertThat(spec("BufferRead.fresh/guard-pool/1080p").measurement().kind())
                .isEqualTo(PairMeasurement.Kind.FRESH);
        assertThat(spec("TruncationRecovery.recovery/guard-jump/1080p/100%")
                        .measurement()
                        .kind())
                .isEqualTo(PairMeasurement.Kind.RECOVERY);
        assertThat(spec("HostileClient.attacked/copy-pread/1080p").measurement().kind())
                .isEqualTo(PairMeasurement.Kind.ATTACK);
    }

    @Test
    void leavesApartWhatIsReadOtherwiseOrInJava() {
        assertThat(COMPARISONS.entrySet())
                .filteredOn(row -> PendingComparison.between(row.getKey(), row.getValue())
                        .pair()
                        .isEmpty())
                .extracting(row -> row.getKey().id())
                .contains(
                        "StagedRead.rows/unguarded-shared/1080p/copy",
                        "BufferRead.warm/jvm-mapped/1080p",
                        "CallOverhead.emptyInterface");
    }
}
