// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.nofaultbench.reports.compare.ComparisonReport.ReportLine;
import org.nofaultbench.reports.compare.ComparisonResult.ComparedRow;
import org.nofaultbench.reports.model.Printable;

/**
 * A comparison as JUnit's XML, which every CI shows: a row is a case, one that stops a change a failure, one that could not be
 * compared or decided a skipped case. {@link Printable} spells every character that XML 1.0 cannot hold (section 2.2).
 */
final class ComparisonJunit {

    private final XMLStreamWriter xml;

    private ComparisonJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    static String xml(ComparisonReport report) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new ComparisonJunit(xml).write(report);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a comparison cannot be written as XML", e);
        }
        return out + "\n";
    }

    private void write(ComparisonReport report) throws XMLStreamException {
        List<ReportLine> lines = report.lines();
        int missing = count(report.missing());
        int unmatched = count(report.unmatched());
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        writeAttributes(
                "name", "benchmarks",
                "tests", "" + (lines.size() + missing + unmatched),
                "failures", "" + (lines.stream().filter(ReportLine::stops).count() + missing),
                "errors", "0",
                "skipped", "" + (lines.stream().filter(ComparisonJunit::isOpen).count() + unmatched));
        for (ReportLine line : lines) {
            String summary = line.verdict() + ": " + line.base() + " -> " + line.next() + ", ratio " + line.ratio();
            startCase(line.row(), line.stops() ? "failure" : isOpen(line) ? "skipped" : "", summary);
            writeText(summary + list("; ", line.cautions()));
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        writeUncompared("failure", report.missing());
        writeUncompared("skipped", report.unmatched());
        ComparisonResult result = report.result();
        writeText(report.headline() + (report.advice().isEmpty() ? "" : "; " + report.advice())
                + "; base: " + String.join(", ", result.bases())
                + "; new: " + result.next()
                + list("; differs: ", report.differences())
                + list("; note: ", result.notes())
                + "; " + report.explanation());
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static int count(Map<String, List<String>> rowsByReason) {
        return rowsByReason.values().stream().mapToInt(List::size).sum();
    }

    private static String list(String label, List<String> texts) {
        return texts.isEmpty() ? "" : label + String.join("; ", texts);
    }

    private static boolean isOpen(ReportLine line) {
        return !line.stops()
                && Stream.of("UNDECIDED", "TOO FEW", ComparedRow.INCONCLUSIVE).anyMatch(line.verdict()::startsWith);
    }

    private void writeUncompared(String element, Map<String, List<String>> rowsByReason) throws XMLStreamException {
        for (Map.Entry<String, List<String>> rows : rowsByReason.entrySet()) {
            for (String row : rows.getValue()) {
                startCase(row, element, rows.getKey());
                xml.writeEndElement();
            }
        }
    }

    private void startCase(String name, String element, String message) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        writeAttributes("classname", "benchmarks", "name", Printable.brief(name), "time", "0");
        if (!element.isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement(element);
            writeAttributes("message", Printable.brief(message));
        }
    }

    private void writeText(String text) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement("system-out");
        xml.writeCharacters(Printable.text(text));
        xml.writeEndElement();
    }

    private void writeAttributes(String... namesAndValues) throws XMLStreamException {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            xml.writeAttribute(namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
