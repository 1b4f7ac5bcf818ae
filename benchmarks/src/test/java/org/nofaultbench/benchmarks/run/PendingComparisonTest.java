// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.Cell;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.ReadLoop;

class PendingComparisonTest {

    private static final Map<Cell, Cell> COMPARISONS =
            Plan.ofPreset(Preset.QUICK, StrategyList.rows(NofaultLibrary.load()), id -> true).comparisons();

    private static PairSpec spec(String id) {
        return PendingComparison.between(cell(id), COMPARISONS.get(cell(id))).pair().orElseThrow();
    }

    private static Cell cell(String id) {
        return COMPARISONS.keySet().stream().filter(cell -> cell.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void putsReadsOfTheSameBytesIntoOneProcess() {
        PairSpec read = spec("BufferRead.warm/guard-pool/1080p");
        assertThat(List.of(read.candidate(), read.baseline())).containsExactly("guard-pool", "unguarded-shared");
        assertThat(read.poolBytes()).isEqualTo(1920 * 1080 * 4);
        assertThat(read.region().bytes()).isEqualTo(read.poolBytes());
        assertThat(spec("StagedRead.rows/guard-pool/1080p/copy").kernel()).isEqualTo(ReadLoop.COPY);
        assertThat(spec("DamageRead.damage/guard-pool/1080p/5%/one").region().bytes()).isLessThan(read.poolBytes() / 15);
        assertThat(spec("GuardCost.beginEnd/guard-list").region().bytes()).isZero();
    }

    @Test
    void leavesApartWhatFaultsOrIsReadOtherwiseOrInJava() {
        assertThat(COMPARISONS.entrySet())
                .filteredOn(row -> PendingComparison.between(row.getKey(), row.getValue()).pair().isEmpty())
                .extracting(row -> row.getKey().id())
                .contains("BufferRead.fresh/guard-pool/1080p", "TruncationRecovery.recovery/guard-jump/1080p/100%",
                        "HostileClient.attacked/copy-pread/1080p", "StagedRead.rows/unguarded-shared/1080p/copy",
                        "BufferRead.warm/jvm-mapped/16KiB", "CallOverhead.emptyInterface");
    }
}
