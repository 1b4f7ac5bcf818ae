// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Breaks text into lines of at most a width. */
public final class Wrap {

    private Wrap() {}

    /** At spaces; inside a word that is wider than a line after a dot, slash or hyphen where names are joined, or anywhere. */
    public static List<String> at(int width, String text) {
        String line = "\\S.{0," + (width - 1) + "}(?= |$)|\\S{" + width / 2 + "," + (width - 1) + "}[./,=-]|\\S{"
                + width + "}";
        List<String> lines = Pattern.compile(line)
                .matcher(text.strip().replaceAll(" +", " "))
                .results()
                .map(MatchResult::group)
                .toList();
        return lines.isEmpty() ? List.of("") : lines;
    }

    /** The first line begins with a label, the others are indented to it. */
    public static List<String> hanging(int width, String label, String text) {
        List<String> lines = new ArrayList<>(at(width - label.length(), text));
        lines.replaceAll(line -> " ".repeat(label.length()) + line);
        lines.set(0, label + lines.get(0).substring(label.length()));
        return lines;
    }
}
