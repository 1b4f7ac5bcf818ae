// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.SyntheticHistory;
import org.nofaultbench.reports.model.InputException;

class HistoryReaderTest {

    private static final SyntheticHistory STORY = new SyntheticHistory(1, 5, 12, 6);

    @TempDir
    Path runs;

    @BeforeEach
    void writeFiveRuns() {
        STORY.writeTo(runs);
    }

    @Test
    void readsEveryRunInTheOrderOfTime() {
        assertThat(read().runs()).extracting(HistoryRun::id).isSorted().hasSize(5);
    }

    @Test
    void takesEveryRoundOfACell() throws IOException {
        Path journal = runs.resolve(SyntheticHistory.id(2)).resolve("rounds.jsonl");
        String line = Files.readAllLines(journal).get(0);
        Files.writeString(journal, Files.readString(journal) + line.replace("\"round\":1,", "\"round\":7,") + "\n");

        assertThat(read().runs().get(2).cells().get(0).figure().n()).isEqualTo(7);
    }

    @Test
    void refusesTheFirstRunThatIsBroken() throws IOException {
        breakOne();

        assertThatExceptionOfType(InputException.class)
                .isThrownBy(this::read)
                .withMessageContaining("truncated")
                .withMessageContaining(SyntheticHistory.id(1));
    }

    @Test
    void leavesOutWhatIsBrokenWhereThatIsAskedForAndSaysSo() throws IOException {
        breakOne();

        HistoryReader.Outcome outcome = reader(true).read(runs);

        assertThat(outcome.runs()).hasSize(4);
        assertThat(outcome.leftOut()).singleElement().asString().contains(SyntheticHistory.id(1));
    }

    private void breakOne() throws IOException {
        Files.writeString(runs.resolve(SyntheticHistory.id(1)).resolve("manifest.json"), "{");
    }

    private HistoryReader.Outcome read() {
        return reader(false).read(runs);
    }

    static HistoryReader reader(boolean leaveOutBroken) {
        RunDetails none = new RunDetails(Map.of(), new RunDetails.Entry("", "", ""));
        return new HistoryReader(leaveOutBroken, none, Renames.NONE, CommitList.NONE);
    }
}
