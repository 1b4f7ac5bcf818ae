// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.run.RunRequest;
import org.nofaultbench.reports.stats.Comparisons;
import picocli.CommandLine;

class RunCommandTest {

    private static RunRequest request(String... arguments) {
        RunCommand command = new RunCommand(System.out);
        new CommandLine(command).parseArgs(arguments);
        return command.request();
    }

    @Test
    void saysHowToRepeatTheRun() {
        assertThat(request("smoke", "--minutes", "1", "--only", "emptyDirect$|it's")
                        .command())
                .endsWith("run smoke --only 'emptyDirect$|it'\\''s' --minutes 1");
    }

    @Test
    void takesAsManyRoundsAsFitTheTimeThatItIsGiven() {
        Budget budget = request("smoke", "--minutes", "1").budget();

        assertThat(budget.time()).isEqualTo(Duration.ofMinutes(1));
        assertThat(budget.allows(1, 20_000)).isTrue();
        assertThat(budget.allows(2, 40_000)).isTrue();
        assertThat(budget.allows(3, 60_000)).isFalse();
    }

    @Test
    void takesThePresetsRoundsWhereNoTimeIsGiven() {
        assertThat(request("quick").budget().rounds()).isEqualTo(6);
    }

    @Test
    void takesEnoughRoundsToTellTwoBuildsApart() {
        assertThat(request("quick", "--against-library", "other.so").budget().rounds())
                .isEqualTo(Comparisons.minimumRounds());
        assertThat(request("quick", "--against", "other.jar", "--minutes", "5")
                        .budget()
                        .rounds())
                .isEqualTo(1);
    }
}
