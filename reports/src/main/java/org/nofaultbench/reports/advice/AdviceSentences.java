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
import org.nofaultbench.reports.advice.BreakEven.Zone;
import org.nofaultbench.reports.advice.BreakEvens.Quantity;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.stats.Verdict;

/** The advice in a few sentences; whether to copy comes first, because that is what the author of a compositor asks. */
record AdviceSentences(Advice advice) {

    private static final int FEW = 4;

    List<Sentence> all() {
        List<Sentence> sentences = new ArrayList<>(copying());
        advice.firstChoice()
                .ifPresent(first -> sentences.add(Sentence.of("First choice: {}{}", use(first), exceptions(first))));
        sentences.add(clients());
        return sentences;
    }

    /** What the overview of a run says: the strategy to use and what it survives. */
    Sentence recommendation() {
        return advice.firstChoice()
                .map(first -> Sentence.of("Use {} Clients that seal their file need no guard.", use(first)))
                .orElseGet(() -> Sentence.of("No crash-safe strategy was measured, so nothing is recommended."));
    }

    private Sentence use(Eligibility first) {
        boolean proven = advice.analysis().run().manifest().proof() != null;
        return Sentence.of(
                "{}. It is not shown slower than the fastest in {}. It has {} properties{}{}.",
                first.name(),
                Sentence.list(
                        " and ",
                        Stream.concat(keptUp(first, true), keptUp(first, false)).toList()),
                ConsequenceSections.holds(first),
                first.lost().isEmpty() ? "" : "; it lacks: " + String.join(", ", first.lost()),
                !proven
                        ? ", none of them proven on this kernel"
                        : first.onItsWord().isEmpty() ? "" : "; untested: " + String.join(", ", first.onItsWord()));
    }

    private Stream<Sentence> keptUp(Eligibility first, boolean staged) {
        String what = staged ? "uploads and blends" : "pure reads";
        long all = advice.choices().stream()
                .filter(choice -> choice.isStaged() == staged)
                .count();
        long kept = Advice.keptUp(advice.choices(), first, staged);
        return Stream.of(Sentence.of(
                        "{} of {} " + what,
                        count("kept " + first.id() + " " + what, kept),
                        count("scenarios " + what, all)))
                .filter(sentence -> all > 0);
    }

    static Value count(String what, long count) {
        return Value.count(new Origin(Statistic.COUNT, what), count);
    }

    /** Others are worth a sentence where they are few; the tables have them all. */
    private Sentence exceptions(Eligibility first) {
        Map<String, List<String>> others = new LinkedHashMap<>();
        advice.choices()
                .forEach(choice -> choice.recommended()
                        .filter(use -> !use.strategy().equals(first))
                        .ifPresent(use -> others.computeIfAbsent(use.strategy().name(), name -> new ArrayList<>())
                                .add(choice.scenario().read() + ", "
                                        + choice.scenario().lifeText())));
        StringBuilder sentences = new StringBuilder();
        others.forEach((name, where) -> sentences
                .append(" Use " + name + " instead for "
                        + String.join("; ", where.subList(0, Math.min(FEW, where.size()))))
                .append(where.size() > FEW ? "; and " + (where.size() - FEW) + " more." : "."));
        return Sentence.join(sentences);
    }

    private Sentence clients() {
        if (advice.clientShare().value() == 0) {
            return Sentence.of("Assumes that no client seals its file (see --client-share).");
        }
        List<Option> mixes = advice.choices().stream()
                .flatMap(choice -> choice.mix().stream())
                .filter(mix -> mix.judgement().isPresent())
                .toList();
        return mixes.isEmpty()
                ? Sentence.of(
                        "The effect of {} of reads from sealed files is unknown: no strategy for them was measured.",
                        advice.clientShare())
                : Sentence.of(
                        "If {} of the reads go to sealed files, reading those through {} is faster in {} of {}"
                                + " scenarios; the others still need the first choice.",
                        advice.clientShare(),
                        mixes.get(0).strategy().name(),
                        count(
                                "mix pays with " + advice.clientShare(),
                                mixes.stream().filter(Option::isFaster).count()),
                        count("mixes with " + advice.clientShare(), mixes.size()));
    }

    /** Whether to copy, and below which damage: first for what compositors do, then for pure reading. */
    List<Sentence> copying() {
        if (advice.firstChoice().isEmpty()) {
            return List.of(Sentence.of("This run recommends nothing: no crash-safe strategy was measured."));
        }
        Eligibility first = advice.firstChoice().get();
        List<Sentence> sentences = new ArrayList<>();
        for (Use use : Use.values()) {
            over(use).ifPresent(over -> sentences.add(Sentence.of("{}: {}", use.label(), copying(over, first))));
        }
        if (sentences.isEmpty()) {
            sentences.add(Sentence.of(
                    "Whether to copy is unknown: this run did not measure both a strategy that copies and one that"
                            + " does not. Read through {}.",
                    first.name()));
        }
        return sentences;
    }

    /**
     * Up to which damage copying takes less time, from the smallest that was measured on: 0 where it does not even there, empty
     * where that is not decided.
     */
    OptionalDouble copyUpToBytes() {
        return Stream.of(Use.values())
                .flatMap(use -> over(use).stream())
                .filter(over -> over.quantity() == Quantity.DAMAGE)
                .findFirst()
                .or(() -> over(Use.READ))
                .map(over -> pairs(over).get(0).zones().get(0))
                .map(zone -> switch (zone.second()) {
                    case SLOWER, EQUIVALENT -> OptionalDouble.of(0);
                    case FASTER -> OptionalDouble.of(zone.to());
                    case UNDECIDED, TOO_FEW -> OptionalDouble.empty();
                })
                .orElse(OptionalDouble.empty());
    }

    /** Damage of the size that most was measured of; sizes where no damage was measured. */
    private Optional<BreakEvens> over(Use use) {
        String headline = advice.analysis().headlineSize().orElse("");
        return advice.breakEvens().stream()
                .filter(over -> over.buffer().use() == use
                        && over.quantity() != Quantity.READS
                        && !pairs(over).isEmpty())
                .min(Comparator.<BreakEvens>comparingInt(over -> over.quantity() == Quantity.DAMAGE ? 0 : 1)
                        .thenComparingInt(over -> over.buffer().size().equals(headline) ? 0 : 1));
    }

    /** Of the first choice, the closest first. */
    private List<BreakEven> pairs(BreakEvens over) {
        Eligibility first = advice.firstChoice().orElse(null);
        return over.pairs().stream()
                .filter(pair -> pair.first().equals(first) || pair.second().equals(first))
                .sorted(Comparator.comparingDouble(pair -> pair.least().median()))
                .toList();
    }

    private Sentence copying(BreakEvens over, Eligibility first) {
        List<BreakEven> pairs = pairs(over);
        BreakEven closest = pairs.get(0);
        String one = closest.first().name();
        String copy = closest.second().name();
        String what = over.quantity().label();
        if (closest.low() == closest.high()) {
            return Sentence.of(
                    "{} The fastest copying strategy, {}, takes {} as long as {}.",
                    parts(over, closest),
                    copy,
                    over.least(closest),
                    one);
        }
        if (first.copies() || closest.isEverywhere(Verdict.FASTER)) {
            return Sentence.of(
                    "copy on this machine: at every {} from {}, {} takes less time than {}. Nothing smaller was"
                            + " measured.",
                    what,
                    over.range(closest),
                    copy,
                    one);
        }
        if (pairs.stream().allMatch(pair -> pair.isEverywhere(Verdict.SLOWER))) {
            return Sentence.of(
                    "do not copy on this machine: at every {} from {}, reading through {} takes less time than any"
                            + " copy. The fastest copying strategy, {}, takes {} as long at {}. Nothing smaller was measured.",
                    what,
                    over.range(closest),
                    first.name(),
                    copy,
                    over.least(closest),
                    over.place(closest, "end", closest.leastAt()));
        }
        return closest.isOneThreshold()
                ? Sentence.of(
                        "copy {} of up to {}, with {}; from {} on read through {} without a copy; between the two"
                                + " this run does not decide. Measured from {}.",
                        over.quantity() == Quantity.SIZE ? "buffers" : what,
                        over.place(closest, "zone", closest.zones().get(0).to()),
                        copy,
                        over.place(closest, "zone", closest.zones().get(2).from()),
                        one,
                        over.range(closest))
                : Sentence.of("{} Nothing smaller was measured.", parts(over, closest));
    }

    private static Sentence parts(BreakEvens over, BreakEven pair) {
        return Sentence.of(
                "{}.",
                Sentence.list(
                        "; ",
                        pair.zones().stream()
                                .map(zone -> Sentence.of("{} {}", place(over, pair, zone), advice(pair, zone.second())))
                                .toList()));
    }

    private static Sentence place(BreakEvens over, BreakEven pair, Zone zone) {
        Value to = over.place(pair, "zone", zone.to());
        return zone.from() == zone.to()
                ? Sentence.of("at {}", to)
                : Sentence.of("from {} to {}", over.place(pair, "zone", zone.from()), to);
    }

    private static String advice(BreakEven pair, Verdict second) {
        return switch (second) {
            case SLOWER -> "do not copy; read through " + pair.first().name();
            case FASTER -> "copy with " + pair.second().name();
            case EQUIVALENT -> "copying and not copying take the same time";
            case UNDECIDED -> "this run does not decide";
            case TOO_FEW -> "this run has too few rounds to decide";
        };
    }
}
