// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the tables of a rendering against the raw samples. */
final class Tables {

    private static final Map<String, String> NOISE = Map.of("stolen by the hypervisor, ms", "stealMs",
            "CPU time of other processes, ms", "otherBusyMs", "involuntary context switches", "involuntarySwitches",
            "major page faults", "majorFaults", "load average, one minute", "load1",
            "slowed down because of heat, times", "throttleEvents", "CPU frequency, MHz", "cpuMhz");
    private static final String PER_FORK = "median";
    private static final List<String> LIMITS = List.of("forks", "limit", "worst");

    /** Headings of tables of words: what stands there is copied from the manifest or the environment. */
    private static final Set<String> WORDS = Set.of("value", "reason", "state", "where", "note", "declared", "observed", "round", "slower at");

    private static final String UNPATCHED = "A, unpatched";
    private static final String QUOTIENT = "B/A";

    private final RawRun run;
    private final Columns columns;
    private final Optional<TwoKernels> kernels;
    private final Latencies latencies;

    Tables(RawRun run, Optional<TwoKernels> kernels, Verdicts<String> verdicts, Latencies latencies) {
        this.run = run;
        this.kernels = kernels;
        this.columns = new Columns(verdicts);
        this.latencies = latencies;
    }

    void check(List<PrintedTable> tables, Audit audit) {
        for (PrintedTable table : tables) {
            Optional<Place> place = Place.of(table.caption());
            if (table.columns().contains(PER_FORK)) {
                noise(table, audit);
            } else if (table.columns().equals(LIMITS)) {
                table.rows().forEach(row -> limit(row, audit));
            } else if (place.isPresent() && Latencies.isOne(table)) {
                latencies.check(table, place.get(), audit);
            } else if (place.isPresent()) {
                table.rows().forEach(row -> row(table, place.get(), row, audit));
            } else if (!isOfWords(table) && !Decided.isOne(table)) {
                audit.unknown("table: " + table.caption() + " " + table.columns());
            }
        }
    }

    /** Of words, or of marks under numbered properties. */
    private static boolean isOfWords(PrintedTable table) {
        boolean digits = table.rows().stream().flatMap(row -> row.entries().stream()).anyMatch(Printed::hasDigits);
        return !digits || table.columns().stream().anyMatch(WORDS::contains);
    }

    private void row(PrintedTable table, Place place, PrintedTable.Row row, Audit audit) {
        if (kernels.isPresent() && TwoBoots.isOne(table)) {
            kernels.get().row(place.cell(run, row.label(), ""))
                    .ifPresentOrElse(boots -> boots.check(table.caption() + " / " + row.label(), place, row, audit),
                            () -> audit.unknown(table.caption() + " / " + row.label()));
            return;
        }
        for (int i = 0; i < Math.min(table.columns().size(), row.entries().size()); i++) {
            String heading = table.columns().get(i);
            Printed printed = row.entries().get(i);
            String at = table.caption() + " / " + row.label() + (heading.isEmpty() ? "" : " / " + heading);
            Optional<RawCell> cell = place.cell(run, row.label(), heading);
            if (kernels.isPresent() && (heading.equals(UNPATCHED) || heading.equals(QUOTIENT))) {
                Optional<RawCell> before = place.cell(kernels.get().unpatched(), row.label(), "");
                audit.entry(at, printed, heading.equals(QUOTIENT) ? quotient(cell, before) : figure(before, place));
            } else if (cell.isPresent()) {
                audit.entry(at, printed, columns.claims(cell.get(), place, heading));
            } else if (printed.hasDigits()) {
                audit.unknown(at);
            }
        }
    }

    private static Claim figure(Optional<RawCell> cell, Place place) {
        return Claim.figure(cell.map(of -> List.copyOf(of.figures().values())).orElse(List.of()), Unit.named(place.rest()));
    }

    private static Claim quotient(Optional<RawCell> after, Optional<RawCell> before) {
        return Claim.figure(median(after).flatMap(b -> median(before).map(a -> b / a)).stream().toList(), Optional.empty());
    }

    private static Optional<Double> median(Optional<RawCell> cell) {
        return cell.flatMap(of -> of.sorted(List.copyOf(of.figures().values()))).map(Sorted::median);
    }

    private void noise(PrintedTable table, Audit audit) {
        for (PrintedTable.Row row : table.rows()) {
            List<Double> values = new ArrayList<>();
            for (JsonNode line : run.journal()) {
                JsonNode value = line.path("noise").path(NOISE.getOrDefault(row.label(), "none"));
                if (value.isNumber()) {
                    values.add(value.asDouble());
                }
            }
            if (!values.isEmpty()) {
                noise(table, row, new Sorted(values), audit);
            }
        }
    }

    private void limit(PrintedTable.Row row, Audit audit) {
        int forks = 0;
        JsonNode worst = null;
        for (JsonNode line : run.journal()) {
            for (JsonNode limit : line.path("disturbances")) {
                if (limit.path("what").asText().equals(row.label())) {
                    forks++;
                    worst = worst == null || RawRun.factor(limit) > RawRun.factor(worst) ? limit : worst;
                }
            }
        }
        if (worst == null) {
            audit.unknown("limit: " + row.label());
            return;
        }
        List<Double> expected = List.of((double) forks, worst.path("limit").asDouble(), worst.path("seen").asDouble());
        for (int i = 0; i < Math.min(expected.size(), row.entries().size()); i++) {
            audit.number("limit / " + row.label(), LIMITS.get(i), row.entries().get(i).text(), expected.get(i));
        }
    }

    private static void noise(PrintedTable table, PrintedTable.Row row, Sorted values, Audit audit) {
        List<Double> expected = List.of(values.median(), values.greatest(), values.sum());
        for (int i = 0; i < Math.min(expected.size(), row.entries().size()); i++) {
            if (row.entries().get(i).hasDigits()) {
                audit.number("noise / " + row.label(), table.columns().get(i), row.entries().get(i).text(), expected.get(i));
            }
        }
    }
}
