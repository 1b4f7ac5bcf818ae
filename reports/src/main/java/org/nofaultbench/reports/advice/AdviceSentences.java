// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.nofaultbench.reports.advice.BreakEven.Winner;
import org.nofaultbench.reports.advice.BreakEven.Zone;
import org.nofaultbench.reports.advice.BreakEvens.Quantity;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.report.Headline;

/** The advice in a few sentences; whether to copy comes first, because that is what the author of a compositor asks. */
record AdviceSentences(Advice advice) {

    private static final int FEW = 4;

    List<Sentence> all() {
        List<Sentence> sentences = copying();
        advice.firstChoice()
                .ifPresent(first -> sentences.add(Sentence.join("First choice: ", use(first), exceptions(first))));
        sentences.add(clients());
        return sentences;
    }

    /** What the overview of a run says: the strategy to use and what it survives. */
    Sentence recommendation() {
        return advice.firstChoice()
                .map(first -> Sentence.join("Use ", use(first), " Clients that seal their file need no guard."))
                .orElseGet(() -> Sentence.join("No crash-safe strategy was measured, so nothing is recommended."));
    }

    private Sentence use(Eligibility first) {
        return Sentence.join(
                first.name(),
                ". It keeps up with the fastest in ",
                keptUp(first),
                " and holds ",
                ConsequenceSections.holds(first),
                " properties",
                advice.analysis().run().manifest().proof() == null
                        ? ", none of them proven on this kernel"
                        : first.onItsWord().isEmpty() ? "" : ", some required properties are declared but untested",
                ".");
    }

    private Sentence keptUp(Eligibility first) {
        List<Sentence> keptUp = new ArrayList<>();
        for (boolean staged : List.of(true, false)) {
            String what = staged ? "uploads and blends" : "pure reads";
            List<Choice> choices = advice.choices().stream()
                    .filter(choice -> choice.isStaged() == staged)
                    .toList();
            if (!choices.isEmpty()) {
                keptUp.add(Sentence.join(
                        count(
                                "kept " + first.id() + " " + what,
                                choices.stream()
                                        .filter(choice -> choice.option(first).keepsUp())
                                        .count()),
                        " of ",
                        count("scenarios " + what, choices.size()),
                        " " + what));
            }
        }
        return Sentence.list(" and ", keptUp);
    }

    static Value count(String what, long count) {
        return Value.count(new Origin(Statistic.COUNT, what), count);
    }

    /** Others are worth a sentence where they are few; the tables have them all. */
    private Sentence exceptions(Eligibility first) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        for (Choice choice : advice.choices()) {
            choice.recommended()
                    .filter(use -> !use.strategy().equals(first))
                    .ifPresent(use -> others.computeIfAbsent(use.strategy().name(), name -> new ArrayList<>())
                            .add(choice.scenario().read() + ", "
                                    + choice.scenario().lifeText()));
        }
        List<Sentence> sentences = new ArrayList<>();
        others.forEach((name, where) -> sentences.add(Sentence.join(
                " Use ",
                name,
                " instead for ",
                String.join("; ", where.subList(0, Math.min(FEW, where.size()))),
                where.size() > FEW ? Sentence.join("; and ", where.size() - FEW, " more.") : ".")));
        return Sentence.join(sentences.toArray());
    }

    private Sentence clients() {
        if (advice.clientShare().value() == 0) {
            return Sentence.join("Assumes that no client seals its file (see --client-share).");
        }
        List<Choice.Mix> mixes = advice.choices().stream()
                .flatMap(choice -> choice.mix().stream())
                .filter(mix -> mix.judgement().isPresent())
                .toList();
        return mixes.isEmpty()
                ? Sentence.join(
                        "What ",
                        advice.clientShare(),
                        " of clients with sealed files would change is unknown: no strategy for them was measured.")
                : Sentence.join(
                        "With ",
                        advice.clientShare(),
                        " of the reads from clients that sealed their file, reading those through ",
                        mixes.get(0).sealed().name(),
                        " is shown to be faster in ",
                        count(
                                "mix pays with " + advice.clientShare(),
                                mixes.stream().filter(Choice.Mix::pays).count()),
                        " of ",
                        count("mixes with " + advice.clientShare(), mixes.size()),
                        " scenarios; the others need the first choice all the same.");
    }

    /** Whether to copy, and below which damage: first for what compositors do, then for pure reading. */
    List<Sentence> copying() {
        List<Sentence> sentences = new ArrayList<>();
        if (advice.firstChoice().isEmpty()) {
            sentences.add(Sentence.join("This run recommends nothing: no crash-safe strategy was measured."));
            return sentences;
        }
        for (Use use : Use.values()) {
            over(use)
                    .ifPresent(over ->
                            sentences.add(copying(over, advice.firstChoice().get())));
        }
        if (sentences.isEmpty()) {
            sentences.add(Sentence.join(
                    "Whether to copy is unknown: this run measured"
                            + " no strategy that copies beside one that does not. Read through ",
                    advice.firstChoice().get().name(),
                    "."));
        }
        return sentences;
    }

    /**
     * Up to which damage copying takes less time, from the smallest that was measured on: 0 where it does not even there, empty
     * where that is not decided.
     */
    OptionalDouble copyUpToBytes() {
        Optional<BreakEvens> asked = Stream.of(Use.values())
                .flatMap(use -> over(use).stream())
                .filter(over -> over.quantity() == Quantity.DAMAGE)
                .findFirst()
                .or(() -> over(Use.READ));
        Optional<Zone> smallest = asked.map(over -> pairs(over).get(0).zones().get(0));
        return smallest.map(zone -> switch (zone.winner()) {
                    case FIRST, SAME -> OptionalDouble.of(0);
                    case SECOND -> OptionalDouble.of(zone.to());
                    case UNDECIDED, TOO_FEW -> OptionalDouble.empty();
                })
                .orElse(OptionalDouble.empty());
    }

    /** Damage of the size that most was measured of; sizes where no damage was measured. */
    private Optional<BreakEvens> over(Use use) {
        String headline = Headline.size(advice.analysis()).orElse("");
        return advice.breakEvens().stream()
                .filter(over -> over.use() == use
                        && over.quantity() != Quantity.READS
                        && !pairs(over).isEmpty())
                .min(Comparator.<BreakEvens>comparingInt(over -> over.quantity() == Quantity.DAMAGE ? 0 : 1)
                        .thenComparingInt(over -> over.size().equals(headline) ? 0 : 1));
    }

    /** Of the first choice, the closest first. */
    private List<BreakEven> pairs(BreakEvens over) {
        return over.pairs().stream()
                .filter(pair -> advice.firstChoice()
                        .filter(first ->
                                pair.first().equals(first) || pair.second().equals(first))
                        .isPresent())
                .sorted(Comparator.comparingDouble(pair -> pair.least().median()))
                .toList();
    }

    private Sentence copying(BreakEvens over, Eligibility first) {
        List<BreakEven> pairs = pairs(over);
        BreakEven closest = pairs.get(0);
        String label = label(over);
        if (closest.low() == closest.high()) {
            return Sentence.join(
                    label,
                    parts(over, closest),
                    " The closest that copies, ",
                    closest.second().name(),
                    ", takes ",
                    over.least(closest),
                    " as long as ",
                    closest.first().name(),
                    ".");
        }
        String at = " on this machine: at every " + (over.quantity() == Quantity.SIZE ? "buffer size" : "damage")
                + " from ";
        String end = " Nothing smaller was measured.";
        if (first.copies() || closest.isEverywhere(Winner.SECOND)) {
            return Sentence.join(
                    label + "copy" + at,
                    over.range(closest),
                    " ",
                    closest.second().name(),
                    " takes less time than ",
                    closest.first().name(),
                    ".",
                    end);
        }
        if (pairs.stream().allMatch(pair -> pair.isEverywhere(Winner.FIRST))) {
            return Sentence.join(
                    label + "do not copy" + at,
                    over.range(closest),
                    " reading through ",
                    first.name(),
                    " takes less time than any copy; the closest, ",
                    closest.second().name(),
                    ", takes ",
                    over.least(closest),
                    " as long at ",
                    over.place(closest, "end", closest.leastAt()),
                    ".",
                    end);
        }
        return closest.isOneThreshold() ? threshold(over, closest) : Sentence.join(label, parts(over, closest), end);
    }

    private static String label(BreakEvens over) {
        return switch (over.use()) {
            case UPLOAD -> "Texture upload: ";
            case BLEND -> "Blend: ";
            case READ -> "Pure reading, the bound of both: ";
        };
    }

    private static Sentence threshold(BreakEvens over, BreakEven pair) {
        return Sentence.join(
                label(over) + "copy ",
                over.quantity() == Quantity.SIZE ? "buffers" : "damage",
                " of up to ",
                over.place(pair, "zone", pair.zones().get(0).to()),
                ", with ",
                pair.second().name(),
                "; from ",
                over.place(pair, "zone", pair.zones().get(2).from()),
                " on do not, and read through ",
                pair.first().name(),
                "; between the two this run does not decide. Measured from ",
                over.range(pair),
                ".");
    }

    private static Sentence parts(BreakEvens over, BreakEven pair) {
        List<Sentence> parts = new ArrayList<>();
        for (Zone zone : pair.zones()) {
            parts.add(Sentence.join(
                    zone.from() == zone.to()
                            ? "at "
                            : Sentence.join("from ", over.place(pair, "zone", zone.from()), " to "),
                    over.place(pair, "zone", zone.to()),
                    " ",
                    switch (zone.winner()) {
                        case FIRST ->
                            "do not copy, read through " + pair.first().name();
                        case SECOND -> "copy, with " + pair.second().name();
                        case SAME -> "copying or not takes the same time";
                        case UNDECIDED -> "this run does not decide";
                        case TOO_FEW -> "this run has too few rounds to decide";
                    }));
        }
        return Sentence.join(Sentence.list("; ", parts), ".");
    }
}
