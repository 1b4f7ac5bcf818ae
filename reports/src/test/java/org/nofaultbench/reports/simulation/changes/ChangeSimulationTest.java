// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.stats.change.ChangePoint;
import org.nofaultbench.reports.stats.change.ChangePoints;

/** The short form of {@code reports.jar simulate --changes}: the same series, fewer of them, and bounds. */
class ChangeSimulationTest {

    private static final int POINTS_OF_ROW = 40_000;
    private static final long SEED = 20_261_124;

    /** Whoever knew everything but the place would miss one in a thousand by more than 2 points: see {@link Oracle}. */
    @ParameterizedTest
    @ValueSource(ints = {50, 100, 200, 500, 1000})
    void findsEveryStepOfThreeDeviationsThatHasTenPointsOnEitherSide(int points) {
        Score score =
                Score.of(new Kind.Step(3, Noise.NORMAL), points, 2 * POINTS_OF_ROW / points, SEED, ChangePoints::of);
        assertThat(score.within()).as("reported ranges within 2 points").isEqualTo(score.changes());
        assertThat(score.recall()).as("places within 2 points").isGreaterThan(0.99);
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200, 1000})
    void findsLargeStepsWhereTheyAre(int points) {
        for (double deviations : new double[] {5, 10, 1000}) {
            Score score = Score.of(
                    new Kind.Step(deviations, Noise.NORMAL), points, POINTS_OF_ROW / points, SEED, ChangePoints::of);
            assertThat(score.recall()).as("%s", deviations).isGreaterThan(0.997);
            assertThat(score.f1()).as("%s", deviations).isGreaterThan(0.97);
        }
    }

    @ParameterizedTest
    @CsvSource({"50, 0.35", "200, 0.55", "1000, 0.55"})
    void isRightMoreOftenThanNotAboutStepsAsSmallAsTheNoise(int points, double least) {
        Score score = Score.of(new Kind.Step(1, Noise.NORMAL), points, POINTS_OF_ROW / points, SEED, ChangePoints::of);
        assertThat(score.f1()).isGreaterThan(least);
        assertThat(score.precision()).isGreaterThan(0.5);
    }

    @Test
    void findsManySteps() {
        Score score = Score.of(new Kind.Steps(3), 1000, 60, SEED, ChangePoints::of);
        assertThat(score.f1()).isGreaterThan(0.99);
    }

    @Test
    void findsRamps() {
        Score score = Score.of(new Kind.Ramp(5, 20), 200, 300, SEED, ChangePoints::of);
        assertThat(score.recall()).isGreaterThan(0.99);
        assertThat(score.f1()).isGreaterThan(0.95);
    }

    /** Skewed noise of this depth is what logarithms are for; the history takes them. */
    @ParameterizedTest
    @CsvSource({"NORMAL, 0.02", "UNIFORM, 0.03", "HEAVY_TAILS, 0.03", "TWO_CLUSTERS, 0.03", "SKEWED, 0.08"})
    void seldomFindsAnythingInNoise(Noise noise, double most) {
        Score score = Score.of(new Kind.Nothing(noise), 100, 1500, SEED, ChangePoints::of);
        assertThat(score.alarmRate()).isBetween(0.001, most);
    }

    @Test
    void seldomFindsAnythingInLongNoise() {
        Score score = Score.of(new Kind.Nothing(Noise.NORMAL), 1000, 250, SEED, ChangePoints::of);
        assertThat(score.alarmRate()).isLessThan(0.04);
    }

    @Test
    void doesNotTakeAChangeOfTheSpreadForOneOfTheLevel() {
        Score score = Score.of(new Kind.Unlabelled(new Kind.Spread(5)), 200, 300, SEED, ChangePoints::of);
        assertThat(score.alarmRate()).isLessThan(0.12);
    }

    @Test
    void findsChangesOfTheSpread() {
        Score score = Score.of(new Kind.Spread(5), 200, 300, SEED, ChangeSimulation::changesOfSpread);
        assertThat(score.f1()).isGreaterThan(0.8);
        assertThat(Score.of(new Kind.Nothing(Noise.NORMAL), 200, 300, SEED, ChangeSimulation::changesOfSpread)
                        .alarmRate())
                .isLessThan(0.03);
    }

    /** How far off a spike is does not matter, and no change is where it is, before it or after it. */
    @ParameterizedTest
    @EnumSource(
            value = Noise.class,
            names = {"NORMAL", "HEAVY_TAILS"})
    void neverTakesASpikeForAChange(Noise noise) {
        for (int seed = 0; seed < 600; seed++) {
            Random random = new Random(seed);
            double[] values = noise.series(50 + random.nextInt(100), random);
            int at = random.nextInt(values.length);
            values[at] = 20;
            List<ChangePoint> small = ChangePoints.of(values);
            values[at] = 1e6;
            assertThat(ChangePoints.of(values)).as("seed %d", seed).isEqualTo(small);
            assertThat(small).as("seed %d", seed).noneMatch(change -> Math.abs(change.at() - at) <= 1);
        }
    }

    @Test
    void isAsSeldomWrongWithASpikeAsWithout() {
        assertThat(Score.of(new Kind.Spike(), 100, 1500, SEED, ChangePoints::of).alarmRate())
                .isLessThan(0.02);
    }

    @Test
    void doesNotDependOnTheUnit() {
        double[] values = new Kind.Steps(4).draw(200, new Random(5)).values();
        double[] shifted = Arrays.stream(values).map(value -> 1e-3 * value + 7).toArray();
        assertThat(ChangePoints.of(shifted))
                .extracting(ChangePoint::at)
                .isNotEmpty()
                .isEqualTo(ChangePoints.of(values).stream().map(ChangePoint::at).toList());
    }

    @Test
    void findsTheSamePlacesFromTheOtherEnd() {
        double[] values = new Kind.Steps(6).draw(200, new Random(5)).values();
        double[] reversed =
                IntStream.range(0, 200).mapToDouble(i -> values[199 - i]).toArray();
        List<Integer> mirrored = ChangePoints.of(reversed).stream()
                .map(change -> 200 - change.at())
                .sorted()
                .toList();
        assertThat(ChangePoints.of(values))
                .extracting(ChangePoint::at)
                .isNotEmpty()
                .isEqualTo(mirrored);
    }

    @Test
    void hasALineForEveryKindAndLength() {
        assertThat(new ChangeSimulation(20, 1).studies())
                .hasSize(2)
                .allSatisfy(study -> assertThat(study.rows())
                        .hasSizeGreaterThan(45)
                        .allSatisfy(row -> assertThat(row).hasSameSizeAs(study.columns())));
    }
}
