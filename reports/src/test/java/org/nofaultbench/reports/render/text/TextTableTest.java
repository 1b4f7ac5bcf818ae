// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextTableTest {

    @Test
    void alignsFiguresRightAndWordsLeft() {
        TextTable table = new TextTable(
                List.of("id", "ns", "why"), List.of(List.of("a", "7.5", "one"), List.of("b", "12.25", "x")));
        assertThat(table.lines(40)).containsExactly("id     ns  why", "a     7.5  one", "b   12.25  x");
    }

    @Test
    void wrapsWordsInsideTheirColumn() {
        TextTable table = new TextTable(List.of("id", "why"), List.of(List.of("a", "there is more to say than fits")));
        assertThat(table.lines(24)).containsExactly("id  why", "a   there is more to say", "    than fits");
    }

    @Test
    void putsColumnsThatDoNotFitBelowAndNamesTheRowsAgain() {
        TextTable table = new TextTable(
                List.of("id", "one", "two", "three"),
                List.of(List.of("row", "1111111111", "2222222222", "3333333333")));
        assertThat(table.lines(28))
                .containsExactly(
                        "id          one         two",
                        "row  1111111111  2222222222",
                        "",
                        "id        three",
                        "row  3333333333");
    }

    @ParameterizedTest
    @ValueSource(ints = {20, 30, 75, 100})
    void neverExceedsTheWidthWhateverTheText(int width) {
        String endless = "x".repeat(10_000);
        TextTable table =
                new TextTable(List.of("corner", "a-b-c", endless), List.of(List.of(endless, "1", "a b " + endless)));
        assertThat(table.lines(width))
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2.05 \u00b5s (1\u20133\u00d7) | 2.05 us (1-3x)",
                "caf\u00e9 | cafe",
                "\u65e5 | \\u65e5",
                "a\u001bb | a\\u001bb",
                "\u202eabc | \\u202eabc"
            })
    void spellsEverythingInAscii(String text, String expected) {
        assertThat(Ascii.of(text)).isEqualTo(expected);
    }

    @Test
    void breaksNamesWhereTheyAreJoined() {
        assertThat(Wrap.at(20, "TruncationRecovery.everythingLost"))
                .containsExactly("TruncationRecovery.", "everythingLost");
    }
}
