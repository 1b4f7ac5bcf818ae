// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

class ProjectionTest {

    private static final Optional<Interval> BAND = Optional.of(new Interval(1 / 1.01, 1.01));

    @ParameterizedTest
    @CsvSource({
        "0.977, 1.038, 0.98 0.99 1 1.01 1.02 1.03",
        "1.2, 6.4, 2 3 4 5 6",
        "6, 250, 10 20 50 100 200",
        "0.5, 40000, 1 10 100 1000 10000"
    })
    void labelsALogarithmicAxisWithRoundValues(double low, double high, String labels) {
        assertThat(new Projection(true).ticks(new Interval(low, high)))
                .extracting(Tick::label)
                .containsExactly(labels.split(" "));
    }

    @Test
    void putsATickWhereItsValueIs() {
        assertThat(new Projection(true).ticks(new Interval(6, 250)).get(1).at())
                .isCloseTo(Math.log10(20), within(1e-12));
    }

    @Test
    void showsDifferencesOfAPercentThoughOneRowCostsTwelvefold() {
        Extent extent = Extent.of(List.of(series(1.003), series(12.4)), BAND, true);
        assertThat(extent.shows(1.003)).isTrue();
        assertThat(extent.shows(12.4)).isFalse();
        assertThat(extent.range().high()).isLessThan(1.1);
    }

    @Test
    void showsEverythingWhereNothingIsNearTheReference() {
        assertThat(Extent.of(List.of(series(3), series(12.4)), BAND, true).shows(12.4))
                .isTrue();
    }

    @Test
    void showsEveryValueWithItsIntervalWhereNothingIsCompared() {
        Extent extent = Extent.of(List.of(series(2), series(2_000_000)), Optional.empty(), true);
        assertThat(extent.shows(2 * 0.99)).isTrue();
        assertThat(extent.shows(2_000_000 * 1.01)).isTrue();
    }

    @Test
    void givesASingleValueRoomOnBothSides() {
        Interval range = Extent.of(
                        List.of(new Series("a", 0, List.of(new Series.Mark(0, 5, Optional.empty())))),
                        Optional.empty(),
                        true)
                .range();
        assertThat(range.low()).isLessThan(5);
        assertThat(range.high()).isGreaterThan(5);
    }

    private static Series series(double value) {
        return new Series(
                "s" + value,
                0,
                List.of(new Series.Mark(0, value, Optional.of(new Interval(value * 0.99, value * 1.01)))));
    }
}
