// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines of at most a width: at spaces, and inside a word only where it is wider than a line. */
public final class Wrap {

    private Wrap() {}

    public static List<String> at(int width, String text) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.strip().split(" +")) {
            String rest = word;
            if (!line.isEmpty() && line.length() + 1 + rest.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            while (rest.length() > width) {
                int end = breakIn(rest, width);
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            line.append(line.isEmpty() ? "" : " ").append(rest);
        }
        lines.add(line.toString());
        return lines;
    }

    /** After the last dot, slash or hyphen that fits, so that names break where they are joined. */
    private static int breakIn(String word, int width) {
        for (int end = width; end > width / 2; end--) {
            if ("./-,=".indexOf(word.charAt(end - 1)) >= 0) {
                return end;
            }
        }
        return width;
    }

    /** The first line begins with a label, the others are indented to it. */
    public static List<String> hanging(int width, String label, String text) {
        List<String> lines = new ArrayList<>();
        for (String line : at(width - label.length(), text)) {
            lines.add((lines.isEmpty() ? label : " ".repeat(label.length())) + line);
        }
        return lines;
    }
}
