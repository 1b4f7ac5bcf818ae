// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Chart;
import org.nofaultbench.reports.document.Report;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.report.RunReport;
import org.nofaultbench.reports.stats.Margin;

class HtmlPageTest {

    private final Report report =
            RunReport.of(Analyst.analyse(RunReader.read(RunFolder.locate(Fixture.run())), Margin.DEFAULT));

    @Test
    void stillComesWithEveryTableWhereChartsCannotBeDrawn() {
        String page = HtmlPage.render(report, chart -> Optional.empty());
        assertThat(page).doesNotContain("<svg").contains("no fonts").contains("12.2");
        assertThat(count(page, "<table")).isEqualTo(count(HtmlPage.render(report), "<table"));
    }

    @Test
    void opensOfflineAndRunsNothingButItsOwnScript() {
        String page = HtmlPage.render(report);
        assertThat(page).contains("default-src 'none'".replace("'", "&#39;")).containsOnlyOnce("<script");
        assertThat(page.replace("http://www.w3.org/2000/svg", "").replace("<script>" + Templates.script(), ""))
                .doesNotContain(
                        "http:", "https:", "<script", "<link", "<img", "@import", "url(//", " src=", "javascript:");
    }

    @Test
    void namesTheHashOfItsOwnScriptSoThatNoOtherRuns() throws Exception {
        String inside = HtmlPage.render(report).split("<script>")[1].split("</script>")[0];
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(inside.getBytes(StandardCharsets.UTF_8));
        assertThat(Templates.policy())
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'")
                .doesNotContain("unsafe-eval");
    }

    @Test
    void hasATableForEveryChart() {
        String page = HtmlPage.render(report);
        assertThat(count(page, "<table")).isGreaterThanOrEqualTo(count(page, "<svg"));
        assertThat(count(page, "<svg")).isEqualTo((int)
                report.all().flatMap(content -> content.all(Chart.class)).count());
    }

    @Test
    void usesNoIdTwiceAndLinksOnlyToItself() {
        String page = HtmlPage.render(report);
        List<String> ids = Pattern.compile(" id=\"([^\"]+)\"")
                .matcher(page)
                .results()
                .map(hit -> hit.group(1))
                .toList();
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(Pattern.compile("href=\"#([^\"]+)\"")
                        .matcher(page)
                        .results()
                        .map(hit -> hit.group(1))
                        .toList())
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    /** Text is escaped by default; the three exceptions are of our own making and hold no text from a run unescaped. */
    @Test
    void leavesOnlyItsOwnMarkupUnescaped() throws IOException {
        try (InputStream page = HtmlPage.class.getResourceAsStream("page.mustache");
                InputStream pieces = HtmlPage.class.getResourceAsStream("pieces.mustache")) {
            String template = new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    + new String(pieces.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(Pattern.compile("\\{\\{\\{(\\w+)}}}|\\{\\{&(\\w+)}}")
                            .matcher(template)
                            .results()
                            .map(MatchResult::group))
                    .containsExactly("{{{css}}}", "{{{script}}}", "{{{svg}}}", "{{{svg}}}");
        }
    }

    /** WCAG 2.2, 1.4.3: contrast of at least 4.5 for text, of 3 for marks (1.4.11), in light and in dark. */
    @Test
    void hasEnoughContrastInLightAndDark() throws IOException {
        for (String theme : List.of("light.css", "dark.css")) {
            Colours colours = Colours.of(theme);
            for (String text : List.of("text", "muted", "accent", "equivalent", "faster", "slower", "undecided")) {
                assertThat(colours.contrast(text, "surface"))
                        .as(theme + " " + text)
                        .isGreaterThanOrEqualTo(4.5);
                assertThat(colours.contrast(text, "raised"))
                        .as(theme + " " + text)
                        .isGreaterThanOrEqualTo(4.5);
            }
            for (int i = 0; i < 8; i++) {
                assertThat(colours.contrast("c" + i, "surface"))
                        .as(theme + " c" + i)
                        .isGreaterThanOrEqualTo(3);
                assertThat(colours.contrast("c" + i, "band"))
                        .as(theme + " c" + i)
                        .isGreaterThanOrEqualTo(2.5);
            }
        }
    }

    private static int count(String text, String part) {
        return Arrays.asList(text.split(Pattern.quote(part), -1)).size() - 1;
    }
}
