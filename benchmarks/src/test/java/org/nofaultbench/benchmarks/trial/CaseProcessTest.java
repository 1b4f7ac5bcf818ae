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
    void theWayAChildEndedIsSaidInWords(int status, String property, Observed observed, String detail)
            throws IOException {
        Trait trait = Arrays.stream(Trait.values())
                .filter(t -> t.id().equals(property))
                .findFirst()
                .orElseThrow();

        assertThat(CaseProcess.judge(folder, status, trait, "first words"))
                .isEqualTo(new ChildResult(observed, detail));
    }

    @Test
    void aCrashThatLeavesAnErrorFileIsTheOneThatWasAskedFor() throws IOException {
        Files.createFile(folder.resolve("hs_err_pid1.log"));

        assertThat(CaseProcess.judge(folder, 134, Trait.CRASHES_JVM_OF_REAL_BUG, ""))
                .isEqualTo(new ChildResult(Observed.YES, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no - was not told", "skip - there is no such thing here"})
    void aChildsLineIsReadAsItWasWritten(String line) {
        assertThat(ChildResult.parse(line).line()).isEqualTo(line);
    }

    @Test
    void anyOtherLineIsAnErrorOfTheCase() {
        assertThat(ChildResult.parse("Exception in thread").observed()).isEqualTo(Observed.ERROR);
        assertThat(ChildResult.parse("").detail()).isEqualTo("the child said nothing");
    }
}
