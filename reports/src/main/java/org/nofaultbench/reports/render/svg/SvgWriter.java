// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.io.IOException;
import java.io.Writer;
import org.nofaultbench.reports.model.Printable;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Writes elements so that both an HTML and an XML parser read them alike. Batik's own writer declares a DTD, which a browser
 * would look up, and the JDK's transformer takes longer to start than the rest of a report takes to draw.
 */
final class SvgWriter {

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
        return (element.getTagName().equals("g") || element.getTagName().equals("defs")) && !element.hasChildNodes();
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
