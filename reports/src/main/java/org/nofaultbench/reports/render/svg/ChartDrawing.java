// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.AWTError;
import java.awt.Dimension;
import java.awt.Paint;
import java.awt.geom.Rectangle2D;
import java.util.Optional;
import java.util.function.Supplier;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.DefaultExtensionHandler;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.SVGPaintDescriptor;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.block.BlockBorder;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.title.LegendTitle;
import org.jfree.chart.ui.HorizontalAlignment;
import org.jfree.chart.ui.RectangleInsets;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.model.Printable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSSerializer;

/** Draws charts as SVG, or nothing on a machine without fonts: the tables carry the same figures. */
public final class ChartDrawing {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final int WIDTH = 760;
    private static final int TITLE_HEIGHT = 34;

    private ChartDrawing() {}

    /** For a page that brings the style sheet. */
    public static Optional<String> inline(Chart chart) {
        return unlessFontsAreMissing(() -> {
            Element root = drawn(chart, false);
            root.removeAttribute("width");
            root.removeAttribute("height");
            return written(root) + "\n";
        });
    }

    /** For an image by itself; light or dark as the viewer is set. */
    public static Optional<String> standalone(Chart chart) {
        return unlessFontsAreMissing(() -> {
            Element root = drawn(chart, true);
            Element style = child(root, "style");
            style.setTextContent(StyleSheet.forStandaloneChart());
            Element paper = child(root, "rect");
            paper.setAttribute("width", "100%");
            paper.setAttribute("height", "100%");
            paper.setAttribute("fill", "var(--surface)");
            paper.setAttribute("stroke", "none");
            root.insertBefore(paper, root.getFirstChild());
            root.insertBefore(style, paper);
            return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + written(root) + "\n";
        });
    }

    /**
     * Without fontconfig or freetype AWT fails in many ways, depending on the JDK: a RuntimeException from the font
     * configuration, an InternalError, a missing library, from the second call on NoClassDefFoundError, and a plain Error where a
     * cache still names fonts that are gone.
     */
    static Optional<String> unlessFontsAreMissing(Supplier<String> drawing) {
        try {
            return Optional.of(drawing.get());
        } catch (LinkageError | InternalError | AWTError e) {
            return Optional.empty();
        } catch (RuntimeException | Error e) {
            for (StackTraceElement frame : e.getStackTrace()) {
                if (frame.getClassName().matches("sun\\.(font|awt)\\..*")) {
                    return Optional.empty();
                }
            }
            throw e;
        }
    }

    private static Element drawn(Chart chart, boolean titled) {
        int height = Plots.height(chart) + (titled ? TITLE_HEIGHT : 0);
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(newDocument());
        context.setComment(null);
        context.setPrecision(2);
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return chart.id() + "-" + super.generateID(prefix);
            }
        });
        context.setExtensionHandler(new DefaultExtensionHandler() {
            @Override
            public SVGPaintDescriptor handlePaint(Paint paint, SVGGeneratorContext generator) {
                return paint instanceof Style.CssPaint css
                        ? new SVGPaintDescriptor("var(--" + css.name() + ")", "1")
                        : super.handlePaint(paint, generator);
            }
        });
        SVGGraphics2D graphics = new SVGGraphics2D(context, false);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, height));
        jfreechart(chart, titled).draw(graphics, new Rectangle2D.Double(0, 0, WIDTH, height));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + WIDTH + " " + height);
        root.setAttribute("role", "img");
        root.setAttribute("class", "chart");
        root.setAttribute("aria-labelledby", chart.id() + "-title " + chart.id() + "-desc");
        root.setAttribute("xmlns", SVG);
        ((Element) root.getElementsByTagName("defs").item(0)).setAttribute("id", chart.id() + "-defs");
        root.insertBefore(alternative(chart, root, "desc", chart.description()), root.getFirstChild());
        root.insertBefore(alternative(chart, root, "title", chart.title()), root.getFirstChild());
        return root;
    }

    private static JFreeChart jfreechart(Chart chart, boolean titled) {
        XYPlot plot = Plots.of(chart);
        JFreeChart drawing = new JFreeChart(
                titled ? Printable.brief(chart.title()) : null, Style.FONT, plot, Plots.hasLegend(chart));
        Style.theme().apply(drawing);
        drawing.setBackgroundPaint(null);
        drawing.setPadding(new RectangleInsets(6, 6, 6, 14));
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        if (titled) {
            drawing.getTitle().setHorizontalAlignment(HorizontalAlignment.LEFT);
        }
        LegendTitle legend = drawing.getLegend();
        if (legend != null) {
            legend.setBackgroundPaint(null);
            legend.setFrame(BlockBorder.NONE);
            legend.setItemLabelPadding(new RectangleInsets(3, 3, 3, 12));
        }
        return drawing;
    }

    private static Element alternative(Chart chart, Element root, String tag, String text) {
        Element element = child(root, tag);
        element.setAttribute("id", chart.id() + "-" + tag);
        element.setTextContent(Printable.text(text));
        return element;
    }

    private static Element child(Element root, String tag) {
        return root.getOwnerDocument().createElementNS(SVG, tag);
    }

    private static Document newDocument() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the JDK has no XML documents", e);
        }
    }

    /** Batik's own writer declares a DTD, which a browser would look up. */
    private static String written(Element root) {
        LSSerializer writer = ((DOMImplementationLS)
                        root.getOwnerDocument().getImplementation().getFeature("LS", "3.0"))
                .createLSSerializer();
        writer.getDomConfig().setParameter("xml-declaration", false);
        writer.getDomConfig().setParameter("namespaces", false);
        return writer.writeToString(root);
    }
}
