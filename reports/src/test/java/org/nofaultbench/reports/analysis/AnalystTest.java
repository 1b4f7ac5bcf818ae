// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.analysis.CellResult.Absence;
import org.nofaultbench.reports.analysis.CellResult.Comparison;
import org.nofaultbench.reports.document.Warnings;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.fixture.SyntheticRun;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

class AnalystTest {

    @TempDir
    Path temporary;

    @Test
    void comparesACellWithItsBaselineRoundByRound() {
        Comparison copy = cell(analysed(10), "BufferRead.warm/copy-pread/16KiB")
                .comparison()
                .orElseThrow();
        assertThat(copy.ratio().median()).isCloseTo(12.4, within(0.2));
        assertThat(copy.ratio().n()).isEqualTo(10);
        assertThat(copy.verdict()).isEqualTo(Verdict.SLOWER);
        assertThat(copy.baseline().id()).isEqualTo("BufferRead.warm/unguarded-shared/16KiB");
    }

    @Test
    void keepsTheFailedForkVisibleAndCountsTheOthers() {
        Analysis analysis = analysed(8);
        CellResult failed = cell(analysis, "BufferRead.fresh/guard-jump/4K");
        assertThat(failed.figures()).hasSize(7).doesNotContainKey(3);
        assertThat(warnings(analysis))
                .contains("1 of 8 forks of BufferRead.fresh/guard-jump/4K failed, the first with: checksum mismatch:"
                        + " expected=0x1, found=0x2. Its figure rests on the others, if any.");
    }

    @Test
    void keepsSkippedCellsWithTheirReason() {
        Absence absence = cell(analysed(6), "TruncationRecovery.everythingLost/sealed/1080p")
                .absence()
                .orElseThrow();
        assertThat(absence).isEqualTo(new Absence(Absence.Kind.SKIPPED, "the client cannot shrink a sealed file"));
    }

    @Test
    void callsNothingDecidedBelowSixRounds() {
        Analysis analysis = analysed(5);
        assertThat(analysis.compared())
                .isNotEmpty()
                .allMatch(cell -> cell.comparison().orElseThrow().verdict() == Verdict.TOO_FEW);
        assertThat(warnings(analysis)).anyMatch(warning -> warning.contains(" too few rounds for an interval"));
    }

    @Test
    void marksEveryRowOfAStandIn() {
        assertThat(analysed(6).cells())
                .filteredOn(CellResult::standIn)
                .isNotEmpty()
                .allMatch(cell -> "nofault-emulated".equals(cell.cell().strategy()));
    }

    @Test
    void saysWhyARatioIsMissingWhenItsBaselineFailed() {
        Analysis analysis = analysed(RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> !line.contains("GuardCost.beginEnd/unguarded-shared"))
                                .reduce("", (all, line) -> all + line + "\n"))
                .path());
        assertThat(cell(analysis, "GuardCost.beginEnd/guard-pool").comparison()).isEmpty();
        assertThat(warnings(analysis))
                .contains(
                        "6 cells have no ratio: the baseline GuardCost.beginEnd/unguarded-shared gave no figure (the run"
                                + " ended before its first fork).");
    }

    /** A killed run ends in the middle of a round; one sentence a baseline says so, not one a cell. */
    @Test
    void countsFiguresWithoutABaselineInTheirRound() {
        Analysis analysis = analysed(RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> !line.contains("GuardCost.beginEnd/unguarded-shared")
                                        || !line.startsWith("{\"round\":6,"))
                                .reduce("", (all, line) -> all + line + "\n"))
                .path());
        assertThat(cell(analysis, "GuardCost.beginEnd/guard-pool")
                        .comparison()
                        .orElseThrow()
                        .ratio()
                        .n())
                .isEqualTo(5);
        assertThat(warnings(analysis))
                .contains(
                        "6 figures of 6 cells had none of the baseline GuardCost.beginEnd/unguarded-shared in their round"
                                + " and stay out of the ratios.");
    }

    @Test
    void warnsWhenTheHypervisorTookTime() {
        Analysis analysis = analysed(RunCopy.in(temporary)
                .edit("rounds.jsonl", journal -> journal.replaceAll("\"stealMs\":\\d+", "\"stealMs\":100"))
                .path());
        assertThat(warnings(analysis)).anyMatch(warning -> warning.contains("stolen by the hypervisor"));
        assertThat(warnings(analysed(6))).noneMatch(warning -> warning.contains("stolen by the hypervisor"));
    }

    @Test
    void warnsWhenOtherProcessesWereBusy() {
        Analysis analysis = analysed(RunCopy.in(temporary)
                .edit("rounds.jsonl", journal -> journal.replaceAll("\"otherBusyMs\":\\d+", "\"otherBusyMs\":950"))
                .path());
        assertThat(warnings(analysis)).anyMatch(warning -> warning.startsWith("Other processes used 50.0% of"));
        assertThat(warnings(analysed(6))).noneMatch(warning -> warning.startsWith("Other processes"));
    }

    @Test
    void warnsWhenClientAndReaderShareACore() {
        String placement = "\"placement\":{\"readerCpu\":0,\"clientCpu\":1,\"warning\":\"two threads of one core\"}";
        Analysis analysis = analysed(RunCopy.in(temporary)
                .edit("environment.json", text -> text.replaceAll("\"placement\"\\s*:\\s*null", placement))
                .path());
        assertThat(warnings(analysis)).contains("CPU placement: two threads of one core.");
        assertThat(warnings(analysed(6))).noneMatch(warning -> warning.startsWith("CPU placement"));
    }

    private static List<String> warnings(Analysis analysis) {
        return Warnings.of(analysis).stream()
                .map(warning -> warning.sentence().text())
                .toList();
    }

    private Analysis analysed(int rounds) {
        return analysed(new SyntheticRun(7, rounds).writeTo(temporary.resolve("run" + rounds)));
    }

    private static Analysis analysed(Path run) {
        return Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT);
    }

    private static CellResult cell(Analysis analysis, String id) {
        return analysis.cells().stream()
                .filter(cell -> cell.cell().id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
