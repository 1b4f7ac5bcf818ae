// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Interval;

/** How is a cost added up, from what, how good is the choice, and what is missing? */
final class ModelSection {

    private final Advice advice;

    ModelSection(Advice advice) {
        this.advice = advice;
    }

    List<Content> contents() {
        List<Block> blocks = new ArrayList<>(List.of(
                new Prose(
                        "A pool that is kept: read. A pool of N reads: (life + (N - 1) read + losses (recovery - last read)) / N. life"
                                + " is attaching, the first read of the whole buffer, unmapping and closing. recovery is a read that finds the"
                                + " whole buffer gone; it takes the place of the pool's last read. Reads of damage that are lost cost less than"
                                + " that: it is the worst case, for every strategy alike."),
                new Prose(
                        "Begin and end are part of every read and are not added again. A loss ends the pool's life: attaching anew is"
                                + " part of the next one's."),
                new Prose(
                        "--client-share is the share of all reads that go to pools whose client has sealed its file against shrinking"
                                + " (F_SEAL_SHRINK). Those cost what the first strategy for sealed files costs, without losses; the others, and"
                                + " all losses, cost what the recommended strategy does. A share above 0 does not make the others go away: any"
                                + " client may leave its file unsealed."),
                new Prose(
                        "Each sum is made within a round, from that round's forks; its figure is the median over the rounds, with the"
                                + " 95% interval of that median.")));
        blocks.add(new Table(
                "what each part was taken from; of several for one size, the first",
                "part",
                List.of("from"),
                advice.sources().entrySet().stream()
                        .map(entry -> Table.Row.of(
                                entry.getKey(),
                                entry.getValue().isEmpty() ? "not measured" : String.join("; ", entry.getValue())))
                        .toList()));
        Map<String, Set<String>> missing = advice.missing();
        if (!missing.isEmpty()) {
            blocks.add(new Table(
                    "Not measured",
                    "what",
                    List.of("of which strategies"),
                    missing.entrySet().stream()
                            .map(entry -> Table.Row.of(entry.getKey(), String.join(", ", entry.getValue())))
                            .toList()));
        }
        List<Content> contents = new ArrayList<>();
        if (!advice.models().isEmpty()) {
            contents.add(new Content(
                    "added-cost",
                    "What a strategy adds to the unguarded read",
                    "A fixed cost per access and a cost per"
                            + " byte, by weighted least squares over the sizes that were measured, with 95% intervals. Lack of fit: how often a"
                            + " straight line would miss by as much; below " + Numbers.plain(SizeModel.REFUSED)
                            + " no model is given.",
                    List.of(models())));
        }
        if (!advice.regrets().isEmpty()) {
            contents.add(new Content(
                    "regret",
                    "How good the choice is",
                    "Each size was left out of the choice once. Regret: time of a"
                            + " read of that size through the strategy chosen from the other sizes, over the time through the fastest one there.",
                    List.of(regrets())));
        }
        contents.add(new Content("model", "How the costs are made", "", blocks));
        return contents;
    }

    private Table models() {
        return new Table(
                "",
                "strategy",
                List.of("fixed, ns", "per byte, ps", "sizes", "lack of fit, p"),
                advice.models().stream()
                        .map(model -> Table.Row.mixed(
                                model.strategy(),
                                model.fits() ? coefficient(model, "fixed", model.fixedNs(), 1, "ns") : "no model",
                                model.fits()
                                        ? coefficient(model, "per byte", model.nsPerByte(), 1e3, "ps")
                                        : "no model",
                                AdviceSentences.count("sizes " + model.strategy(), model.sizes()),
                                Value.plain(
                                        new Origin(Statistic.FIT, "p", model.cells()),
                                        model.lackOfFitP(),
                                        "",
                                        Numbers.decimals(model.lackOfFitP(), 3))))
                        .toList());
    }

    private static Value coefficient(
            SizeModel model, String which, SizeModel.Coefficient fitted, double scale, String unit) {
        var interval =
                new Interval(fitted.interval().low() * scale, fitted.interval().high() * scale);
        return new Value(
                new Origin(Statistic.FIT, which, model.cells()),
                fitted.value() * scale,
                unit,
                Optional.of(interval),
                model.sizes(),
                Optional.empty(),
                Numbers.significantDigits(fitted.value() * scale, 3) + " ("
                        + Numbers.significantDigits(interval.low(), 3) + " to "
                        + Numbers.significantDigits(interval.high(), 3) + ")");
    }

    private Table regrets() {
        return new Table(
                "",
                "size left out",
                List.of("chosen from the others", "fastest there", "regret"),
                advice.regrets().stream()
                        .map(regret -> Table.Row.mixed(
                                regret.scenario().size(),
                                regret.used().name(),
                                regret.best().name(),
                                Value.ratio(
                                        new Origin(
                                                Statistic.REGRET,
                                                regret.scenario().key() + " strategy="
                                                        + regret.used().id() + " against="
                                                        + regret.best().id()),
                                        regret.ratio())))
                        .toList());
    }
}
