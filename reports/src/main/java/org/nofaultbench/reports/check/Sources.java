// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the parts of a cost are taken from. Times are by round; there are none of what was not measured, and none where one of
 * them is less than a picosecond or more than eleven days.
 */
final class Sources {

    static final String SIZE = "size";
    static final String DAMAGE = "damage";

    private static final Pattern PERCENT = Pattern.compile("([0-9]{1,3}(?:\\.[0-9]{1,6})?)\\s*%?");
    private static final String TIME = "ns/op";
    private static final String ONE_RECTANGLE = "one";
    private static final double LEAST = 1e-3;
    private static final double MOST = 1e15;

    private final Map<String, Map<Integer, Double>> figures = new HashMap<>();
    private final List<Group> reads;
    private final List<Group> damaged;
    private final List<Group> lives;
    private final List<Group> recoveries;

    Sources(RawRun run, Kin kin) {
        run.cells().forEach((id, cell) -> figures.put(id, cell.figures()));
        reads = measured(run, kin, "BufferRead", SIZE);
        damaged = measured(run, kin, "DamageRead", DAMAGE).stream()
                .filter(group -> group.shared().getOrDefault("shape", ONE_RECTANGLE).equals(ONE_RECTANGLE))
                .toList();
        lives = measured(run, kin, "PoolLifecycle", "");
        recoveries = measured(run, kin, "TruncationRecovery", "").stream()
                .sorted(Comparator.comparingDouble(group -> -lost(group)))
                .toList();
    }

    private List<Group> measured(RawRun run, Kin kin, String benchmark, String axis) {
        List<RawCell> cells = run.cells().values().stream()
                .filter(cell -> cell.benchmark().equals(benchmark) && cell.unit().equals(TIME) && !kin.isApart(cell.strategy()))
                .toList();
        return Group.of(cells, axis).stream()
                .filter(group -> group.cells().stream().anyMatch(cell -> !figures.get(cell.id()).isEmpty()))
                .toList();
    }

    private static double lost(Group group) {
        Matcher percent = PERCENT.matcher(group.shared().getOrDefault("lost", "").strip());
        return percent.matches() ? Double.parseDouble(percent.group(1)) : 0;
    }

    /** Reads of whole buffers; the first counts where one is needed. */
    List<Group> reads() {
        return reads;
    }

    /** Reads of one damaged rectangle. */
    List<Group> damaged() {
        return damaged;
    }

    /** What the advice says each part is from. */
    Map<String, List<Group>> all() {
        return Map.of("reads", reads, "damage", damaged, "lives", lives, "losses", recoveries);
    }

    boolean hasLives(String size) {
        return of(lives, size).isPresent();
    }

    Optional<Group> damaged(String size) {
        return of(damaged, size);
    }

    private static Optional<Group> of(List<Group> groups, String size) {
        return groups.stream().filter(group -> group.isOf(SIZE, size)).findFirst();
    }

    Map<Integer, Double> whole(String strategy, String size) {
        return reads.isEmpty() ? Map.of() : figure(reads.get(0).cell(strategy, SIZE, size));
    }

    Map<Integer, Double> damage(String strategy, String size, String share) {
        return figure(damaged(size).flatMap(group -> group.cell(strategy, DAMAGE, share)));
    }

    /** Attaching, the first read of all, unmapping and closing. */
    Map<Integer, Double> life(String strategy, String size) {
        return figure(of(lives, size).flatMap(group -> group.cell(strategy)));
    }

    Map<Integer, Double> firstRead(String strategy, String size) {
        Optional<RawCell> cell = of(lives, size).flatMap(group -> group.cell(strategy));
        Map<Integer, Double> first = cell.map(of -> of.medians("firstReadNs")).orElse(Map.of());
        return first.isEmpty() ? figure(cell) : first;
    }

    Map<Integer, Double> recovery(String strategy, String size) {
        return figure(of(recoveries, size).flatMap(group -> group.cell(strategy)));
    }

    Map<Integer, Double> figure(Optional<RawCell> cell) {
        return cell.map(of -> honest(figures.get(of.id()))).orElse(Map.of());
    }

    static Map<Integer, Double> honest(Map<Integer, Double> times) {
        return times.values().stream().allMatch(time -> time >= LEAST && time <= MOST) ? times : Map.of();
    }

    boolean isMeasured(RawCell cell) {
        return !figures.get(cell.id()).isEmpty();
    }
}
