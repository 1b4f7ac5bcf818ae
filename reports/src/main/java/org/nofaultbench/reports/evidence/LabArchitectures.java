// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.report.LabEvidence;
import org.nofaultbench.reports.report.LabEvidence.LabMatrix;

/** What the kernel lab found on two architectures, side by side: {@code lab/evidence*.txt} beside the run folder or above it. */
final class LabArchitectures {

    private static final String SERIES = "next";
    private static final List<String> NAMED =
            List.of("nofault-private", "guard-libwayland", "guard-pool", "guard-huge-tail");

    private LabArchitectures() {}

    /**
     * One kernel on one architecture.
     *
     * @param lab of the architecture
     * @param kernel a column of it
     */
    private record Place(LabEvidence lab, String kernel) {

        String title() {
            return lab.architecture() + " " + kernel;
        }

        LabMatrix matrix() {
            return lab.matrices().getOrDefault(kernel, new LabMatrix(Map.of()));
        }
    }

    /** Empty where the lab has run on fewer than two. */
    static Optional<Content> of(PatchEvidence evidence) {
        return evidence.labs()
                .map(LabEvidence::allIn)
                .filter(labs -> labs.size() == 2)
                .findFirst()
                .map(labs -> content(labs.get(0), labs.get(1)));
    }

    private static Content content(LabEvidence first, LabEvidence second) {
        List<Block> blocks = new ArrayList<>();
        List<Place> places = Stream.of(first, second)
                .flatMap(lab -> lab.matrices().keySet().stream().map(kernel -> new Place(lab, kernel)))
                .toList();
        blocks.add(lostPages(places));
        blocks.add(experiments(places));
        second.matrices().keySet().stream()
                .map(kernel -> differences(
                        new Place(first, first.matrices().containsKey(kernel) ? kernel : SERIES),
                        new Place(second, kernel)))
                .forEach(blocks::add);
        blocks.add(matrix(new Place(first, SERIES)));
        blocks.add(matrix(new Place(second, SERIES)));
        blocks.add(legend(first));
        return new Content(
                "architectures",
                "Two architectures: " + first.architecture() + " and " + second.architecture(),
                "Counted and tried on emulated CPUs in the kernel lab (`make -C native/kernel lab ARCH=...`). A lost page has the"
                        + " size of the kernel's pages: 16 and 64 KiB in next-16k and next-64k, 4 KiB elsewhere. No time on "
                        + second.architecture() + " hardware was measured.",
                blocks);
    }

    private static Table lostPages(List<Place> places) {
        Table.Builder<Place> table =
                Table.of("Instructions of a lost page, user space and kernel together", "kernel", places, Place::title);
        NAMED.forEach(strategy -> table.column(strategy, place -> place.lab().lostPage(strategy, place.kernel())));
        return table.table();
    }

    private static Table experiments(List<Place> places) {
        return Table.of("Experiments of all strategies", "kernel", places, Place::title)
                .column("yes", place -> place.matrix().count("y"))
                .column("no", place -> place.matrix().count("n"))
                .column("skipped", place -> place.matrix().count("-"))
                .column("not as declared", place -> place.matrix().count("!"))
                .table();
    }

    /** One line: where two kernels come out otherwise. */
    private static Prose differences(Place a, Place b) {
        Set<String> strategies = new LinkedHashSet<>(a.matrix().marks().keySet());
        strategies.addAll(b.matrix().marks().keySet());
        Set<String> properties = new LinkedHashSet<>(a.matrix().properties());
        properties.addAll(b.matrix().properties());
        String differences = strategies.stream()
                .flatMap(strategy -> properties.stream()
                        .filter(property -> !a.matrix()
                                .at(strategy, property)
                                .equals(b.matrix().at(strategy, property)))
                        .map(property -> strategy + " " + property + " "
                                + a.matrix().at(strategy, property) + " -> "
                                + b.matrix().at(strategy, property)))
                .collect(Collectors.joining("; "));
        return new Prose(a.title() + " -> " + b.title() + ": "
                + (differences.isEmpty() ? "every experiment comes out alike." : differences + "."));
    }

    /** A mark a property, in groups of five. */
    private static Table matrix(Place place) {
        LabMatrix matrix = place.matrix();
        return Table.of(
                        "What each strategy survives, " + place.title(),
                        "strategy",
                        matrix.marks().keySet(),
                        strategy -> strategy)
                .column(
                        "properties",
                        strategy -> matrix.properties().stream()
                                .map(property -> matrix.at(strategy, property))
                                .collect(Collectors.joining())
                                .replaceAll(".{5}(?=.)", "$0 "))
                .table();
    }

    private static Prose legend(LabEvidence lab) {
        return new Prose("y yes, n no, - skipped, ! not as declared. The properties, in this order, in groups of five: "
                + String.join(", ", new Place(lab, SERIES).matrix().properties()) + ".");
    }
}
