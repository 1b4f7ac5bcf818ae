// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the headings of columns mean that are no parameter's value. */
final class Columns {

    private static final Map<String, String> METRICS = Map.ofEntries(
            Map.entry("attach", "attachNs"), Map.entry("first read", "firstReadNs"), Map.entry("second read", "warmReadNs"),
            Map.entry("resize", "resizeNs"), Map.entry("unmap", "unmapNs"), Map.entry("close", "closeNs"),
            Map.entry("stolen a truncate", "stolenNsPerTruncate"), Map.entry("of the speed in peace", "throughputLeftShare"),
            Map.entry("minor faults", "minorFaultsPerAccess"), Map.entry("context switches", "contextSwitchesPerAccess"),
            Map.entry("signals", "signalsPerAccess"), Map.entry("instructions", "instructionsPerAccess"),
            Map.entry("cycles", "cyclesPerAccess"), Map.entry("dTLB misses", "dtlbMissesPerAccess"));
    private static final Map<String, String> COUNTS = Map.of("told of a loss", "lostAccessesCount", "late deadlines",
            "lateFramesCount", "missed frames", "missedFramesCount", "late commits", "lateCommitsCount", "lost commits",
            "lostCommitsCount", "torn commits", "tornCommitsCount");
    private static final Map<String, String> TOTALS = Map.of("told of a loss", "framesCount", "missed frames", "framesCount",
            "lost commits", "commitsCount", "torn commits", "commitsCount");
    private static final Map<String, String> WORST = Map.of("FrameCycle", "worstFrameNs", "HostileClient", "worstAccessNs");
    private static final String SHARE_OF_FRAME = "% of the frame";
    private static final String MINUS = "minus ";
    private static final String THROUGHPUT = "GB/s";
    private static final double NS_PER_S = 1e9;

    private final Verdicts<String> verdicts;

    Columns(Verdicts<String> verdicts) {
        this.verdicts = verdicts;
    }

    /** What stands in a cell's row under a heading; any of several where chance decides which. */
    List<Claim> claims(RawCell cell, Place place, String heading) {
        String what = heading.replaceFirst("(, (ns|us|\u00b5s|ms))$", "");
        Optional<Double> perUnit = Unit.named(heading).or(() -> Unit.named(place.rest()));
        if (what.startsWith(MINUS)) {
            return differences(cell, perUnit);
        }
        if (!isAnother(cell, what) && !place.rest().contains(THROUGHPUT) && !what.equals(SHARE_OF_FRAME)) {
            return judged(cell, perUnit);
        }
        return List.of(claim(cell, place, what, perUnit));
    }

    /** Whether it is no figure of the cell's own metric. */
    private static boolean isAnother(RawCell cell, String what) {
        return METRICS.containsKey(what) && !what.equals(cell.metric()) || COUNTS.containsKey(what) || what.equals("worst");
    }

    private static Claim claim(RawCell cell, Place place, String what, Optional<Double> perUnit) {
        if (METRICS.containsKey(what)) {
            boolean isTime = METRICS.get(what).contains("Ns");
            return Claim.figure(cell.further(METRICS.get(what)), isTime ? perUnit : Optional.empty());
        }
        if (COUNTS.containsKey(what)) {
            return Claim.number(total(cell, COUNTS.get(what)), Optional.ofNullable(TOTALS.get(what)).flatMap(of -> total(cell, of)),
                    Optional.empty());
        }
        if (what.equals("worst")) {
            List<Double> all = cell.further(WORST.getOrDefault(cell.benchmark(), "none"));
            return Claim.number(cell.sorted(all).map(Sorted::greatest), Optional.empty(), perUnit);
        }
        return inAnotherUnit(cell, place);
    }

    private static Optional<Double> total(RawCell cell, String metric) {
        return cell.sorted(cell.further(metric)).map(Sorted::sum);
    }

    private List<Claim> differences(RawCell cell, Optional<Double> perUnit) {
        List<Standing> standings = verdicts.standings(cell.id());
        return standings.isEmpty()
                ? List.of(Claim.figure(List.of(), perUnit))
                : standings.stream().map(standing -> Claim.of(Optional.of(standing.pair().differences()), perUnit)).toList();
    }

    private static Claim inAnotherUnit(RawCell cell, Place place) {
        List<Double> figures = List.copyOf(cell.figures().values());
        if (place.rest().contains(THROUGHPUT)) {
            return Claim.figure(figures.stream().map(ns -> cell.bytes() / ns).toList(), Optional.of(1.0));
        }
        double hertz = Double.parseDouble(cell.parameters().getOrDefault("hertz", "NaN"));
        return Claim.figure(figures.stream().map(ns -> 100 * ns * hertz / NS_PER_S).toList(), Optional.of(1.0));
    }

    private List<Claim> judged(RawCell cell, Optional<Double> perUnit) {
        Claim plain = Claim.figure(List.copyOf(cell.figures().values()), perUnit);
        List<Standing> standings = verdicts.standings(cell.id());
        return standings.isEmpty() ? List.of(plain) : standings.stream().map(plain::judged).toList();
    }
}
