// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

class CaseProcessTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "139, tells-loss, NO, died of SIGSEGV",
        "134, tells-loss, NO, died of SIGABRT",
        "134, crashes-jvm-of-real-bug, NO, died of SIGABRT without an hs_err file",
        "1, tells-loss, ERROR, the child ended with status 1: first words",
        "77, survives-unbackable-hole, SKIPPED, no filesystem of limited size: a private mount namespace is refused here"
    })
    void theWayAChildEndedIsSaidInWords(int status, String property, Observed observed, String detail) {
        Trait trait = Arrays.stream(Trait.values())
                .filter(t -> t.id().equals(property))
                .findFirst()
                .orElseThrow();

        assertThat(CaseProcess.judge(folder, status, trait, "first words"))
                .isEqualTo(new Observation(null, observed, detail));
    }

    @Test
    void aCrashThatLeavesAnErrorFileIsTheOneThatWasAskedFor() throws IOException {
        Files.createFile(folder.resolve("hs_err.log"));

        assertThat(CaseProcess.judge(folder, 134, Trait.CRASHES_JVM_OF_REAL_BUG, ""))
                .isEqualTo(new Observation(null, Observed.YES, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ok 1 jvm-heap tells-loss: yes",
                "not ok 1 jvm-heap tells-loss: no - was not told",
                "ok 1 jvm-heap tells-loss # SKIP there is no such thing here",
                "not ok 1 jvm-heap tells-loss: error - it broke"
            })
    void aChildsLineIsReadAsItWasWritten(String line) {
        assertThat(CaseResult.parse(line).orElseThrow().ktap(1)).isEqualTo(line);
        assertThat(CaseProcess.judge(folder, 0, Trait.TELLS_LOSS, line))
                .isEqualTo(CaseResult.parse(line).orElseThrow().observation());
    }

    @Test
    void anyOtherLineIsAnErrorOfTheCase() {
        assertThat(CaseProcess.judge(folder, 0, Trait.TELLS_LOSS, "Exception in thread"))
                .isEqualTo(new Observation(null, Observed.ERROR, "Exception in thread"));
        assertThat(CaseProcess.judge(folder, 0, Trait.TELLS_LOSS, "").detail()).isEqualTo("the child said nothing");
    }
}
