// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.nofaultbench.reports.advice.BreakEvens.Axis;
import org.nofaultbench.reports.advice.Zone.Winner;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.report.Headline;

/** Below which damage to copy, in a sentence: what the author of a compositor came for. */
public final class AdviceLead {

    private final Advice advice;

    public AdviceLead(Advice advice) {
        this.advice = advice;
    }

    String sentence() {
        if (advice.firstChoice().isEmpty()) {
            return "This run recommends nothing: no strategy that a client cannot kill the compositor through has a figure.";
        }
        Eligibility first = advice.firstChoice().get();
        return over().map(over -> sentence(over, first)).orElseGet(() -> "Whether to copy is not known: this run measured no"
                + " strategy that copies beside one that does not. Read through " + first.name() + ".");
    }

    /**
     * Up to which damage copying takes less time, from the smallest that was measured on: 0 where it does not even there, empty
     * where that is not decided.
     */
    public OptionalDouble copyUpToBytes() {
        if (advice.firstChoice().isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Zone> smallest = over().map(over -> pairs(over).get(0).zones().get(0));
        return smallest.map(zone -> switch (zone.winner()) {
            case FIRST, SAME -> OptionalDouble.of(0);
            case SECOND -> OptionalDouble.of(zone.to());
            case UNDECIDED, TOO_FEW -> OptionalDouble.empty();
        }).orElse(OptionalDouble.empty());
    }

    /** Damage of the size that most was measured of; sizes where no damage was measured. */
    private Optional<BreakEvens> over() {
        String headline = Headline.size(advice.analysis()).orElse("");
        return advice.breakEvens().stream()
                .filter(over -> over.axis() != Axis.READS && !pairs(over).isEmpty())
                .min(Comparator.<BreakEvens>comparingInt(over -> over.axis() == Axis.DAMAGE ? 0 : 1)
                        .thenComparingInt(over -> over.size().equals(headline) ? 0 : 1));
    }

    private List<BreakEven> pairs(BreakEvens over) {
        Eligibility first = advice.firstChoice().orElseThrow();
        return over.pairs().stream()
                .filter(pair -> pair.first().equals(first) || pair.second().equals(first))
                .sorted(Comparator.comparingDouble(pair -> pair.least().median()))
                .toList();
    }

    private String sentence(BreakEvens over, Eligibility first) {
        List<BreakEven> pairs = pairs(over);
        BreakEven closest = pairs.get(0);
        String range = AdviceWords.place(over, closest.low()) + " to " + AdviceWords.place(over, closest.high());
        String end = " Nothing smaller was measured.";
        if (first.copies() || closest.isEverywhere(Winner.SECOND)) {
            return "Copy on this machine: at every " + quantity(over) + " from " + range + " " + closest.second().name() + " takes less time than "
                    + closest.first().name() + "." + end;
        }
        if (pairs.stream().allMatch(pair -> pair.isEverywhere(Winner.FIRST))) {
            return "Do not copy on this machine: at every " + quantity(over) + " from " + range + " reading through " + first.name()
                    + " takes less time than any copy; the closest, " + closest.second().name() + ", takes "
                    + Numbers.ratioWithInterval(closest.least()) + " as long at " + AdviceWords.place(over, closest.leastAt()) + "."
                    + end;
        }
        return isOneThreshold(closest) ? threshold(over, closest, range) : parts(over, closest) + end;
    }

    private static String quantity(BreakEvens over) {
        return over.axis() == Axis.SIZE ? "buffer size" : "damage";
    }

    /** Copying wins at the low end and loses at the high one, with one band between. */
    private static boolean isOneThreshold(BreakEven pair) {
        return pair.zones().size() == 3 && pair.zones().get(0).winner() == Winner.SECOND && pair.zones().get(2).winner() == Winner.FIRST;
    }

    private static String threshold(BreakEvens over, BreakEven pair, String range) {
        return "Copy " + (over.axis() == Axis.SIZE ? "buffers" : "damage") + " of up to " + AdviceWords.place(over, pair.zones().get(0).to()) + ", with " + pair.second().name()
                + "; from " + AdviceWords.place(over, pair.zones().get(2).from()) + " on do not, and read through "
                + pair.first().name() + "; between the two this run does not decide. Measured from " + range + ".";
    }

    private static String parts(BreakEvens over, BreakEven pair) {
        List<String> parts = new ArrayList<>();
        for (Zone zone : pair.zones()) {
            parts.add("from " + AdviceWords.place(over, zone.from()) + " to " + AdviceWords.place(over, zone.to()) + " "
                    + switch (zone.winner()) {
                        case FIRST -> "do not copy, read through " + pair.first().name();
                        case SECOND -> "copy, with " + pair.second().name();
                        case SAME -> "copying or not takes the same time";
                        case UNDECIDED -> "this run does not decide";
                        case TOO_FEW -> "this run has too few rounds to decide";
                    });
        }
        String text = String.join("; ", parts) + ".";
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
