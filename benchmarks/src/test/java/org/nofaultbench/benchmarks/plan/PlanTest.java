// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.CellEntry;
import org.nofaultbench.reports.stats.Comparisons;
import org.nofaultbench.reports.stats.Estimate;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

class PlanTest {

    private static final List<StrategyInfo> STRATEGIES = List.of(
            strategy(0, "unguarded-shared", Family.UNGUARDED, Set.of(), Optional.empty()),
            strategy(
                    1,
                    "sealed",
                    Family.SEALED,
                    EnumSet.of(Trait.SURVIVES_TRUNCATION, Trait.NEEDS_CLIENT),
                    Optional.empty()),
            strategy(2, "guard-pool", Family.GUARD, EnumSet.of(Trait.SURVIVES_TRUNCATION), Optional.empty()),
            strategy(
                    3,
                    "brand-new",
                    Family.NOFAULT,
                    EnumSet.of(Trait.SURVIVES_TRUNCATION),
                    Optional.of("this kernel is too old")),
            strategy(4, "jvm-mapped", Family.JVM, EnumSet.of(Trait.SURVIVES_TRUNCATION), Optional.empty()),
            new StrategyInfo(
                    5,
                    "jvm-heap",
                    "",
                    Family.JVM,
                    "",
                    EnumSet.of(Trait.SURVIVES_TRUNCATION),
                    Optional.empty(),
                    Optional.empty()));

    private static StrategyInfo strategy(
            int index, String id, Family family, Set<Trait> properties, Optional<String> skipReason) {
        Set<Trait> traits = EnumSet.of(Trait.SEES_LATER_WRITES);
        traits.addAll(properties);
        return new StrategyInfo(index, id, id, family, "", traits, skipReason, Optional.empty());
    }

    private static Plan standard() {
        return Plan.ofPreset(Preset.STANDARD, STRATEGIES, id -> true);
    }

    private static CellEntry entry(String id) {
        return standard().entries("ns/op").stream()
                .filter(e -> e.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void asksMoreTheMoreTimeThereIs() {
        List<String> few = ids(Preset.QUICK);
        List<String> more = ids(Preset.STANDARD);
        List<String> all = ids(Preset.FULL);

        assertThat(few).doesNotContain("BufferRead.warm/guard-pool/4K");
        assertThat(more)
                .contains("BufferRead.warm/guard-pool/4K")
                .containsAll(few)
                .doesNotContain("BufferRead.warm/guard-pool/256KiB");
        assertThat(all).contains("BufferRead.warm/guard-pool/256KiB").containsAll(more);
        assertThat(ids(Preset.SMOKE)).isEqualTo(few);
    }

    private static List<String> ids(Preset preset) {
        return Plan.ofPreset(preset, STRATEGIES, id -> true).entries("ns/op").stream()
                .map(CellEntry::id)
                .toList();
    }

    @Test
    void givesEveryStrategyOfTheRegistryARowInEveryWorkload() {
        assertThat(standard().entries("ns/op"))
                .filteredOn(entry -> "brand-new".equals(entry.strategy()))
                .extracting(CellEntry::id)
                .contains(
                        "BufferRead.warm/brand-new/16KiB",
                        "BufferRead.fresh/brand-new/1080p",
                        "GuardCost.beginEnd/brand-new",
                        "TruncationRecovery.recovery/brand-new/1080p/100%");
    }

    @Test
    void keepsTheRowOfAStrategyThatCannotRunHereWithTheReason() {
        assertThat(entry("BufferRead.warm/brand-new/4K").skipReason()).isEqualTo("this kernel is too old");
        assertThat(standard().runnable()).noneMatch(cell -> cell.id().contains("brand-new"));
    }

    @Test
    void saysWhyAStrategyHasNoRecovery() {
        assertThat(entry("TruncationRecovery.recovery/sealed/1080p/100%").skipReason())
                .contains("sealed");
        assertThat(entry("TruncationRecovery.recovery/unguarded-shared/1080p/100%")
                        .skipReason())
                .contains("SIGBUS");
        assertThat(entry("TruncationRecovery.recovery/guard-pool/1080p/100%").skipReason())
                .isNull();
    }

    @Test
    void comparesEachCellWithTheControlOfItsOwnSize() {
        assertThat(entry("BufferRead.warm/guard-pool/4K").baseline()).isEqualTo("BufferRead.warm/unguarded-shared/4K");
        assertThat(entry("BufferRead.warm/unguarded-shared/4K").baseline()).isNull();
        assertThat(entry("TruncationRecovery.recovery/brand-new/1080p/100%").baseline())
                .isEqualTo("TruncationRecovery.recovery/guard-pool/1080p/100%");
        assertThat(entry("CallOverhead.contractLoop/16KiB").baseline()).isEqualTo("CallOverhead.plainLoop/16KiB");
    }

    @Test
    void asksWhatThoseWithoutTheFlagPayOnceAndComparesItWithNothing() {
        assertThat(Plan.ofPreset(Preset.STANDARD, STRATEGIES, id -> true).entries("ns/op"))
                .filteredOn(entry -> entry.benchmark().equals("NonUser"))
                .hasSize(5)
                .allSatisfy(entry -> assertThat(entry.metric()).isEqualTo("eventNs"))
                .allSatisfy(entry -> assertThat(entry.strategy()).isNull())
                .allSatisfy(entry -> assertThat(entry.baseline()).isNull());
    }

    @Test
    void comparesLoopsInJavaWithTheirOwnControlAndWithNoLoopInC() {
        assertThat(entry("BufferRead.warm/jvm-mapped/1080p").baseline()).isEqualTo("BufferRead.warm/jvm-heap/1080p");
        assertThat(entry("GuardCost.beginEnd/jvm-mapped").baseline()).isEqualTo("GuardCost.beginEnd/jvm-heap");
        assertThat(entry("BufferRead.warm/jvm-heap/1080p").baseline()).isNull();
    }

    @Test
    void leavesALoopInJavaWithoutABaselineWhereItsControlCannotBeAsked() {
        assertThat(entry("BufferRead.fresh/jvm-heap/1080p").skipReason()).contains("copied at attach");
        assertThat(entry("TruncationRecovery.recovery/jvm-heap/1080p/100%").skipReason())
                .contains("nothing can be lost");
        assertThat(entry("BufferRead.fresh/jvm-mapped/1080p").baseline()).isNull();
        assertThat(entry("TruncationRecovery.recovery/jvm-mapped/1080p/100%").baseline())
                .isNull();
        assertThat(entry("TruncationRecovery.recovery/jvm-mapped/1080p/100%").skipReason())
                .isNull();
    }

    @Test
    void keepsTheRowOfAStrategyThatThePresetDoesNotAsk() {
        StrategyInfo beside = strategy(6, "guard-beside", Family.GUARD, Set.of(), Optional.empty());
        List<CellEntry> standard = Plan.ofPreset(Preset.STANDARD, List.of(STRATEGIES.get(2), beside), id -> true)
                .entries("ns/op");
        List<CellEntry> full = Plan.ofPreset(Preset.FULL, List.of(STRATEGIES.get(2), beside), id -> true)
                .entries("ns/op");

        String damaged = "DamageRead.damage/guard-beside/1080p/1%/one";
        assertThat(standard)
                .filteredOn(entry -> entry.id().equals(damaged))
                .singleElement()
                .satisfies(entry -> assertThat(entry.skipReason()).contains("not measured in preset standard"));
        assertThat(full)
                .filteredOn(entry -> entry.id().equals(damaged))
                .singleElement()
                .satisfies(entry -> assertThat(entry.skipReason()).isNull());
        assertThat(standard)
                .filteredOn(entry -> entry.id().equals(damaged.replace("beside", "pool")))
                .singleElement()
                .satisfies(entry -> assertThat(entry.skipReason()).isNull());
    }

    @Test
    void comparesTheControlsOwnReadKernelWithItsPeer() {
        assertThat(entry("StagedRead.rows/unguarded-shared/1080p/copy").baseline())
                .isEqualTo("StagedRead.rows/unguarded-shared/1080p/memcpy");
        assertThat(entry("StagedRead.rows/guard-pool/1080p/copy").baseline())
                .isEqualTo("StagedRead.rows/unguarded-shared/1080p/copy");
        assertThat(entry("StagedRead.rows/unguarded-shared/1080p/memcpy").baseline())
                .isNull();
        assertThat(entry("StagedRead.rows/guard-pool/1080p/memcpy").skipReason())
                .contains("control alone");
    }

    @Test
    void countsTheBytesOfTheDamage() {
        assertThat(entry("DamageRead.damage/guard-pool/1080p/5%/many").bytesPerAccess())
                .isBetween(400_000L, 430_000L);
    }

    @Test
    void warmsLoopsInJavaUpForLonger() {
        Cell inJava =
                standard().cells().stream().filter(Cell::inJava).findFirst().orElseThrow();
        Cell inC = standard().cells().get(0);

        assertThat(Preset.STANDARD.forkLength().warmupIterations(inJava))
                .isGreaterThan(Preset.STANDARD.forkLength().warmupIterations(inC));
    }

    @Test
    void namesEachCellOnce() {
        assertThat(standard().cells()).extracting(Cell::id).doesNotHaveDuplicates();
    }

    /** A generator whose state is a seed and a small number makes its first choices alike in every round. */
    @Test
    void leavesNoPlaceOfARoundToOneCell() {
        int places = standard().runnable().size();
        for (int place : new int[] {0, 1, places / 2, places - 2, places - 1}) {
            assertThat(IntStream.rangeClosed(1, 20)
                            .mapToObj(round ->
                                    standard().order(7, round).get(place).id())
                            .distinct())
                    .as("place " + place)
                    .hasSizeGreaterThan(8);
        }
    }

    @Test
    void runsEveryRunnableCellOnceARoundInAnOrderOfItsOwn() {
        List<Cell> first = standard().order(7, 1);
        List<Cell> second = standard().order(7, 2);

        assertThat(first).containsExactlyInAnyOrderElementsOf(standard().runnable());
        assertThat(second).containsExactlyInAnyOrderElementsOf(first).isNotEqualTo(first);
    }

    @Test
    void repeatsTheOrderOfASeed() {
        assertThat(standard().order(7, 3))
                .isEqualTo(standard().order(7, 3))
                .isNotEqualTo(standard().order(8, 3));
    }

    @Test
    void givesEnoughRoundsForWhatTheyDecide() {
        assertThat(Preset.STANDARD.budget().rounds()).isGreaterThanOrEqualTo(Comparisons.minimumRounds());
        assertThat(Preset.QUICK.roundsOfPaired()).isGreaterThanOrEqualTo(Estimate.minimumRounds());
    }

    @Test
    void comparesInQuickOnlyWhatCanTakeTurns() {
        Plan quick = Plan.ofPreset(Preset.QUICK, STRATEGIES, id -> true);

        assertThat(quick.comparisons()).isNotEmpty();
        assertThat(quick.comparisons().entrySet())
                .allMatch(comparison -> comparison
                        .getKey()
                        .pairMeasurement(comparison.getValue())
                        .isPresent());
    }

    @Test
    void readsAtLeastAMegabyteInAnInvocationThatJmhTimes() {
        assertThat(standard().cells())
                .filteredOn(cell -> cell.workload() == Workload.READ_WARM)
                .allSatisfy(cell -> assertThat(cell.opsPerInvocation()
                                * cell.parameters().size().orElseThrow().bytes())
                        .isGreaterThan(1 << 20));
    }

    @Test
    void refusesASizeThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> BufferSize.ofId("8K"))
                .withMessage("unknown size: size=8K; use one of [16KiB, 256KiB, 1080p, 4K]");
    }

    /** The plan names benchmarks and parameters by strings, so that JMH's classes may use the plan. */
    @ParameterizedTest
    @EnumSource(Workload.class)
    void namesAJmhMethodAndItsParameters(Workload workload) throws ReflectiveOperationException {
        Class<?> benchmark =
                Class.forName(workload.jmhName().substring(0, workload.jmhName().lastIndexOf('.')));
        Set<String> known = Arrays.stream(benchmark.getFields())
                .filter(field -> field.isAnnotationPresent(Param.class))
                .map(Field::getName)
                .collect(Collectors.toSet());

        assertThat(Arrays.stream(benchmark.getMethods())
                        .filter(method -> method.getName().equals(workload.entry.method())))
                .singleElement()
                .matches(method -> method.isAnnotationPresent(Benchmark.class));
        assertThat(known.contains("strategy")).isEqualTo(workload.hasStrategy());
        assertThat(workload.parameters(Preset.FULL)).isNotEmpty();
        if (workload.hasStrategy()) {
            assertThat(workload.parameters(Preset.FULL))
                    .allSatisfy(parameters ->
                            assertThat(known).containsAll(parameters.values().keySet()));
        }
    }

    @Test
    void hasAnEntryForEveryJmhMethod() {
        Set<String> planned =
                Arrays.stream(Workload.values()).map(Workload::jmhName).collect(Collectors.toSet());

        assertThat(BenchmarkList.defaultList()
                        .getAll(OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT), List.of()))
                .extracting(BenchmarkListEntry::getUsername)
                .containsExactlyInAnyOrderElementsOf(planned);
    }

    @Test
    void comparesWithStrategiesOfTheRegistry() {
        List<String> ids = Strategy.rows(NofaultLibrary.load()).stream()
                .map(StrategyInfo::id)
                .toList();

        assertThat(Arrays.stream(Workload.values()).filter(Workload::hasStrategy))
                .allSatisfy(workload -> {
                    assertThat(workload.baselineOf(Family.GUARD))
                            .hasValueSatisfying(id -> assertThat(ids).contains(id));
                    assertThat(workload.baselineOf(Family.JVM))
                            .hasValueSatisfying(id -> assertThat(ids).contains(id));
                });
    }
}
