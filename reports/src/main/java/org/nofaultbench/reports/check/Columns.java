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
    private static final double NS_PER_S = 1e9;

    private final RawRun run;
    private final Verdicts<String> verdicts;

    Columns(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

    /** What stands in a cell's row under a heading. */
    Claim claim(RawCell cell, Place place, String heading) {
        String what = heading.replaceFirst("(, (ns|us|\u00b5s|ms))$", "");
        Optional<Double> perUnit = Unit.named(heading).or(() -> Unit.named(place.rest()));
        if (METRICS.containsKey(what) && !what.equals(cell.metric())) {
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
        if (what.startsWith(MINUS)) {
            return Claim.figure(differences(cell), perUnit);
        }
        return own(cell, place, what, perUnit);
    }

    private static Optional<Double> total(RawCell cell, String metric) {
        return cell.sorted(cell.further(metric)).map(Sorted::sum);
    }

    private List<Double> differences(RawCell cell) {
        return run.baseline(cell).map(baseline -> RawPair.of(cell, baseline)).map(pair -> pair.rounds().stream()
                .map(round -> pair.of().get(round) - pair.over().get(round))
                .toList()).orElse(List.of());
    }

    private Claim own(RawCell cell, Place place, String what, Optional<Double> perUnit) {
        List<Double> figures = List.copyOf(cell.figures().values());
        if (place.rest().contains("GB/s")) {
            return Claim.figure(figures.stream().map(ns -> cell.bytes() / ns).toList(), Optional.of(1.0));
        }
        if (what.equals(SHARE_OF_FRAME)) {
            double hertz = Double.parseDouble(cell.parameters().getOrDefault("hertz", "NaN"));
            return Claim.figure(figures.stream().map(ns -> 100 * ns * hertz / NS_PER_S).toList(), Optional.of(1.0));
        }
        Claim plain = Claim.figure(figures, perUnit);
        return verdicts.pair(cell.id())
                .map(pair -> new Claim(plain.values(), perUnit, Optional.of(pair), verdicts.rows(), verdicts.of(cell.id()),
                        Optional.empty(), Optional.empty()))
                .orElse(plain);
    }
}
