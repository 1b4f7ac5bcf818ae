// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.BasicStroke;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jfree.chart.LegendItem;
import org.jfree.chart.LegendItemCollection;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.LookupPaintScale;
import org.jfree.chart.renderer.xy.XYBlockRenderer;
import org.jfree.data.xy.DefaultXYZDataset;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Numbers;

/** Draws ratios as coloured places, each with its ratio in it: the colour only helps to find the place. */
final class HeatMapPlot {

    /** From here on a place has the next colour; the last one is for all above. */
    private static final double[] STEPS = {0, 1.01, 1.1, 1.5, 3, 10};

    private static final double HIGHEST = 1e12;
    private static final int ROW = 26;
    private static final int AROUND = 110;
    private static final double EDGE = 0.46;

    private HeatMapPlot() {}

    static int height(Chart.HeatMap map) {
        return AROUND + ROW * map.rows().size();
    }

    static XYPlot of(Chart.HeatMap map) {
        PlacedAxis up = new PlacedAxis(null, -0.5, map.rows().size() - 0.5, ticks(map.rows()));
        up.setInverted(true);
        XYPlot plot = new XYPlot(
                dataset(map),
                new PlacedAxis(map.across(), -0.5, map.columns().size() - 0.5, ticks(map.columns())),
                up,
                renderer());
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinesVisible(false);
        plot.setFixedLegendItems(legend());
        annotate(map, plot);
        return plot;
    }

    private static List<Tick> ticks(List<String> names) {
        return IntStream.range(0, names.size())
                .mapToObj(i -> new Tick(i, Label.of(names.get(i))))
                .toList();
    }

    private static DefaultXYZDataset dataset(Chart.HeatMap map) {
        List<double[]> places = new ArrayList<>();
        for (int row = 0; row < map.rows().size(); row++) {
            for (int column = 0; column < map.columns().size(); column++) {
                double[] place = {column, row, 0};
                map.tiles().get(row).get(column).ifPresent(tile -> {
                    place[2] = tile.ratio();
                    places.add(place);
                });
            }
        }
        double[][] byAxis = new double[3][];
        for (int axis = 0; axis < byAxis.length; axis++) {
            int of = axis;
            byAxis[axis] = places.stream().mapToDouble(place -> place[of]).toArray();
        }
        DefaultXYZDataset dataset = new DefaultXYZDataset();
        dataset.addSeries("ratios", byAxis);
        return dataset;
    }

    private static XYBlockRenderer renderer() {
        LookupPaintScale scale = new LookupPaintScale(0, HIGHEST, ChartColor.ofHeat(STEPS.length - 1));
        for (int step = 0; step < STEPS.length; step++) {
            scale.add(STEPS[step], ChartColor.ofHeat(step));
        }
        XYBlockRenderer renderer = new XYBlockRenderer();
        renderer.setPaintScale(scale);
        renderer.setBlockWidth(2 * EDGE);
        renderer.setBlockHeight(2 * EDGE);
        return renderer;
    }

    private static void annotate(Chart.HeatMap map, XYPlot plot) {
        for (int row = 0; row < map.rows().size(); row++) {
            for (int column = 0; column < map.columns().size(); column++) {
                int x = column;
                int y = row;
                map.tiles()
                        .get(row)
                        .get(column)
                        .ifPresentOrElse(
                                tile -> {
                                    plot.addAnnotation(text(Numbers.shortRatio(tile.ratio()), x, y));
                                    if (tile.outlined()) {
                                        // The axis goes downwards: a box from the low to the high end would have no
                                        // height.
                                        plot.addAnnotation(new XYBoxAnnotation(
                                                x - EDGE,
                                                y + EDGE,
                                                x + EDGE,
                                                y - EDGE,
                                                new BasicStroke(2.2f),
                                                ChartColor.TEXT.color(),
                                                null));
                                    }
                                },
                                () -> plot.addAnnotation(text("-", x, y)));
            }
        }
    }

    private static XYTextAnnotation text(String text, double x, double y) {
        XYTextAnnotation annotation = new XYTextAnnotation(text, x, y);
        annotation.setFont(Typeface.TICK);
        annotation.setPaint(ChartColor.TEXT.color());
        return annotation;
    }

    private static LegendItemCollection legend() {
        LegendItemCollection items = new LegendItemCollection();
        for (int step = 0; step < STEPS.length; step++) {
            String label = step + 1 < STEPS.length ? "below " + Numbers.shortRatio(STEPS[step + 1]) : "above";
            items.add(new LegendItem(
                    label, null, null, null, new Rectangle2D.Double(-7, -6, 14, 12), ChartColor.ofHeat(step)));
        }
        return items;
    }
}
