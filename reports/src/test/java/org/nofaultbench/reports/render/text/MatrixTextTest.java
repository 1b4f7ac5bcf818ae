// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.document.Matrix;

class MatrixTextTest {

    @Test
    void standsUnderItsNumbersWithTheNamesBelow() {
        Matrix matrix = new Matrix(
                "strategy",
                List.of("a", "b", "c", "d", "e"),
                List.of(
                        new Matrix.Row("guard-pool", false, List.of("yes", "no", "skip", "NO!", Matrix.NOTHING)),
                        new Matrix.Row("other", true, List.of("YES!", "ERR!", "no", "yes", "yes"))));
        assertThat(new MatrixText(matrix, 75).lines(75))
                .containsExactly(
                        "strategy   1 2 3 4 5",
                        "guard-pool y n s ! .",
                        "other*     ! ! n y y",
                        "",
                        "y yes, n no, s skipped, ! not as declared or no answer, . neither declared",
                        "nor tested",
                        TableText.STAND_IN,
                        "1 a  2 b  3 c  4 d  5 e");
    }

    @Test
    void goesOnBelowWhereItsColumnsDoNotFit() {
        List<String> lines = lines(100, "guard-pool");
        assertThat(lines)
                .allSatisfy(
                        line -> assertThat(line).hasSizeLessThanOrEqualTo(75).doesNotEndWith(" "));
        assertThat(lines).filteredOn(line -> line.startsWith("guard-pool")).hasSize(4);
        assertThat(String.join("", lines).chars().filter(c -> c == '!').count()).isEqualTo(100 + 1);
    }

    @Test
    void cutsALabelThatWouldLeaveNoRoomForMarks() {
        assertThat(lines(3, "x".repeat(200))).anyMatch(line -> line.matches("x{56}\\.\\.\\. ! ! !"));
    }

    private static List<String> lines(int columns, String label) {
        List<String> names = IntStream.range(0, columns)
                .mapToObj(i -> "property-number-" + i)
                .toList();
        Matrix.Row row = new Matrix.Row(label, false, Collections.nCopies(columns, "NO!"));
        return new MatrixText(new Matrix("strategy", names, List.of(row)), 75).lines(75);
    }
}
