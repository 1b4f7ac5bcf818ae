// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Paint;
import java.awt.PaintContext;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.Transparency;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.ColorModel;
import org.jfree.chart.ChartTheme;
import org.jfree.chart.StandardChartTheme;
import org.jfree.chart.plot.DefaultDrawingSupplier;
import org.jfree.chart.ui.RectangleInsets;
import org.nofaultbench.reports.model.Printable;

/** What charts look like: colours of the style sheet, fonts, and shapes and dashes that tell series apart without colour. */
final class Style {

    /**
     * A colour that the style sheet decides, in light and in dark.
     *
     * @param name of the CSS variable
     */
    record CssPaint(String name) implements Paint {

        @Override
        public int getTransparency() {
            return Transparency.OPAQUE;
        }

        @Override
        public PaintContext createContext(
                ColorModel model, Rectangle device, Rectangle2D user, AffineTransform transform, RenderingHints hints) {
            throw new UnsupportedOperationException("a colour of the style sheet has no pixels: name=" + name);
        }
    }

    static final Paint TEXT = new CssPaint("text");
    static final Paint MUTED = new CssPaint("muted");
    static final Paint BAND = new CssPaint("band");
    static final BasicStroke HAIRLINE = new BasicStroke(0.8f);

    /** How many colours the style sheet has for series; further ones begin again with another shape and dash. */
    private static final int COLOURS = 8;

    private static final int LONGEST = 40;
    private static final float[][] DASHES = {{7, 3}, {2, 3}, {9, 3, 2, 3}, {4, 2}};
    private static final Shape[] SHAPES = DefaultDrawingSupplier.createStandardSeriesShapes();

    /** As wide as Arial and Helvetica, which most readers' machines have; without it AWT takes its own default. */
    static final Font FONT = new Font("Liberation Sans", Font.PLAIN, 13);

    private Style() {}

    static Paint ofSeries(int style) {
        return new CssPaint("c" + style % COLOURS);
    }

    static Paint ofHeat(int step) {
        return new CssPaint("h" + step);
    }

    /** Ten shapes in two sizes beside eight colours: 80 series before a pair repeats. */
    static Shape shape(int style) {
        double size = 1.3 + 0.4 * (style / (4 * SHAPES.length) % 2);
        return AffineTransform.getScaleInstance(size, size).createTransformedShape(SHAPES[style % SHAPES.length]);
    }

    static BasicStroke line(int style) {
        int kind = style % (DASHES.length + 1);
        return kind == 0
                ? new BasicStroke(1.4f)
                : new BasicStroke(1.4f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, DASHES[kind - 1], 0);
    }

    /** A name cut to the room that a chart has for it; the table beside it has it whole. */
    static String label(String name) {
        String text = Printable.brief(name);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
    }

    static ChartTheme theme() {
        StandardChartTheme theme = new StandardChartTheme("page");
        theme.setExtraLargeFont(FONT.deriveFont(Font.BOLD, 16f));
        theme.setLargeFont(FONT);
        theme.setRegularFont(FONT);
        theme.setSmallFont(FONT);
        theme.setTitlePaint(TEXT);
        theme.setAxisLabelPaint(TEXT);
        theme.setTickLabelPaint(TEXT);
        theme.setLegendItemPaint(TEXT);
        theme.setItemLabelPaint(TEXT);
        theme.setDomainGridlinePaint(new CssPaint("grid"));
        theme.setRangeGridlinePaint(new CssPaint("grid"));
        theme.setAxisOffset(RectangleInsets.ZERO_INSETS);
        return theme;
    }
}
