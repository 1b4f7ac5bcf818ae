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

/** The evidence's sentences that hold the no-fault mapping against everybody, not only against its baseline. */
final class Duels {

    private static final String N = "([0-9]+(?:\\.[0-9]+)?)";
    private static final String RATIO = N + "x(?: \\(" + N + "-" + N + "\\))?";
    private static final Pattern PLACE = Pattern.compile("([A-Z][A-Za-z]*\\.[A-Za-z]+(?:, [\\w-]+=[^,:]+)*): SLOWER than ([0-9]+) of ([0-9]+): "
            + "(" + RATIO + " of \\S+(?:, " + RATIO + " of \\S+)?)");
    private static final Pattern ONE = Pattern.compile(RATIO + " of ([^\\s,]+)");
    private static final Pattern SUBJECT = Pattern.compile("Every place where (\\S+) is SLOWER");
    private static final Pattern OVER = Pattern.compile("Time of (\\S+) over that of (\\S+) in ([A-Za-z]+)\\.([A-Za-z]+): ([^;.]+(?:\\.[0-9][^;.]*)*(?:; [^;]+?)*)\\. ?-?");
    private static final Pattern SIZE = Pattern.compile("(\\S+) " + RATIO + " (EQUIVALENT|FASTER|SLOWER|UNDECIDED|TOO FEW)");

    private final RawRun run;
    private final double margin;

    Duels(RawRun run, double margin) {
        this.run = run;
        this.margin = margin;
    }

    void check(String text, Audit audit) {
        String flowing = text.replaceAll("\\s+", " ");
        Matcher subject = SUBJECT.matcher(flowing);
        if (!subject.find()) {
            return;
        }
        Verdicts<List<String>> duels = duels(subject.group(1));
        Matcher place = PLACE.matcher(flowing);
        while (place.find()) {
            lost(place, duels, audit);
        }
        Matcher over = OVER.matcher(flowing);
        if (over.find()) {
            over(over, duels, audit);
        }
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
                        .forEach(cell -> pairs.put(List.of(own.id(), cell.strategy()), pair(own, cell)));
            }
        }
        return new Verdicts<>(pairs, margin, run.looks());
    }

    private static RawPair pair(RawCell own, RawCell cell) {
        return cell.id().equals(own.baseline()) ? RawPair.compared(own, cell) : RawPair.of(own, cell);
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
            Printing slowerThan = new Printing(one.group(1), one.group(2), one.group(3), "SLOWER");
            slowerThan.check(duels.standings(List.of(own.get().id(), one.group(4))), found.group(1) + " / " + one.group(4), audit);
        }
    }

    private Optional<RawCell> own(Place place, Verdicts<List<String>> duels) {
        return duels.keys().stream().map(key -> run.cells().get(key.get(0)))
                .filter(cell -> place.cell(run, cell.strategy(), "").filter(cell::equals).isPresent())
                .findFirst();
    }

    private void over(Matcher found, Verdicts<List<String>> duels, Audit audit) {
        Matcher size = SIZE.matcher(found.group(5));
        Place place = new Place(found.group(3), found.group(4), Map.of(), "");
        while (size.find()) {
            String at = found.group(3) + " / " + size.group(1) + " / " + found.group(2);
            List<Standing> standings = place.cell(run, found.group(1), size.group(1))
                    .map(cell -> duels.standings(List.of(cell.id(), found.group(2))))
                    .orElse(List.of());
            new Printing(size.group(2), size.group(3), size.group(4), size.group(5)).check(standings, at, audit);
        }
    }

    /**
     * A comparison as a sentence has it.
     *
     * @param low end of the interval; null where none is printed
     */
    private record Printing(String ratio, String low, String high, String verdict) {

        /** @param standings of which one must be what is printed; a row that was not compared has none */
        void check(List<Standing> standings, String at, Audit audit) {
            if (standings.isEmpty()) {
                audit.that(false, at, "ratio", ratio, "no comparison");
                return;
            }
            audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> as(standing, at, trial)).toList());
        }

        private void as(Standing standing, String at, Audit audit) {
            Sorted ratios = standing.pair().ratios();
            audit.verdict(at, verdict, standing.verdicts(), ratios.median());
            audit.number(at, "ratio", ratio, ratios.median());
            if (low != null) {
                double[] ends = ratios.interval().orElse(new double[] {Double.NaN, Double.NaN});
                audit.number(at, "low end of interval", low, ends[0]);
                audit.number(at, "high end of interval", high, ends[1]);
            }
        }
    }
}
