// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RunCopy;

/** The mail of a run on the unpatched and one on the patched kernel. */
class TwoKernelsTest {

    private static final String MANIFEST = "manifest.json";
    private static final String MACHINE = "environment.json";

    private final Locale before = Locale.getDefault();

    @TempDir
    Path temporary;

    private RunCopy unpatched;
    private RunCopy patched;

    @BeforeEach
    void patchTheOther() {
        unpatched = RunCopy.in(temporary.resolve("unpatched"));
        patched = RunCopy.in(temporary.resolve("patched"))
                .replace(MACHINE, "\"buildId\" : \"abab", "\"buildId\" : \"cdcd")
                .replace(MACHINE, "\"release\" : \"6.18.0\"", "\"release\" : \"6.18.0-next\"")
                .edit(MANIFEST, text -> text.replace("\"standIn\" : true", "\"standIn\" : false"))
                .edit(
                        "rounds.jsonl",
                        text -> text.replaceAll("(\"eventNs\":\\[)4([0-9.]+),4([0-9.]+),4", "$15$2,5$3,5"));
    }

    @AfterEach
    void restoreLocale() {
        Locale.setDefault(before);
    }

    private String mail() {
        Console console = Console.of("lkml", unpatched.path(), "--patched", patched.path());
        assertThat(console.exit()).as(console.err()).isZero();
        return console.out();
    }

    private static String flowing(String mail) {
        return mail.replaceAll("\\s+", " ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de-DE"})
    void isTheSameInEveryLocale(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path golden = Fixture.golden("two-kernels.lkml");
        if (Fixture.UPDATE) {
            Files.writeString(golden, mail());
        }
        assertThat(mail()).isEqualTo(Files.readString(golden));
        assertThat(mail().lines()).allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]{0,75}"));
    }

    @Test
    void judgesTheNonUsersOfBothKernels() {
        assertThat(mail())
                .containsPattern(
                        "faultAnonymous +4[0-9.]+ +5[0-9.]+ +1\\.[12][0-9]+ +1\\.[0-9]+ to 1\\.[0-9]+ +UNDECIDED\\+\n");
        assertThat(mail()).containsPattern("forkExit +[0-9]+ +[0-9]+ +1\\.000 +0\\.9[0-9]+ to 1\\.0[0-9]+ +");
    }

    @Test
    void callsSlowerWhatNoBootExplains() {
        patched.edit(
                "rounds.jsonl", text -> text.replaceAll("(\"eventNs\":\\[)5([0-9.]+),5([0-9.]+),5", "$19$2,9$3,9"));
        assertThat(mail()).containsPattern("faultAnonymous .* SLOWER\n");
    }

    @Test
    void saysWhatTheRatioOfTwoBootsCannotTell() {
        assertThat(flowing(mail()))
                .contains("Each kernel was booted once", "A smaller cost of the patch cannot be seen here");
    }

    @Test
    void namesBothKernelsAndWhatElseDiffers() {
        patched.replace(MACHINE, "\"thp\" : \"madvise\"", "\"thp\" : \"always\"");
        assertThat(flowing(mail()))
                .contains(
                        "A: unpatched: Linux 6.18.0, build id abab",
                        "B: patched: Linux 6.18.0-next, build id cdcd",
                        "Differ: the machines; A's was Synthetic CPU");
    }

    @Test
    void saysThatOneOfTheRunsIsNotWhole() {
        patched.replace(MANIFEST, "\"FAIL\"", "\"OK\"");
        assertThat(flowing(mail())).contains(", FAIL 1 fork failed");
    }

    @Test
    void saysThatTwoRunsOfOneKernelSayNothingOfAPatch() {
        patched.replace(MACHINE, "\"buildId\" : \"cdcd", "\"buildId\" : \"abab");
        assertThat(flowing(mail())).contains("A and B ran the same kernel build");
    }

    @Test
    void listsWhatExperimentsComeOutOtherwise() {
        patched.edit(
                MANIFEST,
                text -> text.replaceFirst(
                        "(\"id\" : \"guard-pool\"(?s:.*?)\"tells-loss\" : \\{\\s+\"declared\" : )true(,\\s+\"observed\" : )\"yes\"",
                        "$1false$2\"no\""));
        assertThat(flowing(mail())).contains("guard-pool yes -> no tells-loss");
    }

    /** Instructions are a table of their own; what an emulated CPU took is printed nowhere. */
    @Test
    void countsInstructionsAndCallsNothingOfAnEmulatedCpuATime() {
        for (RunCopy run : new RunCopy[] {unpatched, patched}) {
            run.replace(MACHINE, "\"hypervisor\" : \"KVM\"", "\"hypervisor\" : \"emulated (QEMU TCG)\"");
            run.edit(
                    MANIFEST,
                    text -> text.replaceAll(
                                    "(\"benchmark\" : \"TruncationRecovery\"(?s:[^}]*\\}[^}]*)\"unit\" : )\"ns/op\"",
                                    "$1\"instructions\"")
                            .replace("\"ns/op\"", "\"emulated-ns/op\""));
        }
        String mail = mail();
        assertThat(flowing(mail)).contains("CPU EMULATED (QEMU TCG)");
        assertThat(mail).containsPattern("guard-pool +[0-9]+ +[0-9]+ +[0-9.]+\n");
        assertThat(mail)
                .doesNotContainPattern("[0-9] (ns|us|ms)\\b")
                .doesNotContain("emulated-ns", ", time of one", "ns [95%");
        assertThat(flowing(mail)).contains("Not measured: emulated timings are excluded.");
    }
}
