// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.reports.advice.AdviceReport;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Margin;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

class ChartDrawingTest {

    static Stream<Report> pages() {
        Analysis analysis = Analyst.analyse(RunReader.read(RunFolder.locate(Fixture.run())), Margin.DEFAULT);
        return Stream.of(RunReport.of(analysis), AdviceReport.of(analysis));
    }

    static Stream<Chart> charts() {
        return pages().flatMap(ChartDrawingTest::chartsOf);
    }

    private static Stream<Chart> chartsOf(Report page) {
        return page.contents().stream().flatMap(content -> content.all(Chart.class));
    }

    @ParameterizedTest
    @MethodSource("charts")
    void isWellFormedAndHasATextAlternative(Chart chart) throws Exception {
        Element root = parsed(ChartDrawing.inline(chart).orElseThrow()).getDocumentElement();
        assertThat(root.getAttribute("role")).isEqualTo("img");
        assertThat(root.getAttribute("aria-labelledby").split(" "))
                .allSatisfy(id -> assertThat(ids(root)).contains(id));
        assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(chart.title());
    }

    @ParameterizedTest
    @MethodSource("charts")
    void takesEveryColourFromTheStyleSheet(Chart chart) {
        assertThat(ChartDrawing.inline(chart).orElseThrow())
                .doesNotContain("rgb(")
                .contains("fill=\"var(--text)\"");
    }

    @ParameterizedTest
    @MethodSource("charts")
    void fetchesNothing(Chart chart) {
        assertThat(ChartDrawing.standalone(chart).orElseThrow().replace("http://www.w3.org/2000/svg", ""))
                .doesNotContain("http", "href", "@import", "DOCTYPE");
    }

    @ParameterizedTest
    @MethodSource("pages")
    void usesNoIdTwiceOnAPage(Report page) throws Exception {
        List<String> all = new ArrayList<>();
        for (Chart chart : chartsOf(page).toList()) {
            all.addAll(ids(parsed(ChartDrawing.inline(chart).orElseThrow()).getDocumentElement()));
        }
        assertThat(all).hasSizeGreaterThan(14).doesNotHaveDuplicates();
    }

    @Test
    void tellsSeriesApartByColourAndShapeTogether() {
        List<String> looks = IntStream.range(0, 80)
                .mapToObj(i -> Style.ofSeries(i) + " " + outline(Style.shape(i)))
                .toList();
        assertThat(looks).doesNotHaveDuplicates();
    }

    @Test
    void drawsNothingWhereTheJdkFindsNoFonts() {
        assertThat(ChartDrawing.unlessFontsAreMissing(() -> {
                    throw new NoClassDefFoundError("sun.font.SunFontManager");
                }))
                .isEmpty();
        assertThat(ChartDrawing.unlessFontsAreMissing(() -> {
                    Error error = new Error("Probable fatal error: No physical fonts found.");
                    error.setStackTrace(new StackTraceElement[] {
                        new StackTraceElement("sun.font.SunFontManager", "getDefaultPhysicalFont", null, 1056)
                    });
                    throw error;
                }))
                .isEmpty();
    }

    @Test
    void doesNotHideItsOwnMistakesBehindMissingFonts() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ChartDrawing.unlessFontsAreMissing(() -> {
                    throw new IllegalStateException("a bug");
                }));
    }

    private static List<Double> outline(Shape shape) {
        List<Double> points = new ArrayList<>();
        double[] coordinates = new double[6];
        for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
            points.add((double) path.currentSegment(coordinates));
            Arrays.stream(coordinates).forEach(points::add);
        }
        return points;
    }

    private static Document parsed(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
    }

    private static List<String> ids(Element root) {
        NodeList all = root.getElementsByTagName("*");
        return IntStream.range(0, all.getLength())
                .mapToObj(i -> ((Element) all.item(i)).getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
    }
}
