// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.nofaultbench.reports.model.Printable;

/**
 * A comparison as JUnit's XML, which every CI shows: a row is a case, one that stops a change a failure, one that could not be
 * compared or decided a skipped case. {@link Printable} spells every character that XML 1.0 cannot hold (section 2.2).
 */
final class ComparisonJunit {

    private static final String FAILURE = "failure";
    private static final String SKIPPED = "skipped";

    private final ComparisonResult result;
    private final XMLStreamWriter xml;

    /** A test case: what became of it, empty where it passed, and what it printed, empty where that is nothing. */
    private record Case(String name, String outcome, String message, String output) {}

    private ComparisonJunit(ComparisonResult result, XMLStreamWriter xml) {
        this.result = result;
        this.xml = xml;
    }

    static String xml(ComparisonResult result) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            new ComparisonJunit(result, xml).write();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a comparison cannot be written as XML", e);
        }
        return out + "\n";
    }

    private void write() throws XMLStreamException {
        List<Case> cases = cases();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeCharacters("\n");
        xml.writeStartElement("testsuite");
        writeAttributes(
                "name", "benchmarks",
                "tests", "" + cases.size(),
                "failures", "" + count(cases, FAILURE),
                "errors", "0",
                "skipped", "" + count(cases, SKIPPED));
        for (Case one : cases) {
            write(one);
        }
        writeText(result.headline() + (result.advice().isEmpty() ? "" : "; " + result.advice())
                + "; base: " + String.join(", ", result.bases())
                + "; new: " + result.next()
                + list("; differs: ", result.differenceTexts())
                + list("; note: ", result.notes())
                + "; " + result.explanation());
        xml.writeCharacters("\n");
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (ComparedRow row : result.byUrgency()) {
            String outcome = row.stops() ? FAILURE : row.verdict().isDecided() ? "" : SKIPPED;
            String summary =
                    row.verdictText() + ": " + row.baseText() + " -> " + row.nextText() + ", ratio " + row.ratioText();
            cases.add(new Case(row.label(), outcome, summary, summary + list("; ", row.cautions())));
        }
        addUncompared(cases, FAILURE, result.missing());
        addUncompared(cases, SKIPPED, result.uncompared());
        return cases;
    }

    private static void addUncompared(List<Case> cases, String outcome, Map<String, List<String>> rowsByReason) {
        rowsByReason.forEach((reason, rows) -> rows.forEach(row -> cases.add(new Case(row, outcome, reason, ""))));
    }

    private static long count(List<Case> cases, String outcome) {
        return cases.stream().filter(one -> one.outcome().equals(outcome)).count();
    }

    private static String list(String label, List<String> texts) {
        return texts.isEmpty() ? "" : label + String.join("; ", texts);
    }

    private void write(Case one) throws XMLStreamException {
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        writeAttributes("classname", "benchmarks", "name", Printable.brief(one.name()), "time", "0");
        if (!one.outcome().isEmpty()) {
            xml.writeCharacters("\n    ");
            xml.writeEmptyElement(one.outcome());
            writeAttributes("message", Printable.brief(one.message()));
        }
        if (!one.output().isEmpty()) {
            writeText(one.output());
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
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
