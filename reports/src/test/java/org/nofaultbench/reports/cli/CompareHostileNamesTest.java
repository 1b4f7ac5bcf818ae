// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.SyntheticJmh;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.w3c.dom.NodeList;

/** Names in a JMH file are whatever somebody called a benchmark; they are text in every form. */
class CompareHostileNamesTest {

    private static final String SCRIPT = "<script>alert(1)</script>";
    private static final String CONTROLS = "\u0000\u0001\u001b[31m\u202e\ud800\uffff";
    private static final String MARKUP = "`` | a* [x](http://example.org) @all <!-- ]]> &amp; \"'";
    private static final String PATH = "../../../etc/passwd";

    @TempDir
    Path temporary;

    private Path base;
    private Path next;

    @BeforeEach
    void writeHostileFiles() {
        base = file(1, 100).writeTo(temporary.resolve("base <b>.json"));
        next = file(2, 200).writeTo(temporary.resolve("new.json"));
    }

    private static SyntheticJmh file(long seed, double nanoseconds) {
        SyntheticJmh json = new SyntheticJmh(seed);
        for (String name : new String[] {SCRIPT, CONTROLS, MARKUP, PATH, "x".repeat(10_000)}) {
            json.time(name, 10, nanoseconds);
        }
        json.time("only " + seed + SCRIPT + CONTROLS + MARKUP, 10, 1);
        json.row("mode", "avgt", "ns/op", 10, 1).put("jdkVersion", SCRIPT + seed + CONTROLS);
        return json;
    }

    private String printed(String form) {
        Console console = Console.of("compare", base, next, "--format", form, "--despite-differences");
        assertThat(console.err()).isEmpty();
        assertThat(console.exit()).isEqualTo(1);
        return console.out();
    }

    @Test
    void areTextOnTheTerminal() {
        assertThat(printed("text")).matches("[\\x20-\\x7e\\n]*").contains("<script>", "../../../etc/passwd", "\\u001b");
        assertThat(printed("text").length()).isLessThan(20_000);
    }

    @Test
    void areCodeInMarkdown() {
        String comment = printed("markdown");
        assertThat(comment).doesNotContainPattern("[\\x00-\\x09\\x0b-\\x1f\\u202e]");
        assertThat(comment).contains("`" + SCRIPT).contains("``` `` \\| a* [x](http://example.org) @all");
        assertThat(comment.replaceAll("```.*?```|`[^`]*`", ""))
                .doesNotContain("<script", "](http", "@all", "<!--", "passwd");
        assertThat(comment.lines().filter(line -> line.startsWith("| ")))
                .hasSize(7)
                .allSatisfy(line -> assertThat(line.replaceAll("\\\\\\|", "")
                                .chars()
                                .filter(c -> c == '|')
                                .count())
                        .isEqualTo(8));
    }

    @Test
    void areWholeInJson() throws IOException {
        String text = printed("json");
        assertThat(text).matches("[\\x20-\\x7e\\n]*");
        assertThat(SyntheticRun.json().readTree(text).path("rows").findValuesAsText("row"))
                .contains(
                        SCRIPT + " [avgt] size=16", MARKUP + " [avgt] size=16", "x".repeat(10_000) + " [avgt] size=16")
                .anySatisfy(row -> assertThat(row).startsWith("\u0000\u0001\u001b[31m\u202e"));
    }

    @Test
    void areTextInJunit() throws Exception {
        String text = printed("junit");
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        NodeList cases = factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))
                .getElementsByTagName("testcase");
        assertThat(cases.getLength()).isEqualTo(8);
        assertThat(text).contains("&lt;script&gt;", "\\u0000\\u0001\\u001b[31m").doesNotContain("<script");
    }

    @Test
    void areBriefInTheOneLineOfARefusal() {
        Console console = Console.of("compare", base, next);
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).matches("[\\x20-\\x7e]*\n").contains("jdkVersion of 1 of 6 rows=<script>");
    }

    @Test
    void writeNoFileOfTheirOwn() {
        printed("junit");
        assertThat(temporary).isDirectoryNotContaining(path -> path.toString().contains("passwd"));
    }
}
