// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The advice's first sentence: up to which damage to copy. It is about the damage of the buffer that most was measured of, or
 * about sizes where no damage was measured, and about the copy that does best beside the first choice.
 */
record CopyOrNot(RawRun run, Contender first, Map<Over, List<Crossover>> crossovers) {

    private static final String END = " Nothing smaller was measured.";

    /** Empty where chance decides it. */
    Optional<Told> sentence() {
        Optional<Over> over = over();
        if (over.isEmpty()) {
            return Optional.of(new Told().say("Whether to copy is not known: this run measured no strategy that copies beside one that"
                    + " does not. Read through " + first.id() + "."));
        }
        List<Crossover> pairs = pairs(over.get());
        return pairs.stream().anyMatch(Crossover::isDrawn) ? Optional.empty() : Optional.of(sentence(over.get(), pairs));
    }

    private Optional<Over> over() {
        String headline = headline();
        return crossovers.keySet().stream()
                .filter(over -> over.quantity() != Over.Quantity.READS && !pairs(over).isEmpty())
                .min(Comparator.<Over>comparingInt(over -> over.quantity() == Over.Quantity.DAMAGE ? 0 : 1)
                        .thenComparingInt(over -> over.size().equals(headline) ? 0 : 1));
    }

    /** The size that most benchmarks measured, and of several the largest. */
    private String headline() {
        List<RawCell> cells = run.cells().values().stream()
                .filter(cell -> cell.parameters().containsKey(Sources.SIZE) && cell.bytes() > 0 && !cell.figures().isEmpty())
                .toList();
        return cells.stream()
                .max(Comparator.<RawCell>comparingInt(cell -> benchmarks(cells, size(cell)).size()).thenComparingDouble(RawCell::bytes))
                .map(CopyOrNot::size).orElse("");
    }

    private static Set<String> benchmarks(List<RawCell> cells, String size) {
        Set<String> benchmarks = new HashSet<>();
        cells.stream().filter(cell -> size(cell).equals(size)).forEach(cell -> benchmarks.add(cell.benchmark()));
        return benchmarks;
    }

    private static String size(RawCell cell) {
        return cell.parameters().get(Sources.SIZE);
    }

    private List<Crossover> pairs(Over over) {
        return crossovers.get(over).stream()
                .filter(pair -> pair.first().equals(first) || pair.second().equals(first))
                .sorted(Comparator.comparingDouble(Crossover::leastRatio))
                .toList();
    }

    private Told sentence(Over over, List<Crossover> pairs) {
        Crossover closest = pairs.get(0);
        String quantity = over.quantity() == Over.Quantity.SIZE ? "buffer size" : "damage";
        if (first.copies() || closest.winsEverywhere()) {
            return range(new Told().say("Copy on this machine: at every " + quantity + " from "), over, closest)
                    .say(" " + closest.second().id() + " takes less time than " + closest.first().id() + "." + END);
        }
        if (pairs.stream().allMatch(Crossover::losesEverywhere)) {
            return range(new Told().say("Do not copy on this machine: at every " + quantity + " from "), over, closest)
                    .say(" reading through " + first.id() + " takes less time than any copy; the closest, " + closest.second().id()
                            + ", takes ").ratio(closest.ratios().get(closest.best())).say(" as long at ")
                    .at(over, closest.xs().get(closest.best())).say("." + END);
        }
        List<Zone> zones = closest.zones();
        boolean isOneThreshold = zones.size() == 3 && zones.get(0).verdict().equals("FASTER") && zones.get(2).verdict().equals("SLOWER");
        return isOneThreshold ? threshold(over, closest, zones) : parts(over, closest, zones);
    }

    private static Told range(Told told, Over over, Crossover pair) {
        return told.at(over, pair.low()).say(" to ").at(over, pair.high());
    }

    private static Told threshold(Over over, Crossover pair, List<Zone> zones) {
        Told told = new Told().say("Copy " + (over.quantity() == Over.Quantity.SIZE ? "buffers" : "damage") + " of up to ")
                .at(over, zones.get(0).to()).say(", with " + pair.second().id() + "; from ").at(over, zones.get(2).from())
                .say(" on do not, and read through " + pair.first().id() + "; between the two this run does not decide. Measured from ");
        return range(told, over, pair).say(".");
    }

    private static Told parts(Over over, Crossover pair, List<Zone> zones) {
        Told told = new Told();
        for (int i = 0; i < zones.size(); i++) {
            told.say(i == 0 ? "From " : "; from ").at(over, zones.get(i).from()).say(" to ").at(over, zones.get(i).to()).say(" "
                    + part(zones.get(i).verdict(), pair));
        }
        return told.say("." + END);
    }

    private static String part(String verdict, Crossover pair) {
        return switch (verdict) {
            case "SLOWER" -> "do not copy, read through " + pair.first().id();
            case "FASTER" -> "copy, with " + pair.second().id();
            case "EQUIVALENT" -> "copying or not takes the same time";
            case "UNDECIDED" -> "this run does not decide";
            default -> "this run has too few rounds to decide";
        };
    }
}
