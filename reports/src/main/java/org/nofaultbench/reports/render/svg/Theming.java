// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Makes Batik's elements fit for a page: purpose colours become classes, fonts are left to the style sheet, and every text keeps
 * the width that it was laid out with, so that another font on another machine cannot run into its neighbour.
 */
final class Theming {

    private static final FontRenderContext AS_LAID_OUT = new FontRenderContext(null, false, false);
    private static final List<String> LEFT_TO_DEFAULTS = List.of("color-interpolation", "color-rendering", "image-rendering",
            "shape-rendering", "text-rendering", "stroke-miterlimit", "stroke-opacity", "fill-opacity", "stroke-dashoffset");

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
        double width = font(text).getStringBounds(text.getTextContent(), AS_LAID_OUT).getWidth();
        if (!text.getTextContent().isBlank()) {
            text.setAttribute("textLength", String.format(Locale.ROOT, "%.1f", width));
            text.setAttribute("lengthAdjust", "spacingAndGlyphs");
        }
    }

    private static Font font(Element text) {
        boolean bold = inherited(text, "font-weight").startsWith("bold");
        String size = inherited(text, "font-size").replaceAll("[^0-9.]", "");
        return Typeface.TICK.deriveFont(bold ? Font.BOLD : Font.PLAIN, size.isEmpty() ? 12f : Float.parseFloat(size));
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
