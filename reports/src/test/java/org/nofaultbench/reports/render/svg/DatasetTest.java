// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.jfree.data.xy.XYIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.document.Series;
import org.nofaultbench.reports.stats.Interval;

class DatasetTest {

    private static final Projection LOG = new Projection(true);
    private static final Extent TO_A_HUNDRED = new Extent(new Interval(1, 100));

    @Test
    void projectsTheValueAndBothEndsOfItsInterval() {
        XYIntervalSeriesCollection data = dataset(0).upright(List.of(series("a", 10, 9, 12)));
        assertThat(data.getYValue(0, 0)).isCloseTo(1, within(1e-12));
        assertThat(data.getStartYValue(0, 0)).isCloseTo(Math.log10(9), within(1e-12));
        assertThat(data.getEndYValue(0, 0)).isCloseTo(Math.log10(12), within(1e-12));
    }

    @Test
    void setsSeriesSideBySideSoThatNoneHidesAnother() {
        XYIntervalSeriesCollection data =
                dataset(0.6).upright(List.of(series("a", 10, 9, 12), series("b", 10, 9, 12), series("c", 10, 9, 12)));
        assertThat(data.getXValue(0, 0)).isCloseTo(-0.3, within(1e-12));
        assertThat(data.getXValue(1, 0)).isCloseTo(0, within(1e-12));
        assertThat(data.getXValue(2, 0)).isCloseTo(0.3, within(1e-12));
    }

    @Test
    void drawsAValueBeyondTheAxisJustInsideItsEdge() {
        double drawn = dataset(0).lying(List.of(series("a", 1_000, 900, 1_100))).getXValue(0, 0);
        assertThat(drawn).isBetween(1.9, 2.0);
    }

    @Test
    void takesSeriesOfTheSameName() {
        assertThat(dataset(0)
                        .upright(List.of(series("a", 10, 9, 12), series("a", 20, 19, 22)))
                        .getSeriesCount())
                .isEqualTo(2);
    }

    @Test
    void givesAValueWithoutIntervalAnIntervalOfNoLength() {
        Series single = new Series("a", 0, List.of(new Series.Mark(0, 10, Optional.empty())));
        XYIntervalSeriesCollection data = dataset(0).upright(List.of(single));
        assertThat(data.getStartYValue(0, 0)).isEqualTo(data.getEndYValue(0, 0));
    }

    private static Dataset dataset(double spread) {
        return new Dataset(LOG, TO_A_HUNDRED, place -> place, spread);
    }

    private static Series series(String name, double value, double low, double high) {
        return new Series(name, 0, List.of(new Series.Mark(0, value, Optional.of(new Interval(low, high)))));
    }
}
