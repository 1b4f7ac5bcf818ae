// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.SyntheticHistory;
import org.nofaultbench.reports.model.InputException;

class HistoryReaderTest {

    private static final SyntheticHistory STORY = new SyntheticHistory(1, 5, 12, 6);

    @TempDir
    Path runs;

    @TempDir
    Path site;

    private HistoryReader.Outcome first;

    @BeforeEach
    void readForTheFirstTime() {
        STORY.writeTo(runs);
        first = read();
        assertThat(first.read()).isEqualTo(5);
        assertThat(first.runs()).extracting(HistoryRun::folder).isSorted().hasSize(5);
    }

    @Test
    void readsNothingAnewWhereNothingIsNew() {
        assertThat(read()).isEqualTo(new HistoryReader.Outcome(first.runs(), first.leftOut(), 0));
    }

    @Test
    void readsARunThatWasAddedAndNoOther() {
        STORY.write(runs, 5);
        HistoryReader.Outcome next = read();
        assertThat(next.read()).isEqualTo(1);
        assertThat(next.runs()).hasSize(6).startsWith(first.runs().toArray(new HistoryRun[0]));
        assertThat(read().read()).isZero();
    }

    @Test
    void readsARunThatHasGrownAnew() throws IOException {
        Path journal = runs.resolve(SyntheticHistory.id(2)).resolve("rounds.jsonl");
        String line = Files.readAllLines(journal).get(0);
        Files.writeString(journal, Files.readString(journal) + line.replace("\"round\":1,", "\"round\":7,") + "\n");
        HistoryReader.Outcome next = read();
        assertThat(next.read()).isEqualTo(1);
        assertThat(next.runs().get(2).figures().cells().get(0).figure().n()).isEqualTo(7);
    }

    @Test
    void forgetsARunThatIsGone() throws IOException {
        Path gone = runs.resolve(SyntheticHistory.id(2));
        for (String file : new String[] {"manifest.json", "environment.json", "rounds.jsonl"}) {
            Files.delete(gone.resolve(file));
        }
        assertThat(read()).satisfies(next -> {
            assertThat(next.read()).isZero();
            assertThat(next.runs()).hasSize(4);
        });
        assertThat(cache()).content().doesNotContain(SyntheticHistory.id(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nofault-bench history cache 0\n", "\n\n\n", "{}", "\0\1\2"})
    void readsAllAnewWhereTheCacheIsOfNoUse(String content) throws IOException {
        Files.writeString(cache(), content);
        assertThat(read()).isEqualTo(first);
        assertThat(read().read()).isZero();
    }

    @Test
    void readsAllAnewWhereTheCacheIsNoText() throws IOException {
        byte[] noise = new byte[100_000];
        new Random(1).nextBytes(noise);
        Files.write(cache(), noise);
        assertThat(read()).isEqualTo(first);
    }

    /** Each line has a sum of its own, so what broke is read again and nothing else is believed. */
    @Test
    void neverTakesAFigureFromALineThatBroke() throws IOException {
        byte[] whole = Files.readAllBytes(cache());
        Random random = new Random(7);
        for (int i = 0; i < 60; i++) {
            byte[] broken = whole.clone();
            broken[random.nextInt(broken.length)] ^= (byte) (1 << random.nextInt(7));
            Files.write(cache(), broken);
            HistoryReader.Outcome next = read();
            assertThat(next.runs()).isEqualTo(first.runs());
            assertThat(next.read()).isBetween(1, 5);
        }
    }

    @Test
    void readsWhatALineThatIsWellSummedAndMakesNoSenseWasAbout() throws IOException {
        String forged = Files.readString(cache()).replace("\"status\":\"OK\"", "\"status\":null");
        StringBuilder summed = new StringBuilder();
        forged.lines().forEach(line -> summed.append(line.startsWith("nofault") ? line : resummed(line)).append('\n'));
        Files.writeString(cache(), summed);
        assertThat(read()).isEqualTo(first);
    }

    private static String resummed(String line) {
        CRC32C sum = new CRC32C();
        sum.update(line.substring(9).getBytes(StandardCharsets.UTF_8));
        return String.format("%08x ", sum.getValue()) + line.substring(9);
    }

    @Test
    void refusesTheFirstRunThatIsBrokenAndKeepsWhatItHasRead() throws IOException {
        Files.writeString(runs.resolve(SyntheticHistory.id(1)).resolve("manifest.json"), "{");
        Files.delete(cache());
        assertThatExceptionOfType(InputException.class).isThrownBy(this::read)
                .withMessageContaining("truncated").withMessageContaining(SyntheticHistory.id(1));
        STORY.write(runs, 1);
        assertThat(read().read()).isEqualTo(1);
    }

    @Test
    void leavesOutWhatIsBrokenWhereThatIsAskedForAndSaysSo() throws IOException {
        Files.writeString(runs.resolve(SyntheticHistory.id(1)).resolve("manifest.json"), "{");
        HistoryReader.Outcome next = new HistoryReader(site, HistoryReader.Broken.LEAVE_OUT).read(runs);
        assertThat(next.runs()).hasSize(4);
        assertThat(next.leftOut()).singleElement().asString().contains(SyntheticHistory.id(1));
    }

    private HistoryReader.Outcome read() {
        return new HistoryReader(site, HistoryReader.Broken.REFUSE).read(runs);
    }

    private Path cache() {
        return site.resolve(FiguresCache.NAME);
    }
}
