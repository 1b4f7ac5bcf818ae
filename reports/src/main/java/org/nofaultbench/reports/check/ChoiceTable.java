// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The advice's tables of what to use: the strategy, what it costs, and which others keep up with the fastest too. */
final class ChoiceTable implements AdviceTable {

    static final String KEPT = "one read of a pool that is kept, nothing lost";
    private static final Pattern LIFE = Pattern.compile("one read of (.*), with its share of the pool's life and losses");
    private static final Pattern FRAME = Pattern.compile("% at ([0-9]+) Hz");
    private static final String USE = "use";
    private static final String OTHERS = "keep up too";
    private static final String NONE = "none";

    private final Choices choices;
    private final Sealed sealed;

    ChoiceTable(Choices choices, Sealed sealed) {
        this.choices = choices;
        this.sealed = sealed;
    }

    @Override
    public boolean isOne(PrintedTable table) {
        return table.caption().equals(KEPT) || LIFE.matcher(table.caption()).matches();
    }

    private Map<String, Scene> scenes(PrintedTable table) {
        Matcher life = LIFE.matcher(table.caption());
        boolean isKept = !life.matches();
        Map<String, Scene> scenes = new LinkedHashMap<>();
        choices.scenes().stream()
                .filter(scene -> isKept == scene.isKept() && (isKept || scene.what().equals(life.group(1))))
                .forEach(scene -> scenes.putIfAbsent(isKept ? scene.what() : scene.life(), scene));
        return scenes;
    }

    @Override
    public void check(PrintedTable table, Audit audit) {
        Map<String, Scene> scenes = scenes(table);
        AdviceTable.rows(table, List.copyOf(scenes.keySet()), audit);
        for (PrintedTable.Row row : table.rows()) {
            if (scenes.containsKey(row.label())) {
                row(table, scenes.get(row.label()), row, audit);
            }
        }
    }

    private void row(PrintedTable table, Scene scene, PrintedTable.Row row, Audit audit) {
        Set<String> right = choices.toUse(scene);
        String use = entry(table, row, USE).map(Printed::text).filter(right::contains).orElse(right.stream().findFirst().orElse(NONE));
        for (int i = 0; i < Math.min(table.columns().size(), row.entries().size()); i++) {
            String at = table.caption() + " / " + row.label() + " / " + table.columns().get(i);
            entry(at, table.columns().get(i), row.entries().get(i), scene, use, audit);
        }
    }

    private static Optional<Printed> entry(PrintedTable table, PrintedTable.Row row, String heading) {
        int at = table.columns().indexOf(heading);
        return at < 0 || at >= row.entries().size() ? Optional.empty() : Optional.of(row.entries().get(at));
    }

    private void entry(String at, String heading, Printed printed, Scene scene, String use, Audit audit) {
        Map<Integer, Double> cost = choices.cost(scene, use);
        Matcher frame = FRAME.matcher(heading);
        if (heading.equals(USE)) {
            audit.that(printed.text().equals(use), at, "strategy", printed.text(), use);
        } else if (Told.plain(heading).equals("us")) {
            audit.entry(at, printed, AdviceTable.microseconds(cost));
        } else if (frame.matches()) {
            AdviceTable.median(at, "share of the frame", printed, cost, AdviceTable.percentOfFrame(frame.group(1)), audit);
        } else if (heading.equals(OTHERS)) {
            others(at, printed.text(), scene, use, audit);
        } else if (!sealed.check(at, heading, printed, scene, audit) && printed.hasDigits()) {
            audit.unknown(at);
        }
    }

    /** Every one that surely keeps up, and none that surely does not. */
    private void others(String at, String printed, Scene scene, String use, Audit audit) {
        List<String> named = printed.equals(NONE) ? List.of() : Arrays.asList(printed.split(", "));
        List<String> sure = choices.contenders().stream()
                .filter(who -> who.mayBeUsed() && !who.id().equals(use) && choices.keepsUp(scene, who.id()))
                .map(Contender::id).toList();
        List<String> open = choices.contenders().stream()
                .filter(who -> who.mayBeUsed() && !who.id().equals(use) && choices.mayKeepUp(scene, who.id()))
                .map(Contender::id).toList();
        List<String> inOrder = open.stream().filter(named::contains).toList();
        audit.that(named.containsAll(sure) && inOrder.equals(named), at, "strategies", printed,
                sure.isEmpty() ? NONE : String.join(", ", sure));
    }
}
