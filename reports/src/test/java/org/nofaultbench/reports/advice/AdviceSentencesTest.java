// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;

/** Below which damage to copy: one sentence for each way in which it can turn out. */
class AdviceSentencesTest {

    private static final String SMALLEST = "DamageRead.damage/copy-pread/1080p/1%/one";

    @TempDir
    Path temporary;

    @Test
    void saysNotToCopyWhereCopyingNeverWinsAndHowFarThatWasMeasured() {
        AdviceSentences lead = lead(Fixture.run());
        assertThat(reading(lead))
                .startsWith(
                        "Pure reading: do not copy on this machine: at every damage from 82.9 kB (1% of 1080p) to 8.29 MB")
                .contains("The fastest copying strategy, copy-pread, takes 3.3")
                .contains("Nothing smaller was measured.");
        assertThat(lead.copyUpToBytes()).hasValue(0);
    }

    /** At 1% the copy takes a third of the guard's time, at 25% 3.3 times as long. */
    @Test
    void saysBelowWhichDamageToCopy() {
        AdviceSentences lead = lead(copyTaking(SMALLEST, 0.027));
        assertThat(reading(lead))
                .matches(
                        "Pure reading: copy damage of up to [0-9]+ kB \\([0-9.]+% of 1080p\\), with copy-pread; from [0-9]+ kB \\([0-9.]+% of 1080p\\)"
                                + " on read through guard-jump without a copy; between the two this run does not decide\\. Measured from 82\\.9 kB.*");
        assertThat(lead.copyUpToBytes().orElseThrow()).isBetween(200_000.0, 900_000.0);
    }

    @Test
    void saysToCopyWhereThatAlwaysWins() {
        AdviceSentences lead = lead(copyTaking("/copy-pread/", 0.027));
        assertThat(reading(lead))
                .startsWith(
                        "Pure reading: copy on this machine: at every damage from 82.9 kB (1% of 1080p) to 8.29 MB");
        assertThat(lead.copyUpToBytes()).hasValue(8_294_400);
    }

    @Test
    void speaksOfBufferSizesWhereNoDamageWasMeasured() {
        Path run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> !line.contains("DamageRead"))
                                .collect(Collectors.joining("\n", "", "\n")))
                .path();
        assertThat(reading(lead(run)))
                .startsWith("Pure reading: from 16.4 kB to 33.2 MB ")
                .doesNotContain("damage");
    }

    @Test
    void doesNotDecideWhatTheRunDoesNot() {
        Path run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> line.startsWith("{\"round\":1,"))
                                .collect(Collectors.joining("\n", "", "\n")))
                .path();
        AdviceSentences lead = lead(run);
        assertThat(reading(lead)).contains("too few rounds");
        assertThat(lead.copyUpToBytes()).isEmpty();
    }

    @Test
    void recommendsNothingWhereNothingSurvives() {
        Path run = RunCopy.in(temporary)
                .edit("manifest.json", text -> text.replace("\"observed\" : \"yes\"", "\"observed\" : \"no\""))
                .path();
        assertThat(reading(lead(run))).startsWith("This run recommends nothing");
        assertThat(lead(run).copyUpToBytes()).isEmpty();
    }

    @Test
    void saysThatItIsNotKnownWhereNoCopyWasMeasured() {
        Path run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> !line.contains("/copy-pread/"))
                                .collect(Collectors.joining("\n", "", "\n")))
                .path();
        assertThat(reading(lead(run))).startsWith("Whether to copy is unknown");
    }

    /** What was measured of an upload at one size has no curve: the ratio there says it. */
    @Test
    void saysFirstWhetherToCopyToUpload() {
        assertThat(lead(Fixture.run()).copying().get(0).text())
                .matches(
                        "Texture upload: at 8\\.29 MB .*\\. The fastest copying strategy, copy-pread, takes [0-9.]+\u00d7 "
                                + "\\([0-9.]+\u2013[0-9.]+\\) as long as guard-[a-z]+\\.");
    }

    /** The last of the sentences is about pure reading. */
    private static String reading(AdviceSentences lead) {
        List<Sentence> sentences = lead.copying();
        return sentences.get(sentences.size() - 1).text();
    }

    /** The fixture with every sample of some cells multiplied. */
    private Path copyTaking(String cells, double factor) {
        Path run = new SyntheticRun(1, 9).writeTo(temporary.resolve(SyntheticRun.ID));
        return new RunCopy(run)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .map(line -> line.contains(cells) ? scaled(line, factor) : line)
                                .collect(Collectors.joining("\n", "", "\n")))
                .path();
    }

    private static String scaled(String line, double factor) {
        try {
            ObjectNode fork = (ObjectNode) SyntheticRun.json().readTree(line);
            fork.get("samples").forEach(samples -> {
                for (int i = 0; i < samples.size(); i++) {
                    ((ArrayNode) samples).set(i, samples.get(i).doubleValue() * factor);
                }
            });
            return fork.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AdviceSentences lead(Path run) {
        return new AdviceSentences(
                Advice.of(Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT), new Percent(0)));
    }
}
