// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a strategy loses: the report's list against the baselines, and the evidence's against everybody. */
final class Losses {

    private static final String N = "([0-9]+(?:\\.[0-9]+)?)";
    private static final String RATIO = N + "x(?: \\(" + N + "-" + N + "\\))?";
    private static final Pattern PLACE = Pattern.compile("([A-Z][A-Za-z]*\\.[A-Za-z]+(?:, [\\w-]+=[^,:]+)*): SLOWER than ([0-9]+) of ([0-9]+): "
            + "(" + RATIO + " of \\S+(?:, " + RATIO + " of \\S+)?)");
    private static final Pattern ONE = Pattern.compile(RATIO + " of ([^\\s,]+)");
    private static final Pattern SUBJECT = Pattern.compile("Every place where (\\S+) is SLOWER");
    private static final Pattern OVER = Pattern.compile("Time of (\\S+) over that of (\\S+) in ([A-Za-z]+)\\.([A-Za-z]+): ([^;.]+(?:\\.[0-9][^;.]*)*(?:; [^;]+?)*)\\. ?-?");
    private static final Pattern SIZE = Pattern.compile("(\\S+) " + RATIO + " (EQUIVALENT|FASTER|SLOWER|UNDECIDED|TOO FEW)");
    private static final Pattern AGAINST_BASELINE = Pattern.compile("([A-Z][A-Za-z]*)\\.([A-Za-z]+)((?: [^\\s;]+)*?) " + N + "\u00d7");

    private final RawRun run;
    private final double margin;
    private final Verdicts<String> verdicts;

    Losses(RawRun run, double margin, Verdicts<String> verdicts) {
        this.run = run;
        this.margin = margin;
        this.verdicts = verdicts;
    }

    /** The table of a report: all that is SLOWER than its baseline, by strategy. */
    void check(List<PrintedTable> tables, Audit audit) {
        for (PrintedTable table : tables) {
            if (table.columns().equals(List.of("slower at"))) {
                table.rows().forEach(row -> row(row, audit));
            }
        }
    }

    private void row(PrintedTable.Row row, Audit audit) {
        String strategy = row.label().replaceFirst(" ?\\(stand-in\\)$", "");
        Matcher matcher = AGAINST_BASELINE.matcher(row.entries().get(0).text().replaceAll("(?<=[0-9])x(?=;|$)", "\u00d7"));
        while (matcher.find()) {
            String at = "losses / " + strategy + " / " + matcher.group();
            String parameters = matcher.group(3).strip();
            List<Standing> standings = run.cells().values().stream()
                    .filter(cell -> cell.benchmark().equals(matcher.group(1)) && cell.workload().equals(matcher.group(2)))
                    .filter(cell -> cell.name().equals(strategy))
                    .filter(cell -> String.join(" ", cell.parameters().values()).equals(parameters))
                    .findFirst()
                    .map(cell -> verdicts.standings(cell.id())).orElse(List.of());
            if (standings.isEmpty()) {
                audit.unknown(at);
            } else {
                String printed = matcher.group(4);
                audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> {
                    trial.number(at, "ratio", printed, standing.pair().ratios().median());
                    trial.verdict(at, "SLOWER", standing.verdicts(), 1);
                }).toList());
            }
        }
    }

    /** The sentences of the evidence. */
    void check(String text, Audit audit) {
        String flowing = text.replaceAll("\\s+", " ");
        Matcher over = OVER.matcher(flowing);
        Optional<String> subject = first(SUBJECT, flowing);
        if (subject.isEmpty()) {
            return;
        }
        Verdicts<List<String>> duels = duels(subject.get());
        Matcher place = PLACE.matcher(flowing);
        while (place.find()) {
            lost(place, duels, audit);
        }
        if (over.find()) {
            over(over, duels, audit);
        }
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** The subject against every other strategy of a family but its own, wherever both have a figure; in the manifest's order. */
    private Verdicts<List<String>> duels(String subject) {
        Map<String, String> families = new LinkedHashMap<>();
        run.manifest().path("strategies").forEach(of -> families.put(of.path("id").asText(), of.path("family").asText()));
        Map<List<String>, RawPair> pairs = new LinkedHashMap<>();
        for (RawCell own : run.cells().values()) {
            if (subject.equals(own.strategy())) {
                run.cells().values().stream()
                        .filter(cell -> cell.strategy() != null && isSamePlace(own, cell))
                        .filter(cell -> !families.get(cell.strategy()).equals(families.get(subject)))
                        .filter(cell -> isCompared(own, cell, families))
                        .forEach(cell -> pairs.put(List.of(own.id(), cell.strategy()), RawPair.of(own, cell)));
            }
        }
        return new Verdicts<>(pairs, margin);
    }

    /** They are judged once, so that each stands in one way. */
    private static Optional<RawPair> pair(Verdicts<List<String>> duels, List<String> key) {
        return duels.standings(key).stream().map(Standing::pair).findFirst();
    }

    /** Loops in Java are not held against loops in C. */
    private static boolean isCompared(RawCell own, RawCell cell, Map<String, String> families) {
        return families.get(own.strategy()).equals("jvm") == families.get(cell.strategy()).equals("jvm");
    }

    private static boolean isSamePlace(RawCell a, RawCell b) {
        return a.benchmark().equals(b.benchmark()) && a.workload().equals(b.workload()) && a.parameters().equals(b.parameters())
                && a.unit().equals(b.unit());
    }

    private void lost(Matcher found, Verdicts<List<String>> duels, Audit audit) {
        Optional<RawCell> own = Place.of(found.group(1)).flatMap(place -> own(place, duels));
        if (own.isEmpty()) {
            audit.unknown("sentence: " + found.group());
            return;
        }
        List<List<String>> here = duels.keys().stream().filter(key -> key.get(0).equals(own.get().id())).toList();
        long least = here.stream().filter(key -> duels.of(key).equals(Set.of("SLOWER"))).count();
        long most = here.stream().filter(key -> duels.of(key).contains("SLOWER")).count();
        double slower = Double.parseDouble(found.group(2));
        audit.that(slower >= least && slower <= most, found.group(1), "SLOWER than", found.group(2), least);
        audit.number(found.group(1), "others", found.group(3), here.size());
        Matcher one = ONE.matcher(found.group(4));
        while (one.find()) {
            ratio(pair(duels, List.of(own.get().id(), one.group(4))), one, found.group(1) + " / " + one.group(4), audit);
        }
    }

    private Optional<RawCell> own(Place place, Verdicts<List<String>> duels) {
        return duels.keys().stream().map(key -> run.cells().get(key.get(0)))
                .filter(cell -> place.cell(run, cell.strategy(), "").filter(cell::equals).isPresent())
                .findFirst();
    }

    private static void ratio(Optional<RawPair> pair, Matcher found, String at, Audit audit) {
        if (pair.isEmpty()) {
            audit.that(false, at, "ratio", found.group(), "no comparison");
            return;
        }
        int first = found.groupCount() > 4 ? 2 : 1;
        audit.number(at, "ratio", found.group(first), pair.get().ratios().median());
        if (found.group(first + 1) != null) {
            double[] ends = pair.get().ratios().interval().orElse(new double[] {Double.NaN, Double.NaN});
            audit.number(at, "low end of interval", found.group(first + 1), ends[0]);
            audit.number(at, "high end of interval", found.group(first + 2), ends[1]);
        }
    }

    private void over(Matcher found, Verdicts<List<String>> duels, Audit audit) {
        Matcher size = SIZE.matcher(found.group(5));
        Place place = new Place(found.group(3), found.group(4), Map.of(), "");
        while (size.find()) {
            String at = found.group(3) + " / " + size.group(1) + " / " + found.group(2);
            Optional<List<String>> key = place.cell(run, found.group(1), size.group(1)).map(cell -> List.of(cell.id(), found.group(2)));
            ratio(key.flatMap(of -> pair(duels, of)), size, at, audit);
            key.filter(duels.keys()::contains).ifPresent(of ->
                    audit.verdict(at, size.group(5), duels.of(of), 1));
        }
    }
}
