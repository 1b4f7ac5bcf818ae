// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Interval;

/** How is a cost added up, from what, how good is the choice, and what is missing? */
record ModelSection(Advice advice) {

    List<Content> contents() {
        List<Content> contents = new ArrayList<>();
        if (!advice.models().isEmpty()) {
            contents.add(new Content(
                    "added-cost",
                    "What a strategy adds to the unguarded read",
                    "A fixed cost per access and a cost per byte, by weighted least squares over the measured"
                            + " sizes, with 95% intervals. Lack of fit: probability of deviations at least as large"
                            + " if the line is right; below "
                            + Numbers.plain(SizeModel.REFUSED) + " no model is given.",
                    List.of(models())));
        }
        if (!advice.regrets().isEmpty()) {
            contents.add(new Content(
                    "regret",
                    "How good the choice is",
                    "Each size was left out of the choice once. Regret: time of a read of that size through the"
                            + " strategy chosen from the other sizes, divided by the time through the fastest"
                            + " strategy there.",
                    List.of(regrets())));
        }
        contents.add(new Content("model", "How costs are computed", "", costs()));
        return contents;
    }

    private List<Block> costs() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Prose("A pool that is kept: read. A pool of N reads: (life + (N - 1) read + losses (recovery -"
                        + " last read)) / N. life: attaching, the first read of the whole buffer, unmapping"
                        + " and closing. recovery: a read that finds the whole buffer gone; it replaces the"
                        + " last read of the pool. Lost reads of damage cost less: this is the worst case for"
                        + " every strategy."),
                new Prose("Every read includes begin and end. A loss ends the life of a pool; attaching again belongs"
                        + " to the next pool."),
                new Prose("--client-share: share of all reads that go to pools whose client has sealed its file"
                        + " against shrinking (F_SEAL_SHRINK). They cost what the first strategy for sealed"
                        + " files costs, without losses; all other reads cost what the recommended strategy"
                        + " does. Any client may leave its file unsealed, so a compositor needs both."),
                new Prose("Each sum is formed within a round from the forks of that round; the figure is the median"
                        + " over the rounds with its 95% interval.")));
        Table.of(
                        "source of each part; of several for one size, the first",
                        "part",
                        advice.sources().entrySet(),
                        Map.Entry::getKey)
                .column("from", part -> part.getValue().isEmpty() ? "not measured" : String.join("; ", part.getValue()))
                .addTo(blocks);
        Map<String, Set<String>> missing = advice.missing();
        if (!missing.isEmpty()) {
            Table.of("Not measured", "what", missing.entrySet(), Map.Entry::getKey)
                    .column("of these strategies", what -> String.join(", ", what.getValue()))
                    .addTo(blocks);
        }
        return blocks;
    }

    private Table models() {
        return Table.of("", "strategy", advice.models(), SizeModel::strategy)
                .column("fixed, ns", model -> coefficient(model, "fixed", model.fixedNs(), "ns"))
                .column("per byte, ps", model -> coefficient(model, "per byte", model.psPerByte(), "ps"))
                .column(
                        "sizes",
                        model -> AdviceSentences.count(
                                "sizes " + model.strategy(), model.cells().size()))
                .column("lack of fit, p", model -> {
                    Origin origin = new Origin(Statistic.FIT, "p", model.cells());
                    return Value.plain(origin, model.lackOfFitP(), "", Numbers.decimals(model.lackOfFitP(), 3));
                })
                .table();
    }

    private static Object coefficient(SizeModel model, String which, Estimate fitted, String unit) {
        if (!model.fits()) {
            return "no model";
        }
        Interval ends = fitted.interval().orElseThrow();
        String text = Numbers.significant(fitted.median()) + " (" + Numbers.significant(ends.low()) + " to "
                + Numbers.significant(ends.high()) + ")";
        return Value.estimate(new Origin(Statistic.FIT, which, model.cells()), fitted, unit, text);
    }

    private Table regrets() {
        return Table.of(
                        "",
                        "size left out",
                        advice.regrets(),
                        regret -> regret.scenario().read())
                .column("chosen from the other sizes", regret -> regret.used().name())
                .column("fastest there", regret -> regret.best().name())
                .column("regret", regret -> {
                    String key = regret.scenario().key() + " strategy="
                            + regret.used().id() + " against=" + regret.best().id();
                    return Value.ratio(new Origin(Statistic.REGRET, key), regret.ratio());
                })
                .table();
    }
}
