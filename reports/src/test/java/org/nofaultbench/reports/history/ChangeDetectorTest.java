// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.reports.history.ChangeDetector.SeriesChanges;
import org.nofaultbench.reports.history.ChangeDetector.SeriesPoint;

class ChangeDetectorTest {

    private static final int STEP_AT = 10;

    private static SeriesChanges detect(IntFunction<String> build, IntFunction<String> kernel) {
        Random random = new Random(7);
        return ChangeDetector.detect(IntStream.range(0, 20)
                .mapToObj(run -> new SeriesPoint(
                        (run < STEP_AT ? 100 : 110) * Math.exp(0.01 * random.nextGaussian()),
                        build.apply(run),
                        Map.of("kernel", kernel.apply(run))))
                .toList());
    }

    @ParameterizedTest
    @CsvSource({
        "10, 99, BUILD, true",
        "99, 10, MACHINE, true",
        "10, 10, BUILD_AND_MACHINE, true",
        "99, 99, NOTHING_KNOWN, false",
        "-1, 99, UNKNOWN_BUILD, true",
        "-1, 10, MACHINE, true"
    })
    void namesWhatElseChanged(int build, int kernel, Change.Cause cause, boolean alarm) {
        SeriesChanges found =
                detect(run -> build < 0 ? "" : run < build ? "old" : "new", run -> run < kernel ? "6.1" : "6.2");
        assertThat(found.changes()).singleElement().satisfies(change -> {
            assertThat(change.place().at()).isEqualTo(STEP_AT);
            assertThat(change.factor()).isCloseTo(1.1, Offset.offset(0.02));
            assertThat(change.cause()).isEqualTo(cause);
            assertThat(change.isAlarm()).isEqualTo(alarm);
        });
        assertThat(found.segments()).hasSize(2);
    }

    @Test
    void findsNothingInFewPoints() {
        SeriesChanges found = ChangeDetector.detect(List.of(new SeriesPoint(1, "", Map.of())));
        assertThat(found.changes()).isEmpty();
        assertThat(found.segments()).hasSize(1);
    }
}
