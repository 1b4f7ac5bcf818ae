// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Times of one read over one quantity: over the damage of a buffer, over its size, or over the reads of one attached pool.
 *
 * @param title as the advice names it
 * @param size of the buffer that the quantity is a part of; empty where it is the buffer's size itself
 * @param bytes of that buffer; 0 for its size itself
 * @param spots where it is known, ascending
 * @param times of every strategy that is known at two spots, one a spot
 * @param course one strategy's times between the spots, too
 * @param note what stands behind the caption; empty where nothing does
 */
record Over(String title, Quantity quantity, String size, double bytes, List<Spot> spots,
        Map<Contender, List<Map<Integer, Double>>> times, Function<Contender, Course> course, String note) {

    enum Quantity { DAMAGE, SIZE, READS }

    /**
     * A place.
     *
     * @param label heading of its column
     * @param x its value
     */
    record Spot(String label, double x) {}

    /** In the order of the advice. */
    static List<Over> all(Costs costs, Choices choices) {
        List<Over> all = new ArrayList<>();
        Sources sources = costs.sources();
        sources.damaged().forEach(group -> all.add(damage(group, sources, choices)));
        sources.reads().forEach(group -> all.add(bySize(group, sources, choices)));
        choices.scenes().stream().filter(scene -> scene.isKept() && scene.isWhole()).forEach(scene -> {
            all.add(reads(scene, 0, costs, choices));
            all.add(reads(scene, 1, costs, choices));
        });
        all.removeIf(over -> over.times().isEmpty());
        return all;
    }

    /** The whole buffer is read by another benchmark. */
    private static Over damage(Group group, Sources sources, Choices choices) {
        String size = group.shared().getOrDefault(Sources.SIZE, "");
        List<Scene> kept = choices.scenes().stream()
                .filter(scene -> scene.isKept() && scene.size().equals(size))
                .sorted(Comparator.comparingDouble(Scene::readBytes))
                .toList();
        double bytes = kept.isEmpty() ? 0 : kept.get(0).bytes();
        String whole = sources.reads().isEmpty() ? "" : Scene.WHOLE + " is from " + sources.reads().get(0).title();
        return of(group.title(), Quantity.DAMAGE, size, bytes, kept.stream().map(scene -> new Spot(scene.damage(), scene.readBytes())).toList(),
                whole, choices, who -> kept.stream().map(scene -> scene.isWhole() ? sources.whole(who.id(), size)
                        : sources.figure(group.cell(who.id(), Sources.DAMAGE, scene.damage()))).toList());
    }

    private static Over bySize(Group group, Sources sources, Choices choices) {
        List<Spot> spots = new ArrayList<>();
        for (String size : group.values(Sources.SIZE)) {
            group.cells().stream()
                    .filter(cell -> cell.parameters().getOrDefault(Sources.SIZE, "-").equals(size))
                    .limit(1)
                    .filter(cell -> cell.bytes() > 0)
                    .forEach(cell -> spots.add(new Spot(size, cell.bytes())));
        }
        spots.sort(Comparator.comparingDouble(Spot::x));
        return of(group.title(), Quantity.SIZE, "", 0, List.copyOf(spots), "", choices, who -> spots.stream()
                .map(spot -> sources.figure(group.cell(who.id(), Sources.SIZE, spot.label()))).toList());
    }

    private static Over reads(Scene whole, double losses, Costs costs, Choices choices) {
        List<Spot> spots = Scene.READS.stream().map(count -> new Spot(count.toString(), count)).toList();
        String title = whole.size() + (losses == 0 ? ", nothing lost" : ", every pool lost at its last read");
        String note = "computed from the life of a pool, the read and the recovery";
        Function<Contender, Course> course = who -> new Course(spots.stream().map(Spot::x).toList(), true,
                count -> costs.ofLife(who, whole.size(), costs.of(who, whole), count, losses));
        Over over = of(title, Quantity.READS, whole.size(), whole.bytes(), spots, note, choices, who -> spots.stream()
                .map(spot -> course.apply(who).at().apply(spot.x())).toList());
        return new Over(title, Quantity.READS, whole.size(), whole.bytes(), spots, over.times(), course, note);
    }

    /** With the strategies that are known at two spots, or at the only one. */
    private static Over of(String title, Quantity quantity, String size, double bytes, List<Spot> spots, String note, Choices choices,
            Function<Contender, List<Map<Integer, Double>>> times) {
        Map<Contender, List<Map<Integer, Double>>> known = new LinkedHashMap<>();
        for (Contender who : choices.contenders()) {
            List<Map<Integer, Double>> of = times.apply(who);
            if (!spots.isEmpty() && of.stream().filter(time -> !time.isEmpty()).count() >= Math.min(2, spots.size())) {
                known.put(who, of);
            }
        }
        return new Over(title, quantity, size, bytes, spots, known, who -> Course.through(spots, known.get(who)), note);
    }
}
