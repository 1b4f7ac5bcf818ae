// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.title.TextTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.RectangleInsets;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.Interval;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.w3c.dom.Text;

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

    /**
     * Writes elements so that both an HTML and an XML parser read them alike. Batik's own writer declares a DTD, which a browser
     * would look up, and the JDK's transformer takes longer to start than the rest of a report takes to draw.
     */
    private static final class SvgWriter {

        private final Writer out;

        SvgWriter(Writer out) {
            this.out = out;
        }

        void write(Element root) throws IOException {
            root.setAttribute("xmlns", "http://www.w3.org/2000/svg");
            element(root);
            out.write('\n');
        }

        private void element(Element element) throws IOException {
            if (isEmptyGroup(element)) {
                return;
            }
            out.write("<" + element.getTagName());
            NamedNodeMap attributes = element.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                attribute(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
            }
            out.write('>');
            for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
                if (child instanceof Element nested) {
                    element(nested);
                } else if (child instanceof Text text) {
                    out.write(escaped(text.getData()));
                }
            }
            out.write("</" + element.getTagName() + (element.getTagName().equals("g") ? ">\n" : ">"));
        }

        private static boolean isEmptyGroup(Element element) {
            return (element.getTagName().equals("g") || element.getTagName().equals("defs"))
                    && !element.hasChildNodes();
        }

        private void attribute(String name, String value) throws IOException {
            boolean foreign = name.equals("xmlns:xlink") || name.equals("xml:space");
            if (!value.isEmpty() && !foreign) {
                out.write(" " + name + "=\"" + escaped(value) + "\"");
            }
        }

        private static String escaped(String text) {
            return Printable.text(text)
                    .replace("&", "&amp;")
                    .replace("<", "&lt;")
                    .replace(">", "&gt;")
                    .replace("\"", "&quot;");
        }
    }

    /**
     * Makes Batik's elements fit for a page: purpose colours become classes, fonts are left to the style sheet, and every text keeps
     * the width that it was laid out with, so that another font on another machine cannot run into its neighbour.
     */
    private static final class Theming {

        private static final FontRenderContext AS_LAID_OUT = new FontRenderContext(null, false, false);
        private static final List<String> LEFT_TO_DEFAULTS = List.of(
                "color-interpolation",
                "color-rendering",
                "image-rendering",
                "shape-rendering",
                "text-rendering",
                "stroke-miterlimit",
                "stroke-opacity",
                "fill-opacity",
                "stroke-dashoffset");

        private Theming() {}

        static void apply(Element element) {
            exchange(element, "fill", "f-");
            exchange(element, "stroke", "s-");
            LEFT_TO_DEFAULTS.forEach(element::removeAttribute);
            if (element.getTagName().equals("text")) {
                fixWidth(element);
            }
            for (Element child : children(element)) {
                apply(child);
            }
            element.removeAttribute("font-family");
        }

        private static void exchange(Element element, String attribute, String prefix) {
            ChartColor.classOf(element.getAttribute(attribute)).ifPresent(name -> {
                element.removeAttribute(attribute);
                element.setAttribute("class", (element.getAttribute("class") + " " + prefix + name).strip());
            });
        }

        private static void fixWidth(Element text) {
            double width = font(text)
                    .getStringBounds(text.getTextContent(), AS_LAID_OUT)
                    .getWidth();
            if (!text.getTextContent().isBlank()) {
                text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", width));
                text.setAttribute("lengthAdjust", "spacingAndGlyphs");
            }
        }

        private static Font font(Element text) {
            boolean bold = inherited(text, "font-weight").startsWith("bold");
            String size = inherited(text, "font-size").replaceAll("[^0-9.]", "");
            return Typeface.TICK.deriveFont(
                    bold ? Font.BOLD : Font.PLAIN, size.isEmpty() ? 12f : Float.parseFloat(size));
        }

        private static String inherited(Element element, String attribute) {
            for (Node node = element; node instanceof Element at; node = node.getParentNode()) {
                if (at.hasAttribute(attribute)) {
                    return at.getAttribute(attribute);
                }
            }
            return "";
        }

        private static List<Element> children(Element element) {
            List<Element> children = new ArrayList<>();
            NodeList nodes = element.getChildNodes();
            for (int i = 0; i < nodes.getLength(); i++) {
                if (nodes.item(i) instanceof Element child) {
                    children.add(child);
                }
            }
            return children;
        }
    }

    /** Draws values over a quantity. Series share positions, so their marks stand side by side and none hides another. */
    private static final class QuantityPlot {

        /** Share of the closest two positions' distance that the marks of one position take. */
        private static final double SPREAD = 0.62;

        private static final double MARGIN = 0.25;

        private QuantityPlot() {}

        static XYPlot of(Chart.OverQuantity chart) {
            Projection values = new Projection(chart.values().logarithmic());
            Extent extent =
                    Extent.of(chart.series(), Optional.empty(), chart.values().logarithmic());
            List<Tick> positions = chart.positions().stream()
                    .map(position -> new Tick(Math.log10(position.value()), Label.of(position.label())))
                    .toList();
            double spread = chart.between().isPresent() ? 0 : spread(positions);
            Dataset data =
                    new Dataset(values, extent, place -> positions.get(place).at(), spread);
            Interval range = extent.range();
            double room = Math.max(MARGIN, spread / 2 + 0.1);
            double[] at = positions.stream().mapToDouble(Tick::at).sorted().toArray();
            XYPlot plot = Plots.of(
                    data.upright(chart.series()),
                    new PlacedAxis(chart.across(), at[0] - room, at[at.length - 1] + room, positions),
                    new PlacedAxis(
                            chart.values().label(),
                            values.of(range.low()),
                            values.of(range.high()),
                            values.ticks(range)),
                    Plots.renderer(chart.series(), true, false));
            plot.setFixedLegendItems(Plots.legend(chart.series(), true));
            chart.between()
                    .ifPresent(between -> between.bands().forEach(band -> {
                        IntervalMarker marker = new IntervalMarker(
                                Math.log10(band.low()), Math.log10(band.high()), ChartColor.BAND.color());
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
}
