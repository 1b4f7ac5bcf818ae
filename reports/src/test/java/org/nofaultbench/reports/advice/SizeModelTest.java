// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.advice.SizeModel.Point;

class SizeModelTest {

    /** By hand from the normal equations with weights 1, 1, 1/4: without weights they would be -2/3 and 3/2. */
    @Test
    void weighsEachSizeByItsError() {
        SizeModel model =
                fit(new Point(1, 1, 1), new Point(2, 2, 1), new Point(3, 4, 2)).orElseThrow();
        assertThat(model.fixedNs().median()).isCloseTo(-4 / 9.0, within(1e-12));
        assertThat(model.psPerByte().median()).isCloseTo(4000 / 3.0, within(1e-9));
        // Variances 29/9 and 1; half an interval is 1.959964 standard errors.
        assertThat(model.fixedNs().interval().orElseThrow().high())
                .isCloseTo(-4 / 9.0 + 1.959964 * Math.sqrt(29 / 9.0), within(1e-6));
        assertThat(model.psPerByte().interval().orElseThrow().low()).isCloseTo(4000 / 3.0 - 1959.964, within(1e-3));
    }

    /** The weighted residuals 1/9, -2/9 and 4/9 / 2 have the sum of squares 1/9, one degree of freedom: 2 (1 - Phi(1/3)). */
    @Test
    void testsLackOfFitByTheChiSquaredDistribution() {
        SizeModel model =
                fit(new Point(1, 1, 1), new Point(2, 2, 1), new Point(3, 4, 2)).orElseThrow();
        assertThat(model.lackOfFitP()).isCloseTo(0.738883, within(1e-5));
        assertThat(model.fits()).isTrue();
    }

    @Test
    void refusesALineThroughWhatIsNone() {
        SizeModel model = fit(new Point(1, 0, 0.1), new Point(2, 10, 0.1), new Point(3, 0, 0.1))
                .orElseThrow();
        assertThat(model.fits()).isFalse();
    }

    /** A line through two sizes fits always. */
    @Test
    void isNoneOfTwoSizes() {
        assertThat(fit(new Point(1, 1, 1), new Point(2, 2, 1), new Point(2, 3, 1)))
                .isEmpty();
    }

    private static Optional<SizeModel> fit(Point... points) {
        return SizeModel.fit("guard", List.of(points), List.of());
    }
}
