// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.jfree.data.Range;
import org.jfree.data.xy.YIntervalSeriesCollection;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.stats.Interval;

/** Charts as JFreeChart gets them: data sets, axes and their ranges. */
class PlotsTest {

    private static final Optional<Interval> BAND = Optional.of(new Interval(1 / 1.01, 1.01));
    private static final Scale RATIO = Scale.ofRatios();

    @Test
    void drawsTheValueAndBothEndsOfItsIntervalInTheUnitOfTheAxis() {
        YIntervalSeriesCollection data =
                data(Plots.of(rows(Scale.MICROSECONDS, Optional.empty(), series("a", 10_000, 9_000, 12_000))));
        assertThat(data.getYValue(0, 0)).isCloseTo(10, within(1e-12));
        assertThat(data.getStartYValue(0, 0)).isCloseTo(9, within(1e-12));
        assertThat(data.getEndYValue(0, 0)).isCloseTo(12, within(1e-12));
    }

    @Test
    void setsSeriesSideBySideSoThatNoneHidesAnother() {
        YIntervalSeriesCollection data =
                data(Plots.of(rows(RATIO, Optional.empty(), twice("a", 10), twice("b", 10), twice("c", 10))));
        assertThat(IntStream.range(0, 3).mapToObj(series -> data.getXValue(series, 0)))
                .usingComparatorForType((a, b) -> Math.abs(a - b) < 1e-12 ? 0 : Double.compare(a, b), Double.class)
                .containsExactly(-0.2, 0.0, 0.2);
    }

    @Test
    void drawsAValueBeyondTheAxisAtItsEdgeAndWritesItBesideIt() {
        XYPlot plot = Plots.of(rows(RATIO, BAND, series("a", 1.003, 0.99, 1.01), series("b", 12.4, 12, 13)));
        Range shown = plot.getRangeAxis().getRange();
        assertThat(shown.contains(1.003)).isTrue();
        assertThat(shown.getUpperBound()).isLessThan(1.1);
        assertThat(data(plot).getYValue(1, 0)).isEqualTo(shown.getUpperBound());
        assertThat(plot.getAnnotations()).hasSize(1);
    }

    @Test
    void showsEverythingWhereNothingIsNearTheReference() {
        XYPlot plot = Plots.of(rows(RATIO, BAND, series("a", 3, 2.9, 3.1), series("b", 12.4, 12, 13)));
        assertThat(plot.getRangeAxis().getRange().contains(13)).isTrue();
        assertThat(plot.getAnnotations()).isEmpty();
    }

    @Test
    void showsEveryValueWithItsIntervalWhereNothingIsCompared() {
        Range shown = Plots.of(rows(RATIO, Optional.empty(), series("a", 2, 1.9, 2.1), series("b", 2e6, 1e6, 3e6)))
                .getRangeAxis()
                .getRange();
        assertThat(shown.contains(1.9) && shown.contains(3e6)).isTrue();
    }

    @Test
    void takesSeriesOfTheSameNameAndAValueWithoutIntervalInTheMiddleOfItsAxis() {
        XYPlot plot = Plots.of(rows(RATIO, Optional.empty(), series("a", 5), series("a", 5)));
        assertThat(data(plot).getSeriesCount()).isEqualTo(2);
        assertThat(data(plot).getStartYValue(0, 0)).isEqualTo(data(plot).getEndYValue(0, 0));
        assertThat(plot.getRangeAxis().getLowerBound()).isLessThan(5);
        assertThat(plot.getRangeAxis().getUpperBound()).isGreaterThan(5);
    }

    @Test
    void namesThePlacesOnTheAxisOfThePlaces() {
        SymbolAxis axis = (SymbolAxis) Plots.of(rows(RATIO, Optional.empty(), series("a", 2), series("b", 3)))
                .getDomainAxis();
        assertThat(axis.getSymbols()).containsExactly("first", "second");
        assertThat(axis.isInverted()).isTrue();
    }

    @Test
    void hasALogarithmicAxisWhereTheEndsLieFarApartAndAnEvenOneElsewhere() {
        Chart.Axis values = new Chart.Axis("x", RATIO, true);
        assertThat(ValueRange.axis(values, new Range(0.98, 1.04))).isInstanceOf(NumberAxis.class);
        assertThat(((LogAxis) ValueRange.axis(values, new Range(6, 250))).getBase())
                .isEqualTo(2);
        assertThat(((LogAxis) ValueRange.axis(values, new Range(0.5, 40_000))).getBase())
                .isEqualTo(10);
        assertThat(ValueRange.axis(new Chart.Axis("x", RATIO, false), new Range(6, 250)))
                .isInstanceOf(NumberAxis.class);
    }

    /** One run in a hundred times the others' time is drawn at the edge, and one that stands alone as a ring. */
    @Test
    void keepsUsualRunsApartFromUnusualOnesAndThoseBeyondTheAxis() {
        List<Chart.Dot> dots = Stream.of(10.0, 11.0, 1000.0, 10.5)
                .map(value -> new Chart.Dot(value, Optional.empty(), value < 10.4 || value == 11.0))
                .toList();
        XYPlot plot = Plots.of(new Chart.OverTime(
                "t",
                "t",
                "t",
                new Chart.Axis("x", RATIO, false),
                "runs",
                List.of("a", "b", "c", "d"),
                dots,
                List.of(new Chart.Level(0, 4, 10.5, new Interval(9, 12))),
                List.of(new Chart.Position("+5%", 2)),
                List.of()));
        YIntervalSeriesCollection runs = data(plot);
        assertThat(IntStream.range(0, 3).map(runs::getItemCount).toArray()).containsExactly(2, 1, 1);
        assertThat(runs.getYValue(2, 0)).isEqualTo(plot.getRangeAxis().getUpperBound());
        YIntervalSeriesCollection levels = (YIntervalSeriesCollection) plot.getDataset(1);
        assertThat(levels.getStartYValue(0, 0)).isEqualTo(9);
        assertThat(levels.getXValue(0, 1)).isEqualTo(3.5);
        assertThat((Collection<?>) plot.getDomainMarkers(Layer.BACKGROUND)).hasSize(1);
    }

    private static YIntervalSeriesCollection data(XYPlot plot) {
        return (YIntervalSeriesCollection) plot.getDataset();
    }

    private static Chart rows(Scale scale, Optional<Interval> band, Chart.Series... series) {
        return new Chart.AtPlaces(
                "id",
                "title",
                "description",
                new Chart.Axis("x", scale, true),
                List.of(series),
                "",
                List.of("first", "second"),
                true,
                band);
    }

    private static Chart.Series series(String name, double value, double low, double high) {
        return new Chart.Series(
                name, 0, List.of(new Chart.Mark(0, figure(value, Optional.of(new Interval(low, high))))));
    }

    private static Chart.Series series(String name, double value) {
        return new Chart.Series(name, 0, List.of(new Chart.Mark(0, figure(value, Optional.empty()))));
    }

    private static Chart.Series twice(String name, double value) {
        Value figure = figure(value, Optional.empty());
        return new Chart.Series(name, 0, List.of(new Chart.Mark(0, figure), new Chart.Mark(1, figure)));
    }

    private static Value figure(double value, Optional<Interval> interval) {
        return new Value(new Value.Origin(Statistic.MEDIAN, ""), value, "", interval, 9, Optional.empty(), "" + value);
    }
}
