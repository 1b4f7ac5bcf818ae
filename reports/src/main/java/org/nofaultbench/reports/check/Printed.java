// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One entry of a table, taken apart.
 *
 * @param text all of it, as it stands there
 * @param parts what it says, each a number or a word
 */
record Printed(String text, Map<Part, String> parts) {

    enum Part { FIGURE, UNIT, LOW, HIGH, ROUNDS, DEVIATION, RATIO, RATIO_LOW, RATIO_HIGH, RATIO_ROUNDS, VERDICT, SEES, SELF, COUNT, OF, ABSENT, TOO_FEW, WORDS }

    private static final String NUMBER = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final String UNIT = "(ns|\u00b5s|us|ms|GB/s|%|\u00d7|[a-z]+(?:/op)?)";
    private static final String VERDICT = "(TOO FEW|EQUIVALENT|FASTER|SLOWER|UNDECIDED(?:[+-]|, leans faster|, leans slower)?|baseline|no ratio|-)";
    private static final Pattern ABSENT = Pattern.compile("SKIPPED|FAILED|PENDING|WITHHELD");
    private static final Pattern RATIO = Pattern.compile(NUMBER + "\u00d7");
    private static final Pattern INTERVAL = Pattern.compile(NUMBER + "(?:\u2013| to )" + NUMBER);
    private static final Pattern TIME =
            Pattern.compile(NUMBER + "(?: " + UNIT + ")?(?:, sees ([0-9.]+%|none)(?:, A/A ([0-9.]+%))?)?(?: \\+-([0-9.]+)%| -)?");
    private static final Pattern ROUNDS = Pattern.compile("([0-9]+) rounds?");
    private static final Pattern COUNT = Pattern.compile("([0-9]+) of ([0-9]+)");
    private static final Pattern FIGURE_LINE =
            Pattern.compile(NUMBER + "(?: \\[" + NUMBER + ", " + NUMBER + "\\]| \\(n=([0-9]+)\\))?");
    private static final Pattern JUDGED_LINE = Pattern.compile(NUMBER + " " + UNIT + " +(?:\\+-([0-9.]+)%|-)"
            + "(?: +" + NUMBER + " +(?:\\[" + NUMBER + ", " + NUMBER + "\\]|n=([0-9]+)))? +" + VERDICT
            + "(?: +([0-9.]+%|none) +([0-9.]+%|-))?");

    /** From the pieces of a cell of a page. */
    static Printed ofPieces(List<String> pieces) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        for (String piece : pieces) {
            if (parts.containsKey(Part.ABSENT)) {
                break;
            }
            read(piece, parts);
        }
        return new Printed(String.join(" ", pieces), parts);
    }

    private static void read(String piece, Map<Part, String> parts) {
        Matcher ratio = RATIO.matcher(piece);
        Matcher interval = INTERVAL.matcher(piece);
        Matcher time = TIME.matcher(piece);
        Matcher rounds = ROUNDS.matcher(piece);
        Matcher count = COUNT.matcher(piece);
        boolean ofRatio = parts.containsKey(Part.RATIO);
        if (ABSENT.matcher(piece).matches()) {
            parts.put(Part.ABSENT, piece);
        } else if (piece.matches(VERDICT)) {
            parts.put(Part.VERDICT, piece);
        } else if (ratio.matches()) {
            parts.put(Part.RATIO, ratio.group(1));
        } else if (interval.matches()) {
            parts.put(ofRatio ? Part.RATIO_LOW : Part.LOW, interval.group(1));
            parts.put(ofRatio ? Part.RATIO_HIGH : Part.HIGH, interval.group(2));
        } else if (rounds.matches()) {
            parts.put(ofRatio ? Part.RATIO_ROUNDS : Part.ROUNDS, rounds.group(1));
        } else if (count.matches()) {
            parts.put(Part.COUNT, count.group(1));
            parts.put(Part.OF, count.group(2));
        } else if (time.matches()) {
            put(parts, time, Part.FIGURE, Part.UNIT, Part.SEES, Part.SELF, Part.DEVIATION);
        } else if (piece.equals("too few")) {
            parts.put(Part.TOO_FEW, piece);
        } else {
            parts.merge(Part.WORDS, piece, (a, b) -> a + " " + b);
        }
    }

    /** From what follows the row's name in a line of text. */
    static Printed ofLine(String line) {
        Map<Part, String> parts = new EnumMap<>(Part.class);
        Matcher judged = JUDGED_LINE.matcher(line);
        Matcher figure = FIGURE_LINE.matcher(line);
        if (judged.matches()) {
            put(parts, judged, Part.FIGURE, Part.UNIT, Part.DEVIATION, Part.RATIO, Part.RATIO_LOW, Part.RATIO_HIGH,
                    Part.RATIO_ROUNDS, Part.VERDICT, Part.SEES, Part.SELF);
        } else if (figure.matches()) {
            put(parts, figure, Part.FIGURE, Part.LOW, Part.HIGH, Part.ROUNDS);
        } else {
            read(line, parts);
        }
        return new Printed(line, parts);
    }

    private static void put(Map<Part, String> parts, Matcher matcher, Part... names) {
        for (int i = 0; i < names.length; i++) {
            if (matcher.group(i + 1) != null) {
                parts.put(names[i], matcher.group(i + 1));
            }
        }
    }

    boolean hasDigits() {
        return text.chars().anyMatch(c -> c >= '0' && c <= '9');
    }
}
