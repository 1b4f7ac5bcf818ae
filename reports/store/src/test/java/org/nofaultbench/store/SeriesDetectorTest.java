// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.model.InputException;

class SeriesDetectorTest {

    private static final SeriesKey SERIES =
            new SeriesKey(GeneratedRuns.MACHINE, "Codec.encode", "primary", "ns/op", "");

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

    /** A Parquet file may be a stranger's, and a baseline of 0 is one of too coarse a clock. */
    @Test
    void passesOverWhatIsNoFiniteFigure() {
        List<StoredRun> runs = IntStream.range(0, 20)
                .mapToObj(day -> GeneratedRuns.run("run " + day, day, "aaaaaaa"))
                .toList();
        List<SeriesDetector.Fork> forks = IntStream.range(0, 20)
                .mapToObj(day -> new SeriesDetector.Fork(
                        "run " + day, 1, day == 3 ? Double.POSITIVE_INFINITY : 100, day < 10 ? 50 : 0, false, false))
                .toList();
        SeriesDetector.Result result = new SeriesDetector(new MachineRuns(runs, CommitList.NONE)).detect(SERIES, forks);
        assertThat(result.runs()).isEqualTo(19);
        assertThat(result.changes()).isEmpty();
    }

    @Test
    void doesNotKnowTheBuildOfRunsWithoutACommit() {
        List<StoredRun> runs = IntStream.range(0, 20)
                .mapToObj(day -> GeneratedRuns.run("run " + day, day, StoredRun.UNKNOWN))
                .toList();
        List<SeriesDetector.Fork> forks = IntStream.range(0, 20)
                .mapToObj(
                        day -> new SeriesDetector.Fork("run " + day, 1, day < 10 ? 100 : 150, Double.NaN, true, false))
                .toList();
        assertThat(new SeriesDetector(new MachineRuns(runs, CommitList.NONE))
                        .detect(SERIES, forks)
                        .changes())
                .extracting(found -> found.change().cause())
                .containsExactly(Change.Cause.UNKNOWN_BUILD);
    }

    @Test
    void passesOverForksWhoseRunHasNoRow() {
        assertThat(detector.detect(SERIES, List.of(fork("first", 1), fork("half", 1), fork("half", 1)))
                        .runs())
                .isEqualTo(1);
    }
}
