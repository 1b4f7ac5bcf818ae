// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of two kernels, judged together: all that both runs have, also where they are not shown. Where a kernel has several
 * boots the median of each stands in the place of a fork. Where the program draws its p values either word is right near their
 * limit, as {@link Seen} has it of rounds.
 */
final class TwoKernels {

    private static final Pattern NEEDED = Pattern.compile("FASTER and SLOWER need the whole interval more than ([0-9.]+%) from 1");
    private static final Pattern BOOTS = Pattern.compile("([0-9]+) boots of A, ([0-9]+) of B");
    private static final String TIME = "ns/op";
    private static final long MOST_PAIRS = 40_000;
    private static final double ALPHA = 0.01;
    private static final double ASSUMED_OF_TWO_BOOTS = 0.03;
    /** The program counts about 50 of 9999 ways at its limit: twice or half of that is five standard deviations away. */
    private static final double NEAR = 2;
    private static final double ROUNDING = 1e-9;

    private final List<RawRun> unpatched;
    private final List<RawRun> patched;
    private final double margin;
    private final Map<String, Forks> rows = new LinkedHashMap<>();
    private final double floor;
    private final Map<String, Optional<double[]>> ends = new LinkedHashMap<>();
    private final Map<String, Double> p = new LinkedHashMap<>();
    private boolean exact = true;

    /**
     * @param unpatched one run, or one of each boot
     * @param patched likewise, the one that is shown first
     * @param margin as a share of 1
     */
    TwoKernels(List<RawRun> unpatched, List<RawRun> patched, double margin) {
        this.unpatched = unpatched;
        this.patched = patched;
        this.margin = margin;
        patched.get(0).cells().forEach((id, cell) -> both(unpatched().cells().get(id), cell).ifPresent(row -> rows.put(id, row)));
        rows.forEach((id, row) -> ends.put(id, row.ends()));
        List<Forks> enough = rows.values().stream().filter(Forks::isEnough).toList();
        Granted granted = new Granted(enough, areBoots() ? 0 : ASSUMED_OF_TWO_BOOTS);
        this.floor = Math.log1p(margin) + granted.log();
        if (rows.keySet().stream().anyMatch(id -> rows.get(id).isEnough() && isBeyond(id))) {
            judgeTogether(granted.shared());
        }
    }

    private boolean areBoots() {
        return unpatched.size() + patched.size() > 2;
    }

    private Optional<Forks> both(RawCell before, RawCell after) {
        boolean areTimes = before != null && before.unit().equals(TIME) && after.unit().equals(TIME);
        long pairs = areTimes ? (long) before.figures().size() * after.figures().size() : 0;
        if (pairs == 0 || pairs > MOST_PAIRS) {
            return Optional.empty();
        }
        return Optional.of(areBoots()
                ? new Forks(boots(unpatched, after.id()), boots(patched, after.id()))
                : new Forks(List.copyOf(before.figures().values()), List.copyOf(after.figures().values())));
    }

    private static List<Double> boots(List<RawRun> boots, String cell) {
        return boots.stream().map(boot -> boot.cells().get(cell))
                .filter(of -> of != null && !of.figures().isEmpty())
                .map(of -> new Sorted(of.figures().values()).median())
                .toList();
    }

    private void judgeTogether(double shared) {
        List<String> ids = rows.keySet().stream().filter(id -> rows.get(id).isEnough()).toList();
        Labels labels = new Labels(ids.stream().map(rows::get).toList(), shared);
        exact = labels.isExact();
        double[] values = labels.pValues();
        for (int i = 0; i < values.length; i++) {
            p.put(ids.get(i), values[i]);
        }
    }

    private boolean isBeyond(String id) {
        return ends.get(id).filter(of -> of[0] > Math.exp(floor) || of[1] < Math.exp(-floor)).isPresent();
    }

    RawRun unpatched() {
        return unpatched.get(0);
    }

    /** Empty where they are not compared. */
    Optional<TwoBoots> row(Optional<RawCell> after) {
        return after.map(RawCell::id).filter(rows::containsKey).map(id -> new TwoBoots(rows.get(id), ends.get(id), words(id)));
    }

    private Set<String> words(String id) {
        Optional<double[]> interval = ends.get(id);
        if (interval.isPresent() && interval.get()[0] >= 1 / (1 + margin) && interval.get()[1] <= 1 + margin) {
            return Set.of("EQUIVALENT");
        }
        if (interval.isEmpty() || !rows.get(id).isEnough()) {
            return Set.of("TOO FEW");
        }
        return isBeyond(id) ? beyond(id, interval.get()[0] > 1 ? "SLOWER" : "FASTER") : Set.of("UNDECIDED");
    }

    /** Half of alpha is left to the forks, or what the fewest of them need. */
    private Set<String> beyond(String id, String side) {
        double value = p.get(id) / Math.max(ALPHA / 2, Math.min(ALPHA, rows.get(id).leastP()));
        if (!exact && value > 1 / NEAR && value < NEAR) {
            return Set.of(side, "UNDECIDED");
        }
        return Set.of(value <= 1 + ROUNDING ? side : "UNDECIDED");
    }

    /** The sentences that say how far a row must lie from 1, and how many boots it stands on. */
    void check(String text, Audit audit) {
        String flowing = text.replaceAll("\\s+", " ");
        Matcher boots = BOOTS.matcher(flowing);
        while (boots.find()) {
            audit.number("two kernels", "boots of A", boots.group(1), unpatched.size());
            audit.number("two kernels", "boots of B", boots.group(2), patched.size());
        }
        Matcher found = NEEDED.matcher(flowing);
        while (found.find()) {
            double needed = Math.expm1(floor);
            audit.that(Rounding.fitsShare(found.group(1), needed), "two kernels", "more than, from 1", found.group(1), 100 * needed + "%");
        }
    }
}
