// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.document.Value.Origin;

class SentenceTest {

    private static final Value SEVEN = Value.count(new Origin(Statistic.COUNT, "seven"), 7);

    @Test
    void keepsFiguresTypedAndTakesPartsAsTheyAre() {
        Sentence sentence =
                Sentence.of("{} of {}: {}.", SEVEN, 9, Sentence.of("a name with {} in it, {}", "{}", SEVEN));
        assertThat(sentence.text()).isEqualTo("7 of 9: a name with {} in it, 7.");
        assertThat(sentence.values()).containsExactly(SEVEN, SEVEN);
    }

    /** A figure alone is printed as one, not as words. */
    @Test
    void hasNoEmptyWords() {
        assertThat(Sentence.of("{}", SEVEN).parts()).containsExactly(SEVEN);
    }

    @Test
    void refusesATemplateThatDoesNotFitItsParts() {
        assertThatThrownBy(() -> Sentence.of("{} and {}", SEVEN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("parts do not fit the template: {} and {}");
    }
}
