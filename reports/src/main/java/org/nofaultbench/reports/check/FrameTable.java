// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's tables of what one read of a whole buffer takes of a frame, as a rule and at its slowest. */
record FrameTable(RawRun run, Choices choices, Latencies latencies) implements AdviceTable {

    private static final Pattern CAPTION = Pattern.compile("(.*), of a pool that is kept");
    private static final Pattern FRAME = Pattern.compile("% at ([0-9]+) Hz");
    private static final Pattern SLOWEST = Pattern.compile("p([0-9.]+), (?:[u\u00b5]s|% at ([0-9]+) Hz)");
    private static final String READ = "one read, us";

    @Override
    public boolean isOne(PrintedTable table) {
        return CAPTION.matcher(table.caption()).matches();
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Matcher caption = CAPTION.matcher(table.caption());
        Optional<Scene> scene = choices.scenes().stream()
                .filter(of -> of.isKept() && of.isWhole() && caption.matches() && of.size().equals(caption.group(1)))
                .findFirst();
        if (scene.isEmpty()) {
            audit.unknown("table: " + table.caption() + " " + table.columns());
            return;
        }
        AdviceTable.rows(table, choices.contenders().stream().map(Contender::id)
                .filter(who -> !choices.cost(scene.get(), who).isEmpty()).toList(), audit);
        for (PrintedTable.Row row : table.rows()) {
            for (int i = 0; i < Math.min(table.columns().size(), row.entries().size()); i++) {
                String heading = table.columns().get(i);
                entry(table.caption() + " / " + row.label() + " / " + heading, heading, row.entries().get(i), scene.get(), row.label(),
                        audit);
            }
        }
    }

    private void entry(String at, String heading, Printed printed, Scene scene, String who, Audit audit) {
        Map<Integer, Double> cost = choices.cost(scene, who);
        Matcher frame = FRAME.matcher(heading);
        Matcher slowest = SLOWEST.matcher(heading);
        if (Told.plain(heading).equals(READ)) {
            audit.entry(at, printed, AdviceTable.microseconds(cost));
        } else if (frame.matches()) {
            AdviceTable.median(at, "share of the frame", printed, cost, AdviceTable.percentOfFrame(frame.group(1)), audit);
        } else if (slowest.matches()) {
            double unit = slowest.group(2) == null ? AdviceTable.US : AdviceTable.percentOfFrame(slowest.group(2));
            slowest(at, printed, percentile(scene.size(), who, Double.parseDouble(slowest.group(1))), unit, audit);
        } else if (printed.hasDigits()) {
            audit.unknown(at);
        }
    }

    /** Of the first of several cells that timed each access of this strategy at this size. */
    private OptionalDouble percentile(String size, String who, double percent) {
        List<RawCell> timed = run.cells().values().stream()
                .filter(cell -> cell.benchmark().equals("ReadLatency") && who.equals(cell.strategy()))
                .filter(cell -> size.equals(cell.parameters().get(Sources.SIZE)) && latencies.has(cell))
                .toList();
        return timed.isEmpty() ? OptionalDouble.empty() : latencies.percentile(timed.get(0), percent);
    }

    private static void slowest(String at, Printed printed, OptionalDouble expected, double unit, Audit audit) {
        boolean isNumber = printed.parts().containsKey(Printed.Part.FIGURE);
        if (expected.isEmpty() || !isNumber) {
            audit.that(expected.isEmpty() && !printed.hasDigits(), at, "percentile", printed.text(),
                    expected.isEmpty() ? "none" : expected.getAsDouble() / unit);
        } else {
            audit.number(at, "percentile", printed.parts().get(Printed.Part.FIGURE), expected.getAsDouble() / unit);
        }
    }
}
