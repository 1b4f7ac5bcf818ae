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
import org.nofaultbench.reports.model.Printable;

/**
 * A comparison as JUnit's XML, which every CI shows: a row is a case, one that stops a change a failure, one that could not be
 * compared or decided a skipped case. {@link Printable} spells every character that XML 1.0 cannot hold (section 2.2).
 */
public final class ComparisonJunit {

    private final XMLStreamWriter xml;

    private ComparisonJunit(XMLStreamWriter xml) {
        this.xml = xml;
    }

    public static String of(ComparisonReport report) {
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
        int missing = count(report.missing());
        int unmatched = count(report.unmatched());
        List<ReportLine> lines = report.lines();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "benchmarks");
        xml.writeAttribute("tests", "" + (lines.size() + missing + unmatched));
        xml.writeAttribute(
                "failures", "" + (lines.stream().filter(ReportLine::stops).count() + missing));
        xml.writeAttribute("errors", "0");
        xml.writeAttribute(
                "skipped", "" + (lines.stream().filter(ComparisonJunit::isOpen).count() + unmatched));
        for (ReportLine line : lines) {
            startCase(line.row());
            if (line.stops() || isOpen(line)) {
                writeEmpty(line.stops() ? "failure" : "skipped", summary(line));
            }
            writeText(
                    "system-out",
                    summary(line) + (line.cautions().isEmpty() ? "" : "; " + String.join("; ", line.cautions())));
            xml.writeCharacters("\n  ");
            xml.writeEndElement();
        }
        writeUncompared("failure", report.missing());
        writeUncompared("skipped", report.unmatched());
        writeText("system-out", head(report));
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private static int count(Map<String, List<String>> byReason) {
        return byReason.values().stream().mapToInt(List::size).sum();
    }

    private static boolean isOpen(ReportLine line) {
        return !line.stops()
                && Stream.of("UNDECIDED", "TOO FEW", ComparedRow.INCONCLUSIVE).anyMatch(line.verdict()::startsWith);
    }

    private void writeUncompared(String element, Map<String, List<String>> byReason) throws XMLStreamException {
        for (Map.Entry<String, List<String>> rows : byReason.entrySet()) {
            for (String row : rows.getValue()) {
                startCase(row);
                writeEmpty(element, rows.getKey());
                xml.writeEndElement();
            }
        }
    }

    private void startCase(String name) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "benchmarks");
        xml.writeAttribute("name", Printable.brief(name));
        xml.writeAttribute("time", "0");
    }

    private void writeEmpty(String element, String message) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeEmptyElement(element);
        xml.writeAttribute("message", Printable.brief(message));
    }

    private void writeText(String element, String text) throws XMLStreamException {
        xml.writeCharacters("\n    ");
        xml.writeStartElement(element);
        xml.writeCharacters(Printable.text(text));
        xml.writeEndElement();
    }

    private static String summary(ReportLine line) {
        return line.verdict() + ": " + line.base() + " -> " + line.next() + ", ratio " + line.ratio();
    }

    private static String head(ComparisonReport report) {
        String differences =
                report.differences().isEmpty() ? "" : "; differs: " + String.join("; ", report.differences());
        String notes = report.notes().isEmpty() ? "" : "; note: " + String.join("; ", report.notes());
        return report.headline() + (report.advice().isEmpty() ? "" : "; " + report.advice()) + "; base: "
                + String.join(", ", report.base()) + "; new: " + report.next() + differences + notes + "; "
                + report.explanation();
    }
}
