// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.pair.PairFork;
import org.nofaultbench.benchmarks.pair.PairFork.AbbaBlock;
import org.nofaultbench.benchmarks.pair.PairSpec;
import org.nofaultbench.benchmarks.plan.BufferSize;
import org.nofaultbench.benchmarks.plan.PairMeasurement;
import org.nofaultbench.reports.model.SelfComparison;

class SelfCheckTest {

    private static final List<BufferSize> SIZES = List.of(BufferSize.CURSOR, BufferSize.FULL_HD);

    private final Random random = new Random(3);
    private long nanos;

    /** Forks of 200 ms whose ratio deviates by half a percent, on a clock of their own. */
    private PairFork fork(PairSpec spec, long seed) {
        assertThat(spec.candidate()).isEqualTo(spec.baseline());
        nanos += Duration.ofMillis(200).toNanos();
        double ratio = Math.exp(0.005 * random.nextGaussian());
        AbbaBlock block = new AbbaBlock(1000 * ratio, 1000 * ratio, 1000, 1000);
        return new PairFork(PairMeasurement.Kind.READ, Collections.nCopies(4, block), Map.of(), 0);
    }

    private List<SelfComparison> check(Duration time) throws IOException {
        return new SelfCheck(this::fork, () -> nanos).measure(SIZES, time, 1);
    }

    @Test
    void measuresEverySizeForItsTimeAndSaysHowMuchForksDiffer() throws IOException {
        List<SelfComparison> comparisons = check(Duration.ofSeconds(40));

        assertThat(comparisons).extracting(SelfComparison::size).containsExactly("16KiB", "1080p");
        assertThat(comparisons).allSatisfy(comparison -> {
            assertThat(comparison.forks()).isEqualTo(100);
            assertThat(comparison.forkMs()).isEqualTo(200);
            assertThat(comparison.ratio()).isCloseTo(1, within(0.002));
            assertThat(comparison.deviation()).isCloseTo(0.005, within(0.001));
        });
    }

    @Test
    void takesThreeForksASizeHoweverLittleTimeThereIs() throws IOException {
        assertThat(check(Duration.ZERO)).extracting(SelfComparison::forks).containsExactly(3, 3);
    }

    @Test
    void failsAsItsForksDo() {
        assertThatIOException()
                .isThrownBy(() -> new SelfCheck((spec, seed) -> {
                            throw new IOException("a fork failed");
                        })
                        .measure(SIZES, Duration.ofSeconds(1), 1))
                .withMessage("a fork failed");
    }
}
