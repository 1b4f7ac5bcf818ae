// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Dimension;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.model.Printable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** One chart as an SVG element with a text alternative. */
final class SvgChart {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 760;
    private static final int QUANTITY_HEIGHT = 430;
    private static final int TIME_HEIGHT = 300;
    private static final int TITLE_HEIGHT = 34;

    private final Chart chart;
    private final Document document;

    SvgChart(Chart chart) {
        this.chart = chart;
        this.document = newDocument();
    }

    String inline() {
        Element root = drawn(height(), false);
        root.removeAttribute("width");
        root.removeAttribute("height");
        return written(root);
    }

    String standalone() {
        int height = height() + TITLE_HEIGHT;
        Element root = drawn(height, true);
        Element style = document.createElementNS(SVG, "style");
        style.setTextContent(StyleSheet.forStandaloneChart());
        Element paper = document.createElementNS(SVG, "rect");
        paper.setAttribute("width", "100%");
        paper.setAttribute("height", "100%");
        paper.setAttribute("class", "f-surface");
        paper.setAttribute("stroke", "none");
        root.insertBefore(paper, root.getFirstChild());
        root.insertBefore(style, paper);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(root);
    }

    private Element drawn(int height, boolean titled) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(uniqueIds());
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, height));
        jfreechart(titled).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        Element root = graphics.getRoot();
        Theming.apply(root);
        describe(root, height);
        return root;
    }

    private SVGIDGenerator uniqueIds() {
        return new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return chart.id() + "-" + super.generateID(prefix);
            }
        };
    }

    private JFreeChart jfreechart(boolean titled) {
        XYPlot plot = plot();
        JFreeChart drawing = new JFreeChart(titled ? chart.title() : null, Typeface.TITLE, plot, false);
        drawing.setBackgroundPaint(null);
        drawing.setPadding(new RectangleInsets(6, 6, 6, 14));
        if (titled) {
            TextTitle title = drawing.getTitle();
            title.setPaint(ChartColor.TEXT.color());
            title.setHorizontalAlignment(HorizontalAlignment.LEFT);
        }
        if (plot.getFixedLegendItems() != null) {
            drawing.addLegend(legend(plot));
        }
        return drawing;
    }

    private XYPlot plot() {
        if (chart instanceof Chart.OverTime time) {
            return TimePlot.of(time);
        }
        if (chart instanceof Chart.OverQuantity quantity) {
            return QuantityPlot.of(quantity);
        }
        if (chart instanceof Chart.Scatter scatter) {
            return ScatterPlot.of(scatter);
        }
        return chart instanceof Chart.HeatMap map ? HeatMapPlot.of(map) : RowPlot.of((Chart.ByRow) chart);
    }

    private static LegendTitle legend(XYPlot plot) {
        LegendTitle legend = new LegendTitle(plot);
        legend.setPosition(RectangleEdge.BOTTOM);
        legend.setItemFont(Typeface.TICK);
        legend.setItemPaint(ChartColor.TEXT.color());
        legend.setBackgroundPaint(null);
        legend.setFrame(BlockBorder.NONE);
        legend.setItemLabelPadding(new RectangleInsets(3, 3, 3, 12));
        return legend;
    }

    private int height() {
        if (chart instanceof Chart.ByRow rows) {
            int row = RowPlot.sharesRows(rows) ? 16 + 13 * rows.series().size() : 30;
            return 70 + row * rows.rows().size() + (RowPlot.sharesRows(rows) ? 30 : 0);
        }
        if (chart instanceof Chart.OverTime) {
            return TIME_HEIGHT;
        }
        return chart instanceof Chart.HeatMap map ? HeatMapPlot.height(map) : QUANTITY_HEIGHT;
    }

    private void describe(Element root, int height) {
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + height);
        root.setAttribute("role", "img");
        root.setAttribute("class", (root.getAttribute("class") + " chart").strip());
        root.setAttribute("aria-labelledby", chart.id() + "-title " + chart.id() + "-desc");
        root.insertBefore(alternative("desc", chart.description()), root.getFirstChild());
        root.insertBefore(alternative("title", chart.title()), root.getFirstChild());
    }

    private Element alternative(String tag, String text) {
        Element element = document.createElementNS(SVG, tag);
        element.setAttribute("id", chart.id() + "-" + tag);
        element.setTextContent(Printable.text(text));
        return element;
    }

    private static String written(Element root) {
        try (StringWriter out = new StringWriter()) {
            new SvgWriter(out).write(root);
            return out.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML documents", e);
        }
    }
}
