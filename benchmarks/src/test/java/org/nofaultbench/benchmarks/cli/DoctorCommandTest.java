// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.model.SelfComparison;

/** In the locale of the tests, which has a decimal comma. */
class DoctorCommandTest {

    @Test
    void givesEachSizeTheDifferencesThatItResolvesInTime() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        new DoctorCommand(new PrintStream(out, true))
                .print(List.of(
                        new SelfComparison("16KiB", 40, 250, 1.0004, 0.001),
                        new SelfComparison("4K", 40, 250, 0.998, 0.02)));

        assertThat(out.toString(StandardCharsets.UTF_8)).contains("""
                size      forks   ms each    ratio    spread       1 s      10 s      60 s
                16KiB        40       250   1.0004     0.10%         -     0.06%     0.02%
                4K           40       250   0.9980     2.00%         -     1.22%     0.48%
                """);
    }
}
