// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The lines of a journal. A writer ends each with a newline, so a last line without one may have been cut by a kill. */
final class Lines {

    /**
     * One line.
     *
     * @param number from 1
     * @param bytes without the newline
     * @param ended whether its newline was there
     */
    record Line(int number, byte[] bytes, boolean ended) {}

    private Lines() {}

    static List<Line> of(SourceFile file, byte[] content) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < content.length; ) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (end - start > Limits.LINE_BYTES || lines.size() >= Limits.FORKS) {
                throw file.broken("file has no honest size", Detail.of("line", lines.size() + 1));
            }
            lines.add(new Line(lines.size() + 1, Arrays.copyOfRange(content, start, end), end < content.length));
            start = end + 1;
        }
        return lines;
    }
}
