// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.model.InputException;

class SeriesDetectorTest {

    private static final SeriesDetector.Series SERIES =
            new SeriesDetector.Series(GeneratedRuns.MACHINE, "Codec.encode", "primary", "ns/op", "");

    private final SeriesDetector detector =
            new SeriesDetector(new MachineRuns(List.of(GeneratedRuns.run("first", 0, "aaaaaaa")), CommitList.NONE));

    private static SeriesDetector.Fork fork(String run, long number) {
        return new SeriesDetector.Fork(run, number, 1, Double.NaN, false, false);
    }

    @Test
    void refusesARunThatHasABenchmarkUnderItsOldAndItsNewName() {
        assertThatThrownBy(() -> detector.detect(SERIES, List.of(fork("first", 1), fork("first", 2), fork("first", 1))))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("run=first, benchmark=Codec.encode");
    }

    @Test
    void passesOverForksWhoseRunHasNoRow() {
        assertThat(detector.detect(SERIES, List.of(fork("first", 1), fork("half", 1), fork("half", 1)))
                        .runs())
                .isEqualTo(1);
    }
}
