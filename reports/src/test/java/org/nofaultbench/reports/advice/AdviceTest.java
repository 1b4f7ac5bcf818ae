// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.advice.Choice.Option;
import org.nofaultbench.reports.advice.Eligibility.Rank;
import org.nofaultbench.reports.advice.Scenario.Use;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Analyst;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.document.Chart.Position;
import org.nofaultbench.reports.fixture.DecidingRun;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;
import org.nofaultbench.reports.stats.Estimate;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Percent;

class AdviceTest {

    private static final Percent NOBODY = new Percent(0);

    @TempDir
    Path temporary;

    private final Analysis analysis = analysis(Fixture.run());

    @Test
    void recommendsOnlyWhatAClientCannotKillTheCompositorThrough() {
        Map<String, Rank> ranks = new TreeMap<>();
        Advice.of(analysis, NOBODY).eligibilities().forEach(standing -> ranks.put(standing.id(), standing.rank()));
        assertThat(ranks)
                .containsEntry("guard-pool", Rank.RECOMMENDED)
                .containsEntry("copy-pread", Rank.RECOMMENDED)
                .containsEntry("sealed", Rank.WITH_CLIENT)
                .containsEntry("unguarded-shared", Rank.UNSAFE)
                .containsEntry("nofault-emulated", Rank.STAND_IN)
                .containsEntry("nofault-private", Rank.SKIPPED)
                .containsEntry("jvm-mapped", Rank.APART);
        assertThat(Advice.of(analysis, NOBODY).choices())
                .isNotEmpty()
                .allSatisfy(choice -> assertThat(
                                choice.recommended().orElseThrow().strategy().rank())
                        .isEqualTo(Rank.RECOMMENDED));
    }

    /** The least property that fails is enough, however fast the strategy is. */
    @Test
    void doesNotRecommendWhatFailedASingleExperiment() {
        RunCopy run = RunCopy.in(temporary).edit("manifest.json", AdviceTest::killedByAHolePunch);
        Eligibility pool = standing(Advice.of(analysis(run.path()), NOBODY), "guard-pool");
        assertThat(pool.rank()).isEqualTo(Rank.UNSAFE);
        assertThat(pool.why()).isEqualTo("not shown to survive: survives-hole-punch");
    }

    private static String killedByAHolePunch(String manifest) {
        int strategy = manifest.indexOf("\"id\" : \"guard-pool\"");
        int property = manifest.indexOf("\"survives-hole-punch\"", strategy);
        int observed = manifest.indexOf("\"yes\"", property);
        return manifest.substring(0, observed) + "\"no\"" + manifest.substring(observed + 5);
    }

    @Test
    void takesAStrategyAtItsWordWhereNothingWasProvenAndSaysSo() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        manifest -> manifest.replace("\"survives-unbackable-hole\", \"keeps", "\"keeps")
                                .replaceAll("(?s)\"proof\" : \\{.*?}", "\"proof\" : null")
                                .replaceAll("(?s)\"proven\" : \\{.*?\\n    },", "\"proven\" : null,"));
        Eligibility pool = standing(Advice.of(analysis(run.path()), NOBODY), "guard-pool");
        assertThat(pool.rank()).isEqualTo(Rank.RECOMMENDED);
        assertThat(pool.onItsWord()).containsExactly("survives-truncation");
    }

    /** By hand, from the same forks. */
    @Test
    void addsTheLifeOfAPoolUpWithinEachRound() {
        Scenario scenario = new Scenario(Use.READ, "1080p", 8_294_400, Scenario.WHOLE, 8_294_400, 10, 0.1);
        Map<Integer, Double> cycle = figures("PoolLifecycle.cycle/guard-pool/1080p/none");
        Map<Integer, Double> read = figures("BufferRead.warm/guard-pool/1080p");
        Map<Integer, Double> recovery = figures("TruncationRecovery.everythingLost/guard-pool/1080p");
        Map<Integer, Double> byHand = new TreeMap<>();
        cycle.forEach((round, ns) ->
                byHand.put(round, (ns + 9 * read.get(round) + 0.1 * (recovery.get(round) - read.get(round))) / 10));
        Estimate cost = option(Advice.of(analysis, NOBODY), scenario, "guard-pool")
                .cost()
                .estimate()
                .orElseThrow();
        assertThat(cost.median()).isCloseTo(Estimate.of(byHand.values()).median(), within(1e-6));
        assertThat(cost.interval().orElseThrow().low())
                .isCloseTo(Estimate.of(byHand.values()).interval().orElseThrow().low(), within(1e-6));
    }

    @Test
    void countsNoLossesAgainstClientsThatCannotCauseThem() {
        Advice advice = Advice.of(analysis, NOBODY);
        Scenario lost = new Scenario(Use.READ, "1080p", 8_294_400, Scenario.WHOLE, 8_294_400, 10, 1);
        Scenario kept = new Scenario(Use.READ, "1080p", 8_294_400, Scenario.WHOLE, 8_294_400, 10, 0);
        assertThat(option(advice, lost, "sealed").cost())
                .isEqualTo(option(advice, kept, "sealed").cost());
        assertThat(option(advice, lost, "guard-pool").cost().median())
                .isGreaterThan(option(advice, kept, "guard-pool").cost().median());
    }

    @Test
    void weighsSealedFilesByTheirShareOfTheReads() {
        Scenario lost = new Scenario(Use.READ, "1080p", 8_294_400, Scenario.WHOLE, 8_294_400, 1, 1);
        Advice none = Advice.of(analysis, NOBODY);
        assertThat(choice(none, lost).mix()).isEmpty();
        Advice quarter = Advice.of(analysis, new Percent(25));
        Choice choice = choice(quarter, lost);
        Map<Integer, Double> sealed = option(quarter, lost, "sealed").cost().ns();
        Map<Integer, Double> other = choice.recommended().orElseThrow().cost().ns();
        choice.mix()
                .orElseThrow()
                .cost()
                .ns()
                .forEach((round, ns) ->
                        assertThat(ns).isCloseTo(0.25 * sealed.get(round) + 0.75 * other.get(round), within(1e-6)));
        Advice all = Advice.of(analysis, new Percent(100));
        assertThat(choice(all, lost).mix().orElseThrow().cost().median())
                .isCloseTo(option(all, lost, "sealed").cost().median(), within(1e-6));
    }

    @Test
    void namesWhatWasNotMeasuredInsteadOfGuessing() {
        Advice advice = Advice.of(analysis, NOBODY);
        assertThat(advice.missing()
                        .get("TruncationRecovery.everythingLost, size=1080p: the process would die of SIGBUS"))
                .containsExactly("unguarded-shared", "unguarded-private");
        assertThat(advice.choices())
                .noneMatch(choice -> choice.scenario().size().equals("4K")
                        && !choice.scenario().isKept());
    }

    /** A run may have any number of pure reads in which another strategy keeps up: compositors upload and blend. */
    @Test
    void choosesByWhatCompositorsDo() {
        Advice advice = Advice.of(analysis, NOBODY);
        assertThat(advice.choices().get(0).scenario().use()).isEqualTo(Use.UPLOAD);
        String second = advice.choices().get(0).options().stream()
                .filter(option -> option.isCandidate()
                        && !option.strategy().equals(advice.firstChoice().orElseThrow()))
                .map(option -> option.strategy().id())
                .findFirst()
                .orElseThrow();
        RunCopy slowUploads = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .map(line -> line.contains("StagedRead.rows/") && !line.contains("/" + second + "/")
                                        ? line.replaceAll("([\\[,])([0-9]+\\.?[0-9]*)(?=[,\\]])", "$19$2")
                                        : line)
                                .collect(Collectors.joining("\n", "", "\n")));
        assertThat(Advice.of(analysis(slowUploads.path()), NOBODY)
                        .firstChoice()
                        .orElseThrow()
                        .id())
                .isEqualTo(second);
    }

    /** The newest run measured two guards that keep up alike; which of them was a little faster is noise. */
    @Test
    void namesTheSameOfTwoEqualsWhicheverWasALittleFaster() {
        List<Path> runs = RealRun.all();
        Path newest = runs.get(runs.size() - 1);
        RunCopy exchanged = RealRun.copy(newest, temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.replace("guard-jump", "neither")
                                .replace("guard-huge-tail", "guard-jump")
                                .replace("neither", "guard-huge-tail"));
        assertThat(firstChoice(exchanged.path())).isEqualTo("guard-jump").isEqualTo(firstChoice(newest));
    }

    private static String firstChoice(Path run) {
        return Advice.of(analysis(run), NOBODY).firstChoice().orElseThrow().id();
    }

    /** Forks of their own differ by where their memory lies; ten that held both sides tell what one process cannot. */
    @Test
    void comparesByTheTurnsThatAllStrategiesTookWithOneBaseline() {
        List<CellEntry> uploads = analysis.cells().stream()
                .filter(cell -> cell.hasFigure() && cell.id().matches("StagedRead.rows/.*/1080p/copy"))
                .map(CellResult::cell)
                .filter(cell ->
                        cell.id().replace(cell.strategy(), "unguarded-shared").equals(cell.baseline()))
                .toList();
        assertThat(uploads).hasSizeGreaterThan(3);
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal
                                + uploads.stream()
                                        .flatMap(cell -> IntStream.rangeClosed(21, 30)
                                                .mapToObj(round -> DecidingRun.beside(
                                                        round,
                                                        cell.id(),
                                                        1000 + 100 * (round % 3),
                                                        (1 + uploads.indexOf(cell)) * (1 + 1e-5 * (round % 4)))))
                                        .collect(Collectors.joining()));
        Scenario upload = Scenario.kept(Use.UPLOAD, "1080p", 8_294_400, Scenario.WHOLE, 8_294_400);
        Analysis withTurns = analysis(run.path());
        Advice advice = Advice.of(withTurns, NOBODY);
        double baselineNs = Estimate.medianOf(figures(withTurns, "StagedRead.rows/unguarded-shared/1080p/copy")
                .values());
        for (CellEntry cell : uploads) {
            Option option = option(advice, upload, cell.strategy());
            assertThat(option.cost().ns()).hasSize(10);
            assertThat(option.cost().median())
                    .isCloseTo((1 + uploads.indexOf(cell)) * baselineNs, withinPercentage(0.1));
        }
        assertThat(option(advice, upload, "unguarded-shared").cost().median()).isEqualTo(baselineNs);
        assertThat(choice(advice, upload).options().stream().filter(Option::isCandidate))
                .hasSize(1);
    }

    @Test
    void hasNoLifeWhereNoPoolWasTimed() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "rounds.jsonl",
                        journal -> journal.lines()
                                .filter(line -> !line.contains("PoolLifecycle"))
                                .reduce("", (all, line) -> all + line + "\n"));
        assertThat(Advice.of(analysis(run.path()), NOBODY).choices())
                .isNotEmpty()
                .allMatch(choice -> choice.scenario().isKept());
    }

    /** Reads of damage may have been asked for the whole buffer, too: what is shown of it is still the read of a whole buffer. */
    @Test
    void saysWhereTheWholeBufferIsFromAlsoWhereItWasReadAsDamage() {
        RunCopy run = RunCopy.in(temporary).edit("manifest.json", manifest -> manifest.replace("\"25%\"", "\"100%\""));
        Advice advice = Advice.of(analysis(run.path()), NOBODY);
        BreakEvens damage = advice.breakEvens().stream()
                .filter(over -> over.quantity() == BreakEvens.Quantity.DAMAGE)
                .findFirst()
                .orElseThrow();
        assertThat(damage.places()).extracting(Position::label).containsExactly("1%", "100%");
        assertThat(damage.note()).isEqualTo("100% is from BufferRead.warm");
    }

    @Test
    void hasNoCurveOverSizesOfWhichNoneIsKnownInBytes() {
        RunCopy run = RunCopy.in(temporary)
                .edit(
                        "manifest.json",
                        manifest -> manifest.replaceAll("\"bytesPerAccess\" : [0-9]+", "\"bytesPerAccess\" : null"));
        assertThat(Advice.of(analysis(run.path()), NOBODY).breakEvens()).isEmpty();
    }

    private Map<Integer, Double> figures(String cell) {
        return figures(analysis, cell);
    }

    private static Map<Integer, Double> figures(Analysis analysis, String cell) {
        return analysis.cells().stream()
                .filter(of -> of.cell().id().equals(cell))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private static Eligibility standing(Advice advice, String id) {
        return advice.eligibilities().stream()
                .filter(of -> of.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Choice choice(Advice advice, Scenario scenario) {
        return advice.choices().stream()
                .filter(of -> of.scenario().equals(scenario))
                .findFirst()
                .orElseThrow();
    }

    private static Option option(Advice advice, Scenario scenario, String strategy) {
        return choice(advice, scenario).options().stream()
                .filter(option -> option.strategy().id().equals(strategy))
                .findFirst()
                .orElseThrow();
    }

    private static Analysis analysis(Path run) {
        return Analyst.analyse(RunReader.read(RunFolder.locate(run)), Margin.DEFAULT);
    }
}
