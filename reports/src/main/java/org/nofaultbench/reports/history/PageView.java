// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.List;
import org.nofaultbench.reports.history.History.MachineChange;
import org.nofaultbench.reports.model.Printable;

/** What the templates of the site are filled with: finished strings, in the shape of the markup. */
final class PageView {

    private PageView() {}

    /** What every page has alike. */
    record Frame(String css, String policy, String script) {}

    /** The overview. */
    record Overview(
            Frame frame,
            String lead,
            String subtitle,
            List<String> notices,
            boolean severalMachines,
            List<Row> rows,
            List<MachineRow> machineChanges,
            List<String> reading) {

        boolean hasNotices() {
            return !notices.isEmpty();
        }

        boolean hasMachineChanges() {
            return !machineChanges.isEmpty();
        }
    }

    /** A cell in the overview: texts, and beside them what their columns are sorted by. */
    record Row(
            String href,
            String cell,
            String machine,
            boolean standIn,
            String spark,
            String figure,
            String figureValue,
            String ratio,
            String ratioValue,
            Badge badge,
            String what,
            String sizeValue,
            String date,
            String order,
            String cause,
            String noise,
            String noiseValue,
            int runs,
            boolean gone) {}

    record Badge(String label, String kind) {

        static Badge of(Change change) {
            return new Badge(HistoryText.badge(change), HistoryText.badgeKind(change));
        }
    }

    record MachineRow(int number, String date, String run, String machine, List<FactRow> facts) {

        static List<MachineRow> of(List<MachineChange> changes) {
            return changes.stream().map(MachineRow::of).toList();
        }

        private static MachineRow of(MachineChange change) {
            return new MachineRow(
                    change.number(),
                    HistoryText.day(change.after()),
                    Printable.brief(change.after().id()),
                    Printable.brief(change.after().machine()),
                    change.facts().stream()
                            .map(fact -> new FactRow(
                                    Printable.brief(fact.name()),
                                    Printable.brief(fact.before()),
                                    Printable.brief(fact.after())))
                            .toList());
        }
    }

    record FactRow(String name, String before, String after) {}

    /** The page of one cell. */
    record Page(
            Frame frame,
            String cell,
            boolean standIn,
            String subtitle,
            List<String> findings,
            List<Drawing> drawings,
            List<ChangeRow> changes,
            List<MachineRow> machineChanges,
            boolean hasRatio,
            String unit,
            List<RunRow> runs) {

        boolean hasChanges() {
            return !changes.isEmpty();
        }

        boolean hasMachineChanges() {
            return !machineChanges.isEmpty();
        }
    }

    /** The drawing is markup of our own making; null where the machine has no fonts. */
    record Drawing(String title, String svg) {}

    record ChangeRow(
            String date,
            String run,
            String of,
            Badge badge,
            String size,
            String before,
            String after,
            String between,
            String p,
            String cause) {}

    record RunRow(
            String date,
            String run,
            String commit,
            String figure,
            String interval,
            String ratio,
            String ratioInterval,
            String note) {}
}
