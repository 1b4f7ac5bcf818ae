// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Grid;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.report.Frame;

/** What does one read of a whole buffer take of a frame, as a rule and at its slowest? */
final class AdviceFrameSection implements AdviceSection {

    private static final String ID = "frame-budget";
    private static final String TITLE = "Share of a frame";
    private static final double PERCENTILE = 99.9;
    /** A percentile with fewer accesses beyond it is a guess. */
    private static final int BEYOND = 10;

    @Override
    public List<Content> of(Advice advice) {
        List<Block> blocks = advice.choices().stream()
                .filter(choice -> choice.scenario().life().isKept() && choice.scenario().isWhole())
                .<Block>map(choice -> table(advice, choice))
                .toList();
        return List.of(blocks.isEmpty()
                ? Content.notMeasured(ID, TITLE)
                : Content.of(ID, TITLE, "One read of the whole buffer, of a frame's 16.67 ms at 60 Hz, 6.94 ms at 144 Hz and 4.17 ms"
                        + " at 240 Hz. p99.9: one access in a thousand, timed by itself, takes longer.", blocks));
    }

    private static Table table(Advice advice, Choice choice) {
        List<String> columns = new ArrayList<>(List.of("one read, \u00b5s"));
        Frame.ALL.forEach(frame -> columns.add("% at " + frame.hertz() + " Hz"));
        columns.add("p99.9, \u00b5s");
        columns.add("p99.9, % at 240 Hz");
        List<Table.Row> rows = choice.options().stream()
                .filter(option -> !option.cost().isMissing())
                .map(option -> new Table.Row(option.standing().id(), option.standing().strategy().standIn(),
                        entries(advice, choice.scenario().size(), option)))
                .toList();
        return new Table(choice.scenario().size() + ", of a pool that is kept", "strategy", columns, rows);
    }

    private static List<Entry> entries(Advice advice, String size, Option option) {
        List<Entry> entries = new ArrayList<>();
        var estimate = option.cost().estimate().orElseThrow();
        entries.add(new Entry.Figure(estimate, Scale.MICROSECONDS));
        Frame.ALL.forEach(frame -> entries.add(new Entry.Text(frame.percent().format(estimate.median()))));
        Optional<Double> slow = slow(advice, size, option.standing());
        for (Scale scale : List.of(Scale.MICROSECONDS, Frame.ALL.get(Frame.ALL.size() - 1).percent())) {
            entries.add(new Entry.Text(slow.map(scale::format).orElse("-")));
        }
        return entries;
    }

    private static Optional<Double> slow(Advice advice, String size, Eligibility standing) {
        return advice.analysis().of("ReadLatency").stream()
                .filter(cell -> standing.id().equals(cell.cell().strategy()))
                .filter(cell -> size.equals(cell.cell().parameters().get(Grid.SIZE)))
                .map(CellResult::cell)
                .map(cell -> advice.analysis().run().latencies().get(cell.id()))
                .filter(histogram -> histogram != null)
                .findFirst()
                .filter(AdviceFrameSection::reachesThatFar)
                .map(histogram -> (double) histogram.getValueAtPercentile(PERCENTILE));
    }

    private static boolean reachesThatFar(Histogram histogram) {
        return histogram.getTotalCount() * (1 - PERCENTILE / 100) >= BEYOND;
    }
}
