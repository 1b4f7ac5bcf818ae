// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a strategy loses against its baseline: the report's list. */
final class Losses {

    private static final String N = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern AGAINST_BASELINE = Pattern.compile("([A-Z][A-Za-z]*)\\.([A-Za-z]+)((?: [^\\s;]+)*?) " + N + "\u00d7");

    private final RawRun run;
    private final Verdicts<String> verdicts;

    Losses(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

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
}
