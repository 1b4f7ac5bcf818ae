// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's tables of every strategy's time beside the fastest that may be recommended. */
record RatioTable(Choices choices) implements AdviceTable {

    private static final Pattern CAPTION = Pattern.compile(
            "Time of one read beside the fastest, (?:pools that are kept|(.*), (nothing lost|[0-9]+% lost)), ratio");

    @Override
    public boolean isOne(PrintedTable table) {
        return CAPTION.matcher(table.caption()).matches();
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Matcher caption = CAPTION.matcher(table.caption());
        boolean isKept = !caption.matches() || caption.group(1) == null;
        List<Scene> scenes = choices.scenes().stream()
                .filter(scene -> isKept ? scene.isKept() : scene.isWhole() && !scene.isKept()
                        && scene.size().equals(caption.group(1)) && scene.lost().equals(caption.group(2)))
                .toList();
        Function<Scene, String> heading = isKept ? Scene::what : scene -> Integer.toString(scene.reads());
        List<String> headings = scenes.stream().map(heading).toList();
        audit.that(table.columns().equals(headings), table.caption(), "columns", table.columns().toString(), headings);
        List<String> names = choices.contenders().stream()
                .filter(who -> scenes.stream().anyMatch(scene -> isKnown(scene, who.id())))
                .sorted(Comparator.comparingInt(who -> who.mayBeUsed() ? 0 : 1))
                .map(Contender::id).toList();
        AdviceTable.rows(table, names, audit);
        table.rows().forEach(row -> row(table.caption(), scenes, headings, row, audit));
    }

    private boolean isKnown(Scene scene, String who) {
        return choices.isFastest(scene, who) || !choices.standings(scene, who).isEmpty();
    }

    private void row(String caption, List<Scene> scenes, List<String> headings, PrintedTable.Row row, Audit audit) {
        for (int i = 0; i < Math.min(scenes.size(), row.entries().size()); i++) {
            String at = caption + " / " + row.label() + " / " + headings.get(i);
            Printed printed = row.entries().get(i);
            List<Standing> standings = choices.standings(scenes.get(i), row.label());
            if (choices.isFastest(scenes.get(i), row.label())) {
                audit.that(printed.text().equals("1.000"), at, "ratio of the fastest", printed.text(), 1);
            } else if (standings.isEmpty()) {
                audit.that(!printed.hasDigits(), at, "ratio", printed.text(), "no comparison");
            } else {
                audit.entry(at, printed, standings.stream()
                        .map(standing -> Claim.of(Optional.of(standing.pair().ratios()), Optional.empty())).toList());
            }
        }
    }
}
