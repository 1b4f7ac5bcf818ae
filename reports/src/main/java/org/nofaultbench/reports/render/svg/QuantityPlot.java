// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.util.List;
import java.util.Optional;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.Layer;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.stats.Interval;

/** Draws values over a quantity. Series share positions, so their marks stand side by side and none hides another. */
final class QuantityPlot {

    /** Share of the closest two positions' distance that the marks of one position take. */
    private static final double SPREAD = 0.62;

    private static final double MARGIN = 0.25;

    private QuantityPlot() {}

    static XYPlot of(Chart.OverQuantity chart) {
        Projection values = new Projection(chart.values().logarithmic());
        Extent extent = Extent.of(chart.series(), Optional.empty(), chart.values().logarithmic());
        List<Tick> positions = chart.positions().stream()
                .map(position -> new Tick(Math.log10(position.value()), Label.of(position.label())))
                .toList();
        double spread = chart.between().isPresent() ? 0 : spread(positions);
        Dataset data = new Dataset(values, extent, place -> positions.get(place).at(), spread);
        Interval range = extent.range();
        double room = Math.max(MARGIN, spread / 2 + 0.1);
        double[] at = positions.stream().mapToDouble(Tick::at).sorted().toArray();
        XYPlot plot = Plots.of(data.upright(chart.series()),
                new PlacedAxis(chart.across(), at[0] - room, at[at.length - 1] + room, positions),
                new PlacedAxis(chart.values().label(), values.of(range.low()), values.of(range.high()), values.ticks(range)),
                Plots.renderer(chart.series(), true, false));
        plot.setFixedLegendItems(Plots.legend(chart.series(), true));
        chart.between().ifPresent(between -> between.bands().forEach(band -> {
            IntervalMarker marker = new IntervalMarker(Math.log10(band.low()), Math.log10(band.high()), ChartColor.BAND.color());
            marker.setAlpha(1);
            plot.addDomainMarker(marker, Layer.BACKGROUND);
        }));
        return plot;
    }

    private static double spread(List<Tick> positions) {
        double[] at = positions.stream().mapToDouble(Tick::at).sorted().toArray();
        double closest = 1;
        for (int i = 1; i < at.length; i++) {
            closest = Math.min(closest, at[i] - at[i - 1]);
        }
        return SPREAD * closest;
    }
}
