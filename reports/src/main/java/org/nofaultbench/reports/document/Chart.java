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

    /** More series cannot be told apart in one chart. */
    int MOST_SERIES = 8;

    /**
     * The axis on which a chart's values lie.
     *
     * @param what the values are
     * @param scale from the values' own unit to that of the axis
     * @param logarithmic whether equal distances should be equal ratios; where the values lie close together they need not
     */
    record Axis(String what, Scale scale, boolean logarithmic) {

        public String label() {
            return what + (scale.unit().isEmpty() ? "" : ", " + scale.unit());
        }
    }

    /**
     * Marks of one colour and shape.
     *
     * @param name in the legend
     * @param style place in the palette; the same thing has the same style in every chart of a report
     * @param marks at most one a place
     */
    record Series(String name, int style, List<Mark> marks) {}

    /** A figure at a place, which is an index into the chart's places. */
    record Mark(int place, Value value) {}

    /** A chart of marks with intervals. */
    sealed interface Plotted extends Chart {

        Axis values();

        List<Series> series();

        /** What the marks' places index. */
        List<String> placeNames();
    }

    /**
     * Values at named places, those of one place side by side.
     *
     * @param across what the places are; empty where their names say it
     * @param places names in order, one row each from top to bottom or one column each from left to right
     * @param rows whether the places are rows
     * @param band what counts as the same as the reference 1, drawn behind the marks; empty where nothing is compared
     */
    record AtPlaces(
            String id,
            String title,
            String description,
            Axis values,
            List<Series> series,
            String across,
            List<String> places,
            boolean rows,
            Optional<Interval> band)
            implements Plotted {

        @Override
        public List<String> placeNames() {
            return places;
        }
    }

    /**
     * Lines over a quantity, on a logarithmic axis.
     *
     * @param across what the quantity is
     * @param places ascending
     * @param bands parts of the quantity's range that are drawn behind the lines
     */
    record Lines(
            String id,
            String title,
            String description,
            Axis values,
            List<Series> series,
            String across,
            List<Position> places,
            List<Interval> bands)
            implements Plotted {

        @Override
        public List<String> placeNames() {
            return places.stream().map(Position::label).toList();
        }
    }

    /**
     * A named place on a quantity's axis.
     *
     * @param label such as {@code 1080p}
     * @param value such as bytes
     */
    record Position(String label, double value) {}

    /**
     * Ratios by row and column, each place coloured by its ratio.
     *
     * @param across what the columns are
     * @param rows names from top to bottom
     * @param columns names from left to right
     * @param tiles row by row; empty where there is no figure
     */
    record HeatMap(
            String id,
            String title,
            String description,
            String across,
            List<String> rows,
            List<String> columns,
            List<List<Optional<Tile>>> tiles)
            implements Chart {}

    /**
     * One place of a heat map.
     *
     * @param ratio above 0, as it is printed
     * @param outlined whether it is the one to look at
     */
    record Tile(Value ratio, boolean outlined) {}

    /**
     * One figure from run to run.
     *
     * @param across what the places are, from 0 in the order of time
     * @param dates one a dot
     * @param dots one a run
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
            List<String> dates,
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
