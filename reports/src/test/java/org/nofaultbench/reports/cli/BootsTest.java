// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.RunCopy;

/** The mail of two kernels of which each was booted several times. */
class BootsTest {

    private static final String MACHINE = "environment.json";

    @TempDir
    Path temporary;

    /** Boots differ by 2% from one another, forks of a boot hardly. */
    private RunCopy boot(String kernel, int number, double factor) {
        double ns = 450 * factor * (1 + 0.02 * (number % 3 - 1));
        return RunCopy.in(temporary.resolve(kernel + number))
                .edit(
                        MACHINE,
                        text -> text.replaceFirst("(\"buildId\" : \")abab", "$1" + kernel)
                                .replaceFirst("(\"bootId\" : )(\"[^\"]*\"|null)", "$1\"" + kernel + number + "\""))
                .edit(
                        "rounds.jsonl",
                        text -> text.replaceAll(
                                "(\"eventNs\":\\[)4[0-9.]+,4[0-9.]+,4[0-9.]+", "$1" + ns + "," + ns + "," + ns));
    }

    private List<Path> boots(String kernel, int count, double factor) {
        return IntStream.range(0, count)
                .mapToObj(number -> boot(kernel, number, factor).path())
                .toList();
    }

    private static Console mail(List<Path> unpatched, List<Path> patched) {
        return command("lkml", unpatched, patched);
    }

    private static Console command(String command, List<Path> unpatched, List<Path> patched, Object... more) {
        List<Object> words = new ArrayList<>(List.of(command));
        words.addAll(unpatched);
        patched.forEach(path -> words.addAll(List.of("--patched", path)));
        words.addAll(List.of(more));
        return Console.of(words.toArray());
    }

    @Test
    void haveADifferenceWhereAllBootsShowIt() {
        Console console = mail(boots("abcd", 5, 1), boots("cdef", 5, 1.2));
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(console.out())
                .containsPattern("faultAnonymous +450 +540 +1\\.200 +1\\.1[0-9]+ to 1\\.2[0-9]+ +SLOWER\n");
        assertThat(console.out().replaceAll("\\s+", " ")).contains("5 boots of A, 5 of B");
    }

    /** By its forks alone, six a side, it would be one. */
    @Test
    void haveNoneWhereBootsOfOneKernelDifferAsMuch() {
        assertThat(mail(boots("abcd", 5, 1), boots("cdef", 5, 1.01)).out())
                .containsPattern("faultAnonymous +450 +454\\.5 +1\\.010 +0\\.9[0-9]+ to 1\\.0[0-9]+ +UNDECIDED\\+\n");
    }

    @Test
    void areTooFewBelowFive() {
        assertThat(mail(boots("abcd", 3, 1), boots("cdef", 3, 1.2)).out())
                .containsPattern("faultAnonymous .*n=3 +TOO FEW\n");
    }

    @Test
    void namesTheRunOfEachBoot() {
        assertThat(mail(boots("abcd", 2, 1), boots("cdef", 2, 1)).out()).containsPattern("Boots: +A: \\S+,");
    }

    @Test
    void areRefusedWhereTwoRunsAreOfOneBoot() {
        Path once = boot("abcd", 1, 1).path();
        Console console = mail(List.of(once, once), boots("cdef", 1, 1));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines())
                .singleElement()
                .asString()
                .contains("run has no boot of its own", "bootId=abcd1");
    }

    @Test
    void areRefusedWhereTheyAreOfTwoKernels() {
        Console console =
                mail(List.of(boot("abcd", 1, 1).path(), boot("ffff", 2, 1).path()), boots("cdef", 1, 1));
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).singleElement().asString().contains("they differ by the kernel build");
    }

    @Test
    void areRefusedWithoutThoseOfThePatchedKernel() {
        Console console = mail(boots("abcd", 2, 1), List.of());
        assertThat(console.exit()).isEqualTo(2);
        assertThat(console.err().lines()).singleElement().asString().contains("--patched");
    }
}
