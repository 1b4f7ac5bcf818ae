// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's table of what an attacker can burn, by strategy. */
record AttackTable(RawRun run, List<Contender> contenders) implements AdviceTable {

    private static final String MAY = "may be used";
    private static final Pattern FRAME = Pattern.compile("% at ([0-9]+) Hz");
    private static final double MS = 1e6;

    @Override
    public boolean isOne(PrintedTable table) {
        return table.columns().contains(MAY);
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Optional<Place> place = Place.of(table.caption());
        List<Double> medians = new ArrayList<>();
        for (PrintedTable.Row row : table.rows()) {
            Optional<RawCell> cell = place.flatMap(of -> of.cell(run, row.label(), ""));
            if (cell.isEmpty() || cell.get().figures().isEmpty()) {
                audit.unknown(table.caption() + " / " + row.label());
            } else {
                medians.add(new Sorted(cell.get().figures().values()).median());
                row(table, cell.get(), row, audit);
            }
        }
        audit.that(medians.equals(medians.stream().sorted(Comparator.reverseOrder()).toList()), table.caption(), "order",
                table.rows().stream().map(PrintedTable.Row::label).toList().toString(), "most first");
    }

    private void row(PrintedTable table, RawCell cell, PrintedTable.Row row, Audit audit) {
        for (int i = 0; i < Math.min(table.columns().size(), row.entries().size()); i++) {
            String heading = table.columns().get(i);
            String at = table.caption() + " / " + row.label() + " / " + heading;
            Printed printed = row.entries().get(i);
            Optional<Claim> claim = claim(cell, heading);
            if (heading.equals(MAY)) {
                String may = contenders.stream().anyMatch(who -> who.id().equals(cell.strategy()) && who.mayBeUsed()) ? "yes" : "no";
                audit.that(printed.text().equals(may), at, "word", printed.text(), may);
            } else if (claim.isPresent()) {
                audit.entry(at, printed, claim.get());
            } else if (printed.hasDigits()) {
                audit.unknown(at);
            }
        }
    }

    private static Optional<Claim> claim(RawCell cell, String heading) {
        List<Double> figures = List.copyOf(cell.figures().values());
        Matcher frame = FRAME.matcher(heading);
        if (frame.matches()) {
            return Optional.of(Claim.figure(figures, Optional.of(AdviceTable.percentOfFrame(frame.group(1)))));
        }
        return switch (heading) {
            case "ms a frame" -> Optional.of(Claim.figure(figures, Optional.of(MS)));
            case "ns a truncate" -> Optional.of(Claim.figure(cell.further("stolenNsPerTruncate"), Optional.of(1.0)));
            case "worst, ms" -> Optional.of(Claim.number(further(cell, "worstAccessNs").map(Sorted::greatest), Optional.empty(),
                    Optional.of(MS)));
            case "late deadlines of another client" -> Optional.of(Claim.number(further(cell, "lateFramesCount").map(Sorted::sum),
                    Optional.empty(), Optional.empty()));
            default -> Optional.empty();
        };
    }

    private static Optional<Sorted> further(RawCell cell, String metric) {
        return cell.sorted(cell.further(metric));
    }
}
