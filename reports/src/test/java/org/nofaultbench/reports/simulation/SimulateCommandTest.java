// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.nofaultbench.reports.cli.Console;

class SimulateCommandTest {

    @Test
    void printsTheSameTablesForTheSameSeed() {
        Console first = Console.ofResearch("simulate", "--trials", "20", "--seed", "5");
        assertThat(first.exit()).isZero();
        assertThat(first.out())
                .isEqualTo(Console.ofResearch("simulate", "--trials", "20", "--seed", "5")
                        .out())
                .contains("## How often is a difference found?");
    }

    @Test
    void refusesToDrawNothing() {
        Console console = Console.ofResearch("simulate", "--trials", "0");
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err()).isEqualTo("not a number of trials: trials=0; use 1 to 1000000\n");
    }
}
