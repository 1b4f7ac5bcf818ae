// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.history.CellHistory;
import org.nofaultbench.reports.history.CellHistory.SeriesKey;
import org.nofaultbench.reports.history.Change;
import org.nofaultbench.reports.stats.change.ChangePoint;

class MachineChangesTest {

    private static SeriesChange change(String cell, String baseline, String of, int place, double factor) {
        ChangePoint found = new ChangePoint(place, place - 1, place + 1, 1e-6);
        return new SeriesChange(
                new SeriesKey("m0123456789ab", cell, "primary", "ns/op", baseline),
                of,
                new Change(found, Change.Kind.LEVEL, factor, Change.Cause.BUILD, Set.of()),
                "run " + place,
                "2026-03-01T00:00:00Z",
                "aaaaaaa",
                false,
                40);
    }

    private static List<SeriesChange> times(int count, int place, double factor) {
        List<SeriesChange> changes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            changes.add(change("cell " + i, "", CellHistory.TIME, place + i % 2, factor));
        }
        return changes;
    }

    @Test
    void isAChangeOfTheMachineWhereMostSeriesShareIt() {
        MachineChanges found = MachineChanges.of(times(6, 20, 1.05), 10);
        assertThat(found.shifts()).singleElement().satisfies(shift -> {
            assertThat(shift.series()).isEqualTo(6);
            assertThat(shift.of()).isEqualTo(10);
            assertThat(shift.place()).isEqualTo(20);
            assertThat(shift.factor()).isEqualTo(1.05);
        });
        assertThat(found.changes()).hasSize(6).noneMatch(SeriesChange::isAlarm);
    }

    @Test
    void isNoneWhereHalfOfThemShareIt() {
        MachineChanges found = MachineChanges.of(times(5, 20, 1.05), 10);
        assertThat(found.shifts()).isEmpty();
        assertThat(found.changes()).hasSize(5).allMatch(SeriesChange::isAlarm);
    }

    @Test
    void isNoneWhereTheyGoApart() {
        List<SeriesChange> changes = new ArrayList<>(times(4, 20, 1.05));
        times(8, 20, 0.95).stream().skip(4).forEach(changes::add);
        assertThat(MachineChanges.of(changes, 10).shifts()).isEmpty();
    }

    @Test
    void tellsTwoChangesOfOneMachineApart() {
        List<SeriesChange> changes = new ArrayList<>(times(9, 20, 1.05));
        changes.addAll(times(9, 30, 0.9));
        assertThat(MachineChanges.of(changes, 10).shifts())
                .extracting(MachineChanges.Shift::place)
                .containsExactly(20, 30);
    }

    @Test
    void isNoAlarmWhereARatioFollowsItsBaseline() {
        List<SeriesChange> changes = List.of(
                change("base", "", CellHistory.TIME, 20, 1.2),
                change("follows", "base", CellHistory.RATIO, 21, 0.83),
                change("does not", "base", CellHistory.RATIO, 30, 0.83));
        assertThat(MachineChanges.of(changes, 10).changes().stream().filter(SeriesChange::isAlarm))
                .extracting(change -> change.series().cell())
                .containsExactly("base", "does not");
    }
}
