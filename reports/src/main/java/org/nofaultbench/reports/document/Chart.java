// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.stats.Interval;

/** Data of a chart; how it is drawn is the renderer's business. A table with the same figures stands beside it. */
public sealed interface Chart extends Block {

    /** Unique in a report; names the chart on the command line. */
    String id();

    String title();

    /** The chart in words, for those who cannot see it. */
    String description();

    /** A chart of marks with intervals. */
    sealed interface Plotted extends Chart {

        Axis values();

        List<Series> series();
    }

    /**
     * Values over a quantity, such as throughput over bytes.
     *
     * @param across what the positions are
     * @param positions ascending or not, on a logarithmic axis
     * @param between what is known between the positions; nothing as a rule
     */
    record OverQuantity(
            String id,
            String title,
            String description,
            Axis values,
            List<Series> series,
            String across,
            List<Position> positions,
            Optional<Between> between)
            implements Plotted {}

    /**
     * Lines between the marks mean something: every mark stands exactly at its position, even if it hides another.
     *
     * @param bands parts of the quantity's range that are drawn behind the marks
     */
    record Between(List<Interval> bands) {}

    /**
     * A named place on the quantity's axis.
     *
     * @param label such as {@code 1080p}
     * @param value such as bytes, above 0
     */
    record Position(String label, double value) {}

    /**
     * One row a name, values to the right.
     *
     * @param rows names from top to bottom
     * @param band what counts as the same as the reference, drawn behind the marks; empty where nothing is compared
     */
    record ByRow(
            String id,
            String title,
            String description,
            Axis values,
            List<Series> series,
            List<String> rows,
            Optional<Interval> band)
            implements Plotted {}

    /**
     * Ratios by row and column, each place coloured by its ratio.
     *
     * @param values what the ratios are
     * @param across what the columns are
     * @param rows names from top to bottom
     * @param columns names from left to right
     * @param tiles row by row; empty where there is no figure
     */
    record HeatMap(
            String id,
            String title,
            String description,
            String values,
            String across,
            List<String> rows,
            List<String> columns,
            List<List<Optional<Tile>>> tiles)
            implements Chart {}

    /**
     * Two figures of each thing against one another; the style tells nothing apart, the labels do.
     *
     * @param across axis of the one figure
     * @param values axis of the other
     * @param spots one a thing
     */
    record Scatter(String id, String title, String description, Axis across, Axis values, List<Spot> spots)
            implements Chart {}

    /**
     * One thing of a scatter chart.
     *
     * @param label its name
     * @param x above 0
     * @param y above 0
     */
    record Spot(String label, double x, double y) {}

    /**
     * One place of a heat map.
     *
     * @param ratio above 0
     * @param outlined whether it is the one to look at
     */
    record Tile(double ratio, boolean outlined) {}

    /**
     * One figure from run to run.
     *
     * @param across what the places are, from 0 in the order of time
     * @param dates of some of the places
     * @param dots one a place
     * @param levels between the changes
     * @param changes of the level, each with its size
     * @param marks where something else changed, each with the number that the page gives it
     */
    record OverTime(
            String id,
            String title,
            String description,
            Axis values,
            String across,
            List<Position> dates,
            List<Dot> dots,
            List<Level> levels,
            List<Position> changes,
            List<Position> marks)
            implements Chart {}

    /**
     * One run's figure.
     *
     * @param usual false where it stands alone or its run may not be believed
     */
    record Dot(double value, Optional<Interval> interval, boolean usual) {}

    /**
     * Places with the same level.
     *
     * @param from first of them
     * @param to after the last
     * @param band in which most of the runs lie
     */
    record Level(int from, int to, double value, Interval band) {}
}
