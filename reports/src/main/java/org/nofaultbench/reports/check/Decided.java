// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a report says of a run that stopped at what it saw: how each comparison was decided, and after how many rounds. */
final class Decided {

    private static final Pattern SUMMARY = Pattern.compile("([0-9]+) of ([0-9]+) comparisons are decided\\. All were judged after "
            + "(?:no round yet|rounds ([0-9, ]+)), each time with a part of the error alone; the forks had ([0-9.]+) s\\.");
    private static final List<String> COLUMNS = List.of("verdict", "rounds", "measured");
    private static final int DIGITS = 3;

    private final RawRun run;
    private final Verdicts<String> verdicts;

    Decided(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

    static boolean isOne(PrintedTable table) {
        return table.columns().equals(COLUMNS);
    }

    void check(List<PrintedTable> tables, Audit audit) {
        for (PrintedTable table : tables) {
            if (isOne(table)) {
                audit.that(table.rows().size() == verdicts.rows(), "decisions", "rows", String.valueOf(table.rows().size()),
                        verdicts.rows());
                table.rows().forEach(row -> row(row, audit));
            }
        }
    }

    private void row(PrintedTable.Row row, Audit audit) {
        String at = "decisions / " + row.label();
        List<Standing> standings = verdicts.standings(row.label());
        if (standings.isEmpty() || row.entries().size() != COLUMNS.size()) {
            audit.unknown(at);
            return;
        }
        List<String> texts = row.entries().stream().map(Printed::text).toList();
        audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> {
            trial.verdict(at, texts.get(0), standing.verdicts(), standing.pair().ratios().median());
            trial.number(at, COLUMNS.get(1), texts.get(1), standing.pair().rounds().size());
        }).toList());
        String where = run.cells().get(row.label()).beside().isEmpty() ? "apart" : "in one process";
        audit.that(texts.get(2).equals(where), at, COLUMNS.get(2), texts.get(2), where);
    }

    void check(String text, Audit audit) {
        Matcher found = SUMMARY.matcher(text.replaceAll("\\s+", " "));
        while (found.find()) {
            long decided = Long.parseLong(found.group(1));
            audit.that(decided >= least() && decided <= most(), "decisions", "decided", found.group(1), most());
            audit.number("decisions", "comparisons", found.group(2), verdicts.rows());
            String printed = found.group(3) == null ? "" : found.group(3);
            String looks = looks();
            audit.that(printed.equals(looks), "decisions", "looks", printed, looks);
            double seconds = run.manifest().path("deciding").path("limitMs").asDouble() / 1000;
            audit.that(Rounding.fitsDigits(found.group(4), seconds, DIGITS), "decisions", "time of the forks", found.group(4), seconds);
        }
    }

    private String looks() {
        return run.looks().stream().map(look -> String.valueOf(look.rounds())).collect(Collectors.joining(", "));
    }

    private long least() {
        return verdicts.keys().stream().filter(key -> verdicts.of(key).stream().allMatch(Standing::isDecided)).count();
    }

    private long most() {
        return verdicts.keys().stream().filter(key -> verdicts.of(key).stream().anyMatch(Standing::isDecided)).count();
    }
}
