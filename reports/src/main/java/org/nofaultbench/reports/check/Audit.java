// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.nofaultbench.reports.check.Printed.Part;

/** Holds printed figures against what they should be, and keeps count. */
final class Audit {

    private final String file;
    private final List<Difference> differences = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();
    private int figures;

    Audit(String file) {
        this.file = file;
    }

    List<Difference> differences() {
        return differences;
    }

    /** Places with figures of which nothing is known. */
    List<String> unknown() {
        return unknown;
    }

    int figures() {
        return figures;
    }

    void unknown(String place) {
        unknown.add(file + ": " + place);
    }

    void that(boolean right, String place, String name, String printed, Object recomputed) {
        figures++;
        if (!right) {
            differences.add(new Difference(file + ": " + place, name, printed, String.valueOf(recomputed)));
        }
    }

    /** Whichever of several fits, where chance decides; the first where none does. */
    void oneOf(List<Consumer<Audit>> ways) {
        List<Audit> tried = ways.stream().map(this::tried).toList();
        Audit taken = tried.stream().filter(trial -> trial.differences.isEmpty()).findFirst().orElse(tried.get(0));
        figures += taken.figures;
        differences.addAll(taken.differences);
        unknown.addAll(taken.unknown);
    }

    private Audit tried(Consumer<Audit> way) {
        Audit trial = new Audit(file);
        way.accept(trial);
        return trial;
    }

    void number(String place, String name, String printed, double recomputed) {
        that(Rounding.fits(printed, recomputed), place, name, printed, recomputed);
    }

    /** An entry of which any of several claims may be right. */
    void entry(String place, Printed printed, List<Claim> claims) {
        oneOf(claims.stream().<Consumer<Audit>>map(claim -> trial -> trial.entry(place, printed, claim)).toList());
    }

    /** Every part of an entry. */
    void entry(String place, Printed printed, Claim claim) {
        Map<Part, String> parts = printed.parts();
        if (parts.containsKey(Part.ABSENT)) {
            that(claim.values().isEmpty() && claim.count().isEmpty(), place, "absence", parts.get(Part.ABSENT), "a figure");
            return;
        }
        if (claim.count().isPresent()) {
            count(place, parts, claim);
        } else if (claim.values().isPresent()) {
            figure(place, parts, claim);
            ratio(place, parts, claim);
        } else {
            that(!printed.hasDigits(), place, "figure", printed.text(), "none");
        }
    }

    private void count(String place, Map<Part, String> parts, Claim claim) {
        String number = parts.getOrDefault(Part.COUNT, parts.getOrDefault(Part.FIGURE, "-"));
        if (number.equals("-")) {
            that(false, place, "count", number, claim.count().get());
            return;
        }
        number(place, "count", number, claim.count().get() / claim.perUnit().orElse(1.0));
        if (parts.containsKey(Part.OF)) {
            number(place, "of", parts.get(Part.OF), claim.of().orElse(0.0));
        }
    }

    private void figure(String place, Map<Part, String> parts, Claim claim) {
        Sorted values = claim.values().orElseThrow();
        double unit = parts.containsKey(Part.UNIT) ? Unit.of(parts.get(Part.UNIT)) : claim.perUnit().orElse(1.0);
        if (!parts.containsKey(Part.FIGURE)) {
            that(parts.containsKey(Part.RATIO), place, "figure", "none", values.median() / unit);
        } else {
            number(place, "figure", parts.get(Part.FIGURE), values.median() / unit);
        }
        ends(place, "interval", parts, Part.LOW, Part.HIGH, Part.ROUNDS, values, unit);
        if (parts.containsKey(Part.DEVIATION)) {
            double[] ends = values.interval().orElse(new double[] {0, 0});
            double percent = 50 * (ends[1] - ends[0]) / Math.abs(values.median());
            that(Rounding.fitsDigits(parts.get(Part.DEVIATION), percent, 2), place, "deviation", parts.get(Part.DEVIATION), percent);
        }
    }

    private void ratio(String place, Map<Part, String> parts, Claim claim) {
        String verdict = parts.getOrDefault(Part.VERDICT, "-");
        if (claim.pair().isEmpty()) {
            that(!parts.containsKey(Part.RATIO) && Set.of("-", "baseline", "no ratio").contains(verdict), place, "verdict",
                    verdict, "no comparison");
            return;
        }
        if (!parts.containsKey(Part.RATIO)) {
            return;
        }
        RawPair pair = claim.pair().get();
        number(place, "ratio", parts.get(Part.RATIO), pair.ratios().median());
        ends(place, "interval of the ratio", parts, Part.RATIO_LOW, Part.RATIO_HIGH, Part.RATIO_ROUNDS, pair.ratios(), 1);
        verdict(place, verdict, claim.verdicts(), pair.ratios().median());
        if (parts.containsKey(Part.SEES)) {
            that(Rounding.fitsShare(parts.get(Part.SEES), pair.sees(claim.rows())), place, "sees", parts.get(Part.SEES),
                    pair.sees(claim.rows()));
        }
        if (parts.containsKey(Part.SELF)) {
            that(Rounding.fitsShare(parts.get(Part.SELF), pair.selfDifference()), place, "A/A", parts.get(Part.SELF),
                    pair.selfDifference());
        }
    }

    void verdict(String place, String printed, Set<String> right, double ratio) {
        String word = printed.replaceFirst("[+-]$|, leans .*", "");
        boolean slower = printed.endsWith("+") || printed.endsWith("slower");
        boolean faster = printed.endsWith("-") || printed.endsWith("faster");
        boolean leansRightly = word.equals(printed) || slower && ratio > 1 || faster && ratio < 1;
        that(right.contains(word) && leansRightly, place, "verdict", printed, String.join(" or ", right));
    }

    private void ends(String place, String name, Map<Part, String> parts, Part low, Part high, Part rounds, Sorted values,
            double unit) {
        if (parts.containsKey(rounds)) {
            number(place, "rounds", parts.get(rounds), values.size());
            that(values.interval().isEmpty(), place, name, "none", "an interval");
        }
        if (parts.containsKey(low)) {
            double[] ends = values.interval().orElse(new double[] {Double.NaN, Double.NaN});
            number(place, "low end of " + name, parts.get(low), ends[0] / unit);
            number(place, "high end of " + name, parts.get(high), ends[1] / unit);
        }
    }
}
