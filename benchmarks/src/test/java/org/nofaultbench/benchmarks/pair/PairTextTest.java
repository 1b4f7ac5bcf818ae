// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.pair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nofaultbench.benchmarks.pair.SequentialPairTest.Repetition;
import org.nofaultbench.benchmarks.process.Terminal;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;

/** What is printed, in locales with either decimal mark. */
class PairTextTest {

    private static final Duration FORK = Duration.ofMillis(200);

    private final Locale before = Locale.getDefault();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

    static Stream<Locale> locales() {
        return Stream.of(Locale.ROOT, Locale.GERMANY);
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private static Map<String, SequentialPairTest.Result> rows(double noise, double... ratios) {
        FakePairs forks = new FakePairs(FORK, noise);
        Map<String, PairSpec> specs = new LinkedHashMap<>();
        for (int i = 0; i < ratios.length; i++) {
            specs.put("read " + (i + 1), forks.pair(i + 1, ratios[i]));
        }
        try {
            return new SequentialPairTest(
                            specs,
                            forks,
                            Margin.DEFAULT,
                            Duration.ofSeconds(4),
                            SequentialPairTest.Listener.silent(),
                            forks::nanos)
                    .decide(7);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> lines(Map<String, SequentialPairTest.Result> rows) {
        return new PairText("guard-pool", "sealed", Margin.DEFAULT).lines(rows).toList();
    }

    @ParameterizedTest
    @MethodSource("locales")
    void aBlockHasBothFiguresTheRatioTheVerdictAndWhatItTook(Locale locale) {
        Locale.setDefault(locale);

        assertThat(lines(rows(0, 1.25)))
                .containsExactly(
                        "guard-pool against sealed, read 1",
                        "  guard-pool  1,250.0 ns  [1,250.0, 1,250.0]",
                        "  sealed      1,000.0 ns  [1,000.0, 1,000.0]",
                        "  ratio       1.2500  [1.2500, 1.2500]",
                        "  verdict     SLOWER, takes 25.00% more time",
                        "  effort      10 forks, 40 cycles, 2.0 s; 10 involuntary switches",
                        "  sight       smallest detectable effect 0.00%, A/A 0.00%");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void anUndecidedRowSaysWhichWayItLeans(Locale locale) {
        Locale.setDefault(locale);

        assertThat(lines(rows(0.2, 1.01)).get(4))
                .matches("  verdict     UNDECIDED, leans (SLOWER|FASTER); more --seconds may decide");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void aDifferenceInsideTheMarginIsNotKeptSecret(Locale locale) {
        Locale.setDefault(locale);

        assertThat(lines(rows(0.0001, 1.005)).get(4))
                .startsWith("  verdict     EQUIVALENT within 1%, though not the same: 1 is outside");
        assertThat(lines(rows(0.001, 1)).get(4)).isEqualTo("  verdict     EQUIVALENT within 1%");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void severalSizesEndWithThoseThatAreNotTheSame(Locale locale) {
        Locale.setDefault(locale);

        assertThat(lines(rows(0.0001, 1, 1.5)))
                .last()
                .asString()
                .startsWith("not shown to be EQUIVALENT within 1% at: read 2 (1.5")
                .doesNotContain("read 1");
        assertThat(lines(rows(0.0001, 1, 1))).last().isEqualTo("EQUIVALENT within 1% at every size: read 1, read 2");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void trialsAreCountedByVerdictWithTheirTimes(Locale locale) throws IOException {
        Locale.setDefault(locale);
        FakePairs forks = new FakePairs(FORK, 0.001);
        Map<String, PairSpec> specs = Map.of("read 1080p", forks.pair(1, 1.5));
        SequentialPairTest test = new SequentialPairTest(
                specs,
                forks,
                Margin.DEFAULT,
                Duration.ofSeconds(4),
                SequentialPairTest.Listener.silent(),
                forks::nanos);

        List<Repetition> trials = test.repeat(3, 1, trial -> out.println(PairText.line(1, 3, trial)));

        assertThat(trials).extracting(Repetition::seed).doesNotHaveDuplicates();
        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .hasSize(3)
                .allMatch(line -> line.matches(
                        "trial 1/3  read 1080p  1\\.(49|50)\\d{2}  \\[1\\.\\d+, 1\\.\\d+]  SLOWER  10 forks  2\\.0 s"));
        assertThat(PairText.summary(trials))
                .containsExactly(
                        "read 1080p  3 trials  TOO FEW 0, EQUIVALENT 0, FASTER 0, SLOWER 3, UNDECIDED 0; decided after"
                                + " 2.0 s / 2.0 s / 2.0 s / 2.0 s / 2.0 s (least / quartile / median / quartile / most)");
    }

    @ParameterizedTest
    @MethodSource("locales")
    void theLineIsRewrittenOnATerminalOnly(Locale locale) {
        Locale.setDefault(locale);
        SequentialPairTest.Result row = rows(0.2, 1.01).get("read 1");
        Terminal onTerminal = new Terminal(out, true);
        onTerminal.show(progress(1, Optional.empty(), Duration.ofMillis(1240)), Duration.ofMillis(1240), false);
        onTerminal.show(progress(9, Optional.of(row.judgement()), Duration.ofSeconds(2)), Duration.ofSeconds(2), false);
        onTerminal.rewrite("");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .startsWith("\r4K  1.2500  not looked at yet  1 forks  1.2 s\033[K\r4K  1.2500  looked at ")
                .contains("UNDECIDED, leans ")
                .endsWith("\r\033[K")
                .doesNotContain("\n");
        bytes.reset();
        Terminal plain = new Terminal(out, false);
        for (int forks = 1; forks <= 3; forks++) {
            Duration elapsed = Duration.ofSeconds(8 + forks);
            plain.show(progress(forks, Optional.empty(), elapsed), elapsed, false);
        }
        plain.rewrite("");

        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo("4K  1.2500  not looked at yet  2 forks  10.0 s\n");
    }

    private static String progress(int forks, Optional<Judgement> lookedAt, Duration elapsed) {
        return PairText.progress("4K", forks, 1.25, lookedAt, elapsed);
    }
}
