// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's tables of where copying and not copying change places. */
record CrossoverTable(Map<Over, List<Crossover>> all) implements AdviceTable {

    private static final Pattern CAPTION = Pattern.compile("(.*), who takes less time");
    private static final List<String> COLUMNS =
            List.of("changes at", "who wins where", "least time of the copy, beside the other");
    private static final List<String> NOWHERE = List.of("nowhere", "copying loses everywhere", "-");

    @Override
    public boolean isOne(PrintedTable table) {
        return CAPTION.matcher(table.caption()).matches();
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Matcher caption = CAPTION.matcher(table.caption());
        Optional<Over> over = all.keySet().stream().filter(of -> caption.matches() && of.title().equals(caption.group(1))).findFirst();
        if (over.isEmpty() || all.get(over.get()).stream().anyMatch(Crossover::isDrawn)) {
            audit.unknown("table: " + table.caption() + " " + table.columns());
            return;
        }
        Map<String, List<Told>> rows = rows(over.get());
        AdviceTable.rows(table, List.copyOf(rows.keySet()), audit);
        for (PrintedTable.Row row : table.rows()) {
            List<Told> right = rows.getOrDefault(row.label(), List.of());
            for (int i = 0; i < Math.min(right.size(), row.entries().size()); i++) {
                String printed = row.entries().get(i).text();
                audit.that(right.get(i).fits(printed), table.caption() + " / " + row.label(), COLUMNS.get(i), printed, right.get(i).text());
            }
        }
    }

    private Map<String, List<Told>> rows(Over over) {
        Map<String, List<Told>> rows = new LinkedHashMap<>();
        all.get(over).stream().filter(pair -> !pair.losesEverywhere()).forEach(pair -> rows.put(
                pair.first().id() + " or " + pair.second().id(), Arrays.asList(changes(over, pair), zones(over, pair), least(over, pair))));
        return rows.isEmpty() ? Map.of("no pair", NOWHERE.stream().map(words -> new Told().say(words)).toList()) : rows;
    }

    private static Told changes(Over over, Crossover pair) {
        Told told = new Told();
        List<Double> crossings = pair.crossings();
        if (crossings.isEmpty()) {
            return told.say("nowhere from ").at(over, pair.low()).say(" to ").at(over, pair.high());
        }
        for (int i = 0; i < crossings.size(); i++) {
            told.say(i == 0 ? "" : ", ").at(over, crossings.get(i));
        }
        return told;
    }

    private static Told zones(Over over, Crossover pair) {
        Told told = new Told();
        List<Zone> zones = pair.zones();
        for (int i = 0; i < zones.size(); i++) {
            told.say(i == 0 ? "" : "; ").at(over, zones.get(i).from()).say(" to ").at(over, zones.get(i).to()).say(": ")
                    .say(winner(zones.get(i).verdict(), pair));
        }
        return told;
    }

    /** The verdict is on the second one's time. */
    private static String winner(String verdict, Crossover pair) {
        return switch (verdict) {
            case "SLOWER" -> pair.first().id();
            case "FASTER" -> pair.second().id();
            case "EQUIVALENT" -> "either, the same within the margin";
            case "UNDECIDED" -> "undecided";
            default -> "too few rounds";
        };
    }

    private static Told least(Over over, Crossover pair) {
        return new Told().ratio(pair.ratios().get(pair.best())).say(" at ").at(over, pair.xs().get(pair.best()));
    }
}
