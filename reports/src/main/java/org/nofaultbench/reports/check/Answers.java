// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Holds against the raw samples what sentences answer to a report's questions: what something costs, what is stolen. */
final class Answers {

    private static final String N = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final String RATIO = N + "[\u00d7x](?: \\(" + N + "[\u2013-]" + N + "\\))?";
    private static final String NAME = "(\\S+?)(?: \\(stand-in\\))?";
    private static final Pattern QUESTION = Pattern.compile(
            "What does (reading cost while the client behaves|it cost when the client takes the memory away)\\?(?: \\(([^)]*)\\))?"
                    + "|What can an attacker steal of each frame\\?(?: \\(([^)]*)\\))?");
    private static final Pattern COSTS = Pattern.compile("(?:Reading|Losing) (\\S+)(?: while reading)? through " + NAME + " costs (?:"
            + RATIO + "(?: in ([0-9]+) rounds?)? of \\S+, " + N + " (\\S+)\\.|" + N + " (\\S+?)(?: \\(" + N + " to " + N + "\\))?\\.(?: |$))");
    private static final Pattern STOLEN = Pattern.compile("The (?:most|least): " + NAME + ", " + N + " ms(?: \\(" + N + " to " + N
            + "\\))? for the attacker's buffer");

    private final RawRun run;
    private final Verdicts<String> verdicts;

    Answers(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

    /** @param text in one line */
    void check(String text, Audit audit) {
        asked(text, COSTS, (question, matcher) -> costs(question, matcher, audit));
        asked(text, STOLEN, (question, matcher) -> stolen(question, matcher, audit));
    }

    /** Each match with the last question before it. */
    private static void asked(String text, Pattern pattern, BiConsumer<Matcher, Matcher> found) {
        Matcher question = QUESTION.matcher(text);
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            Matcher last = null;
            Matcher each = QUESTION.matcher(text.substring(0, matcher.start()));
            while (each.find()) {
                last = question.region(each.start(), text.length()).find() ? question : null;
            }
            if (last != null) {
                found.accept(last, matcher);
            }
            from = matcher.end();
        }
    }

    private static String label(Matcher question) {
        String label = question.group(1) == null ? question.group(3) : question.group(2);
        return label == null ? "" : label;
    }

    private void costs(Matcher question, Matcher found, Audit audit) {
        boolean reading = question.group(1) != null && question.group(1).startsWith("reading");
        Place place = Place.within(reading ? "BufferRead" : "TruncationRecovery", label(question));
        String at = label(question) + ": " + found.group();
        Optional<RawCell> cell = place.cell(run, found.group(2), found.group(1));
        if (cell.isEmpty()) {
            audit.unknown("sentence: " + at);
        } else if (found.group(3) != null) {
            judged(cell.get(), found, at, audit);
        } else {
            plain(cell.get(), List.of(found.group(9), text(found, 11), text(found, 12)), Unit.of(found.group(10)), at, audit);
        }
    }

    private static String text(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    private void judged(RawCell cell, Matcher found, String at, Audit audit) {
        List<Standing> standings = verdicts.standings(cell.id());
        if (standings.isEmpty()) {
            audit.that(false, at, "ratio", found.group(3), "no comparison");
            return;
        }
        audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> {
            trial.number(at, "ratio", found.group(3), standing.pair().ratios().median());
            ends(standing.pair().ratios(), text(found, 4), text(found, 5), 1, at, trial);
        }).toList());
        audit.number(at, "figure", found.group(7), new Sorted(cell.figures().values()).median() / Unit.of(found.group(8)));
    }

    private static void plain(RawCell cell, List<String> figure, double unit, String at, Audit audit) {
        if (cell.figures().isEmpty()) {
            audit.that(false, at, "figure", figure.get(0), "none");
            return;
        }
        Sorted values = new Sorted(cell.figures().values());
        audit.number(at, "figure", figure.get(0), values.median() / unit);
        ends(values, figure.get(1), figure.get(2), unit, at, audit);
    }

    private static void ends(Sorted values, String low, String high, double unit, String at, Audit audit) {
        double[] ends = values.interval().orElse(new double[] {Double.NaN, Double.NaN});
        if (!low.isEmpty()) {
            audit.number(at, "low end of interval", low, ends[0] / unit);
            audit.number(at, "high end of interval", high, ends[1] / unit);
        }
    }

    private void stolen(Matcher question, Matcher found, Audit audit) {
        Optional<RawCell> cell = Place.within("HostileClient", label(question)).cell(run, found.group(1), "");
        if (cell.isEmpty()) {
            audit.unknown("sentence: " + found.group());
            return;
        }
        plain(cell.get(), List.of(found.group(2), text(found, 3), text(found, 4)), Unit.of("ms"), found.group(), audit);
    }
}
