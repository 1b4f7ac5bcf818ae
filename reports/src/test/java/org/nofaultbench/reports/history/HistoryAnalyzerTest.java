// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.SyntheticHistory;
import org.nofaultbench.reports.model.CellEntry;

class HistoryAnalyzerTest {

    private static final SyntheticHistory STORY = new SyntheticHistory(3, 90, 30, 6);

    @TempDir
    static Path runs;

    @TempDir
    static Path site;

    private static History history;
    private static final Map<String, Integer> STORIES = new TreeMap<>();

    @BeforeAll
    static void readTheStory() {
        STORY.writeTo(runs);
        history = HistoryAnalyzer.analyze(
                HistoryReaderTest.reader(false).read(runs).runs(), List.of());
        List<CellEntry> plan = STORY.plan();
        for (int i = 0; i < plan.size(); i++) {
            STORIES.put(plan.get(i).id(), i % SyntheticHistory.STORIES);
        }
    }

    @Test
    void raisesAnAlarmWhereTheBuildMadeCellsSlower() {
        assertThat(cells(SyntheticHistory.STORY_STEP)).isNotEmpty().allSatisfy(cell -> {
            Change change = lastAlarm(cell.figure()).orElseThrow();
            assertThat(change.cause()).isEqualTo(Change.Cause.BUILD);
            assertThat(change.place().at()).isEqualTo(STORY.stepAt());
            assertThat(change.factor()).isCloseTo(SyntheticHistory.STEP, Offset.offset(0.01));
        });
    }

    @Test
    void namesTheKernelWhereAKernelMadeCellsFaster() {
        assertThat(cells(SyntheticHistory.STORY_KERNEL)).isNotEmpty().allSatisfy(cell -> {
            Change change = lastAlarm(cell.figure()).orElseThrow();
            assertThat(change.cause()).isEqualTo(Change.Cause.MACHINE);
            assertThat(change.facts()).containsExactly("kernel", "kernel build id");
            assertThat(change.isSlower()).isFalse();
        });
    }

    /** The rule of LLVM's LNT. */
    @Test
    void raisesNoAlarmWhereLibraryAndMachineStayedTheSame() {
        assertThat(cells(SyntheticHistory.STORY_DRIFT)).isNotEmpty().allSatisfy(cell -> {
            assertThat(lastAlarm(cell.figure())).isEmpty();
            assertThat(cell.figure().changes())
                    .filteredOn(change -> change.kind() == Change.Kind.LEVEL)
                    .extracting(Change::cause)
                    .containsExactly(Change.Cause.NOTHING_KNOWN);
        });
    }

    @Test
    void doesNotTakeARunThatWasDisturbedForAChange() {
        assertThat(cells(SyntheticHistory.STORY_SPIKE)).isNotEmpty().allSatisfy(cell -> {
            assertThat(cell.timelines())
                    .allSatisfy(line -> assertThat(lastAlarm(line)).isEmpty());
            assertThat(cell.figure().standsAlone(cell.figure().points().get(STORY.spikeAt())))
                    .isTrue();
        });
    }

    @Test
    void blamesTheBaselineForWhatItDidToRatios() {
        List<Change> ratios = history.cells().stream()
                .filter(cell -> cell.ratio().isPresent()
                        && isSteady(cell)
                        && isSlowed(cell.key().baseline()))
                .flatMap(cell -> cell.ratio().orElseThrow().changes().stream())
                .filter(change -> change.kind() == Change.Kind.LEVEL)
                .toList();
        assertThat(ratios).isNotEmpty().allSatisfy(change -> {
            assertThat(change.cause()).isEqualTo(Change.Cause.BASELINE);
            assertThat(change.isAlarm()).isFalse();
            assertThat(change.isSlower()).isFalse();
        });
    }

    private static Optional<Change> lastAlarm(Timeline line) {
        return line.changes().stream().filter(Change::isAlarm).reduce((earlier, later) -> later);
    }

    private static boolean isSlowed(String cell) {
        return STORIES.getOrDefault(cell, 0) == SyntheticHistory.STORY_STEP;
    }

    private static boolean isSteady(CellHistory cell) {
        return STORIES.get(cell.key().cell()) < SyntheticHistory.STORY_STEP;
    }

    @Test
    void putsFirstWhatChangedLast() {
        assertThat(history.cells()).extracting(CellHistory::lastAlarm).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(history.cells().get(0).lastAlarm()).isEqualTo(STORY.stepAt());
    }

    @Test
    void listsWhereTheMachineChanged() {
        assertThat(history.machineChanges()).singleElement().satisfies(change -> {
            assertThat(change.after().id()).isEqualTo(SyntheticHistory.id(STORY.kernelAt()));
            assertThat(change.facts()).contains("kernel: 6.18.0 \u2192 6.19.0");
        });
    }

    private static List<CellHistory> cells(int story) {
        return history.cells().stream()
                .filter(cell -> STORIES.get(cell.key().cell()) == story)
                .toList();
    }
}
