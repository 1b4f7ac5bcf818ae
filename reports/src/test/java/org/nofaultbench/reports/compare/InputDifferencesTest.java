// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nofaultbench.reports.compare.InputDifferences.Difference;
import org.nofaultbench.reports.fixture.RunCopy;
import org.nofaultbench.reports.input.MachineFacts;
import org.nofaultbench.reports.model.RunFolder;
import org.nofaultbench.reports.model.RunReader;

class InputDifferencesTest {

    @TempDir
    Path temporary;

    private static MachineFacts read(RunCopy copy) {
        return MachineFacts.ofRun(RunReader.read(RunFolder.locate(copy.path())));
    }

    private List<Difference> differences(String file, String old, String replacement) {
        MachineFacts base = read(RunCopy.in(temporary.resolve("base")));
        MachineFacts next = read(RunCopy.in(temporary.resolve("next")).replace(file, old, replacement));
        return InputDifferences.between(base, next);
    }

    @Test
    void findsNoneBetweenARunAndItself() {
        MachineFacts run = read(RunCopy.in(temporary));
        assertThat(InputDifferences.between(run, run)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CPU                   | environment.json | Synthetic CPU        | Other CPU",
                "microcode             | environment.json | \"0x1\"              | \"0x2\"",
                "logical CPUs          | environment.json | \"logicalCpus\" : 2  | \"logicalCpus\" : 4",
                "cache L2              | environment.json | 1048576              | 524288",
                "mitigation spectre_v2 | environment.json | Mitigation: IBRS     | Vulnerable",
                "page size             | environment.json | 4096                 | 65536",
                "huge pages            | environment.json | madvise              | always",
                "kernel build id       | environment.json | abab                 | abcd",
                "kernel command line   | environment.json | \"quiet\"            | \"mitigations=off\"",
                "hypervisor            | environment.json | \"KVM\"              | null",
                "JVM version           | environment.json | 17.0.15              | 21.0.1",
                "fork arguments        | environment.json | -Xmx64m              | -Xmx65m",
                "libc                  | environment.json | glibc 2.36           | musl 1.2",
                "compiler              | environment.json | gcc 12.2.0           | clang 19",
                "instruction set       | manifest.json    | avx2                 | avx512"
            })
    void thatMoveAFigureMatter(String name, String file, String old, String replacement) {
        assertThat(differences(file, old, replacement)).singleElement().satisfies(difference -> {
            assertThat(difference.name()).isEqualTo(name);
            assertThat(difference.matters()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({
        "library, manifest.json, 0000000000000000, 1111111111111111",
        "boot, environment.json, synthetic-boot, b",
        "machine label, environment.json, '\"synthetic\"', '\"mine\"'"
    })
    void ofWhatIsComparedOrWhatEveryBootHasAreOnlyListed(String name, String file, String old, String replacement) {
        assertThat(differences(file, old, replacement)).singleElement().satisfies(difference -> {
            assertThat(difference.name()).isEqualTo(name);
            assertThat(difference.matters()).isFalse();
        });
    }

    @Test
    void areUncertainWhereOneRunDoesNotKnow() {
        assertThat(differences("environment.json", "\"governor\" : null", "\"governor\" : \"performance\""))
                .containsExactly(new Difference("frequency governor", "unknown", "performance", false));
    }

    @Test
    void thatMatterComeFirst() {
        MachineFacts base = read(RunCopy.in(temporary.resolve("base")));
        MachineFacts next = read(RunCopy.in(temporary.resolve("next"))
                .replace("environment.json", "\"governor\" : null", "\"governor\" : \"performance\"")
                .replace("environment.json", "gcc 12.2.0", "clang 19"));
        assertThat(InputDifferences.between(base, next))
                .extracting(Difference::name)
                .containsExactly("compiler", "frequency governor");
    }
}
