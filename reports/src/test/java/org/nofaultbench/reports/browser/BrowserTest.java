// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.ReportCli;
import org.nofaultbench.reports.advice.AdviceReport;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.SyntheticHistory;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Margin;

/** Every page in a real browser. Skipped, with the reason, where there is none. */
class BrowserTest {

    private static final List<String> COMPLAINTS =
            List.of("Runtime.exceptionThrown", "Runtime.consoleAPICalled", "Log.entryAdded");

    private static final SyntheticHistory STORY = new SyntheticHistory(1, 24, 12, 6);

    /** The browser may still write into its profile while it ends. */
    @TempDir(cleanup = CleanupMode.NEVER)
    static Path temporary;

    private static Chromium browser;
    private static DevTools tools;

    @BeforeAll
    static void start() throws IOException {
        Optional<Path> program = Chromium.installed();
        assumeTrue(program.isPresent(), "no chromium on the PATH: install chromium to try the pages in a browser");
        Analysis analysis = Analyst.analyse(RunReader.read(RunFolder.locate(Fixture.run())), Margin.DEFAULT);
        Files.writeString(file("report"), HtmlPage.render(RunReport.of(analysis)));
        Files.writeString(file("advice"), HtmlPage.render(AdviceReport.of(analysis)));
        writeHistory();
        browser = Chromium.start(program.get(), temporary.resolve("profile"));
        tools = DevTools.of(browser.devTools());
    }

    /** Of a time and of a ratio that changed, so that there is everything that such pages can show; its page comes first. */
    private static void writeHistory() throws IOException {
        Path runs = STORY.writeTo(temporary.resolve("runs"));
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream console = new PrintStream(said, true, StandardCharsets.UTF_8);
        String[] words = {"history", runs.toString(), "-o", temporary.toString()};
        assertThat(ReportCli.run(words, console, console)).as(said::toString).isZero();
        Matcher changed = Pattern.compile("href=\"(cell-[0-9a-f]+)\\.html\"").matcher(Files.readString(file("index")));
        assertThat(changed.find()).isTrue();
        Files.copy(file(changed.group(1)), file("series"));
    }

    @AfterAll
    static void end() throws IOException {
        if (browser != null) {
            tools.close();
            browser.close();
        }
    }

    private static Path file(String page) {
        return temporary.resolve(page + ".html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "advice", "index", "series"})
    void fetchesNothingAndComplainsOfNothing(String page) {
        tools.takeEvents();
        open(page, "light", 1100);
        List<JsonNode> events = tools.takeEvents();
        assertThat(events)
                .filteredOn(event -> event.get("method").textValue().equals("Network.requestWillBeSent"))
                .extracting(event -> event.at("/params/request/url").textValue())
                .containsExactly(file(page).toUri().toString());
        assertThat(events)
                .filteredOn(event -> COMPLAINTS.contains(event.get("method").textValue()))
                .isEmpty();
    }

    /** The test above sees what there is to be seen. */
    @Test
    void wouldNoticeAFetchAndAComplaint() {
        open("report", "light", 1100);
        tools.takeEvents();
        tools.evaluate(
                "new Promise(done => { const i = new Image(); i.onerror = i.onload = done; i.src = 'http://127.0.0.1:9/';"
                        + " document.body.append(i); setTimeout(done, 2000); })");
        assertThat(tools.takeEvents())
                .extracting(event -> event.get("method").textValue())
                .contains("Log.entryAdded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "advice", "index", "series"})
    void passesTheRulesOfAxe(String page) throws IOException {
        open(page, "light", 1100);
        assertThat(violations("{}")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "advice", "index", "series"})
    void hasEnoughContrastInTheDark(String page) throws IOException {
        open(page, "dark", 1100);
        assertThat(violations("{runOnly: ['color-contrast']}")).isEmpty();
    }

    /** What a drawing shows must be there in words: its name and description, or the row beside a drawing that is hidden. */
    @ParameterizedTest
    @ValueSource(strings = {"report", "advice", "index", "series"})
    void saysInWordsWhatADrawingShows(String page) {
        open(page, "light", 1100);
        assertThat(tools.evaluate("document.querySelectorAll('svg').length").intValue())
                .isPositive();
        assertThat(tools.evaluate(
                        "[...document.querySelectorAll('svg')].filter(svg => svg.getAttribute('aria-hidden') === 'true'"
                                + " ? !svg.closest('tr')?.innerText.trim()"
                                + " : (svg.getAttribute('aria-labelledby') ?? '').split(' ').some(id => !document.getElementById(id)?.textContent.trim()))"
                                + ".map(svg => svg.outerHTML.slice(0, 200))"))
                .isEmpty();
    }

    /** A page of several tables is a list of names to who does not see it. */
    @ParameterizedTest
    @ValueSource(strings = {"index", "series"})
    void givesEveryTableOfAHistoryAName(String page) {
        open(page, "light", 1100);
        assertThat(tools.evaluate("document.querySelectorAll('table').length").intValue())
                .isGreaterThan(1);
        assertThat(tools.evaluate(
                        "[...document.querySelectorAll('table')].filter(table => !table.caption?.textContent.trim()"
                                + " && !table.getAttribute('aria-label')?.trim())"
                                + ".map(table => table.className)"))
                .isEmpty();
    }

    /** A rule that nothing can break would pass, too. */
    @Test
    void wouldNoticeTextThatCannotBeRead() throws IOException {
        open("advice", "light", 1100);
        tools.evaluate("document.querySelector('h2').style.color = '#ddd'");
        assertThat(violations("{runOnly: ['color-contrast']}"))
                .singleElement()
                .asString()
                .startsWith("color-contrast");
    }

    @ParameterizedTest
    @ValueSource(strings = {"report", "advice", "index", "series"})
    void fitsANarrowScreenWithoutScrollingTheWholePageSideways(String page) {
        open(page, "light", 360);
        assertThat(tools.evaluate("document.documentElement.scrollWidth").intValue())
                .isLessThanOrEqualTo(360);
    }

    @Test
    void takesTheKeyboardToTheContentFirst() {
        open("advice", "light", 1100);
        press("Tab", 9);
        assertThat(tools.evaluate("document.activeElement.className").textValue())
                .isEqualTo("skip");
        assertThat(tools.evaluate("getComputedStyle(document.activeElement).clipPath")
                        .textValue())
                .isEqualTo("none");
        press("Enter", 13);
        assertThat(tools.evaluate("document.activeElement.id").textValue()).isEqualTo("content");
    }

    @Test
    void sortsATableByKeyboardAndSaysSo() {
        open("report", "light", 1100);
        tools.evaluate(
                "window.table = document.querySelector('#overview table'); table.querySelectorAll('.sort')[1].focus()");
        press("Enter", 13);
        assertThat(tools.evaluate("table.querySelectorAll('th')[1].getAttribute('aria-sort')")
                        .textValue())
                .isEqualTo("ascending");
        assertThat(column()).hasSizeGreaterThan(3).isSorted();
        press("Enter", 13);
        assertThat(tools.evaluate("table.querySelectorAll('[aria-sort]').length")
                        .intValue())
                .isEqualTo(1);
        assertThat(column()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(tools.evaluate("table.tBodies[0].rows[table.tBodies[0].rows.length - 1].cells[1].textContent")
                        .textValue())
                .as("rows without a figure come last")
                .isEqualTo("-");
    }

    private static List<Double> column() {
        List<Double> values = new ArrayList<>();
        tools.evaluate("[...table.tBodies[0].rows].map(row => row.cells[1].dataset.v).filter(v => v).map(Number)")
                .forEach(value -> values.add(value.doubleValue()));
        return values;
    }

    @Test
    void opensThePartThatALinkLeadsTo() {
        open("report", "light", 1100);
        tools.evaluate("document.querySelectorAll('details').forEach(part => part.open = false)");
        tools.evaluate("document.querySelector('nav a[href=\"#cost\"]').click()");
        assertThat(tools.evaluate("document.querySelector('#cost').closest('details').open")
                        .booleanValue())
                .isTrue();
        assertThat(tools.evaluate("document.querySelectorAll('details[open]').length")
                        .intValue())
                .isEqualTo(1);
    }

    @Test
    void filtersRowsByAWord() {
        open("report", "light", 1100);
        tools.evaluate("document.querySelector('#overview .filter input').focus()");
        tools.send("Input.insertText", Map.of("text", "COPY"));
        assertThat(tools.evaluate(
                        "[...document.querySelector('#overview table').tBodies[0].rows].filter(row => row.offsetHeight > 0)"
                                + ".map(row => row.cells[0].textContent)"))
                .extracting(JsonNode::textValue)
                .containsExactly("copy-pread");
        assertThat(tools.evaluate("document.querySelector('#overview output').textContent")
                        .textValue())
                .isEqualTo("1 of 9");
    }

    @Test
    void printsInLightWithoutWhatCannotBePressedOnPaper() {
        open("report", "dark", 1100);
        tools.send(
                "Emulation.setEmulatedMedia",
                Map.of("media", "print", "features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
        assertThat(tools.evaluate("getComputedStyle(document.body).backgroundColor")
                        .textValue())
                .isEqualTo("rgb(255, 255, 255)");
        assertThat(tools.evaluate(
                                "[...document.querySelectorAll('nav, .filter, .skip')].filter(of => of.offsetHeight > 0).length")
                        .intValue())
                .isZero();
    }

    private static void open(String page, String scheme, int width) {
        tools.send(
                "Emulation.setEmulatedMedia",
                Map.of("media", "", "features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
        tools.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        tools.send("Page.navigate", Map.of("url", file(page).toUri().toString()));
        tools.evaluate(
                "new Promise(done => document.readyState === 'complete' ? done() : addEventListener('load', () => done()))");
        tools.evaluate("document.querySelectorAll('details').forEach(part => part.open = true)");
    }

    private static void press(String key, int code) {
        for (String type : List.of("keyDown", "keyUp")) {
            tools.send(
                    "Input.dispatchKeyEvent",
                    Map.of(
                            "type",
                            type,
                            "key",
                            key,
                            "code",
                            key,
                            "windowsVirtualKeyCode",
                            code,
                            "text",
                            key.equals("Enter") && type.equals("keyDown") ? "\r" : ""));
        }
    }

    /** Id of the rule and where; drawings count by their text alternatives, and the rest of them is left out. */
    private static List<String> violations(String options) throws IOException {
        tools.evaluate(axe());
        List<String> violations = new ArrayList<>();
        tools.evaluate(
                        "axe.run({exclude: [['svg > g']]}, " + options
                                + ").then(all => all.violations.map(of => of.id + ': '"
                                + " + of.nodes.slice(0, 3).map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join(' | ')))")
                .forEach(violation -> violations.add(violation.textValue()));
        return violations;
    }

    private static String axe() throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                BrowserTest.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/axe-core/pom.properties")) {
            properties.load(in);
        }
        try (InputStream in = BrowserTest.class.getResourceAsStream(
                "/META-INF/resources/webjars/axe-core/" + properties.getProperty("version") + "/axe.min.js")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
