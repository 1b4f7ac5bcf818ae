// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.fixture.Fixture;
import org.nofaultbench.reports.fixture.RealRun;
import org.nofaultbench.reports.fixture.RunCopy;

/** What a kernel reviewer finds in the mail. */
class EvidenceTest {

    private static final String MANIFEST = "manifest.json";

    @TempDir
    Path temporary;

    private static String mail(Object run) {
        return Console.of("lkml", run).out();
    }

    /** Lines are wrapped anywhere; a sentence is looked for as one. */
    private static String flowing(String mail) {
        return mail.replaceAll("\\s+", " ");
    }

    @Test
    void isShortEnoughToBeRead() {
        assertThat(mail(Fixture.run()).lines().count()).isLessThan(200);
    }

    @Test
    void asksInTheOrderOfAReviewer() {
        assertThat(mail(Fixture.run()))
                .containsSubsequence(
                        "Cost to code that does not use the flag",
                        "The normal case",
                        "The bad case",
                        "slower or lacks a property",
                        "The objections of 2021",
                        "Why a kernel flag");
    }

    @Test
    void saysAtItsHeadThatTheRunFailed() {
        assertThat(mail(Fixture.run()).lines().limit(6)).anyMatch(line -> line.matches("Status: +FAIL"));
    }

    @Test
    void saysAtItsHeadThatTheRunDidNotFinish() {
        RunCopy run = RunCopy.in(temporary).replace(MANIFEST, "\"FAIL\"", "\"UNFINISHED\"");
        assertThat(mail(run.path()).lines().limit(6)).anyMatch(line -> line.matches("Status: +UNFINISHED"));
    }

    @Test
    void callsAVirtualMachineOneAndAStandInOne() {
        assertThat(flowing(mail(Fixture.run())))
                .contains(
                        "IN A VIRTUAL MACHINE (KVM)",
                        "nofault-private is SKIPPED",
                        "nofault-emulated stands in for the flag",
                        "nofault-emulated*",
                        "* stand-in");
    }

    @Test
    void namesTheCaseInWhichTheFlagLoses() {
        String losses = flowing(mail(Fixture.run())).replaceFirst(".*Where the flag is slower", "");
        assertThat(losses)
                .containsPattern(
                        "TruncationRecovery\\.everythingLost, size=1080p: SLOWER than \\d+ of \\d+: [\\d.]+x \\([\\d.-]+\\) of copy-pread");
    }

    @Test
    void answersEachOfTheSevenObjectionsOrSaysWhichExperimentWould() {
        String mail = flowing(mail(Fixture.run()));
        for (int i = 1; i <= 7; i++) {
            assertThat(mail).contains("(" + i + ") ");
        }
        assertThat(mail).contains("Not answered by this run. Experiment: read and then write 1 GiB");
    }

    /** With the flag itself in the run, what it was seen to do is the answer, and no stand-in's. */
    @Test
    void answersByTheFlagItselfWhereTheKernelHasIt() {
        RunCopy run =
                RunCopy.in(temporary).edit(MANIFEST, text -> text.replace("\"standIn\" : true", "\"standIn\" : false"));
        assertThat(flowing(mail(run.path())))
                .contains("The kernel has the flag: nofault-emulated", "experiments on this run's kernel")
                .contains("What is seen when the file has grown back? sees-regrowth no")
                .doesNotContain("stand-in:");
    }

    @Test
    void saysThatNothingWasProvenWhereNothingWas() {
        RunCopy run = RunCopy.in(temporary)
                .edit(MANIFEST, text -> text.replaceFirst("(?s)\"proof\" : \\{.*?\\}", "\"proof\" : null"));
        assertThat(flowing(mail(run.path()))).contains("Nothing was proven on this run's kernel");
    }

    @Test
    void answersWhyAHandlerIsNotEnoughAndWhatSpeaksForOne() {
        assertThat(flowing(mail(Fixture.run())))
                .contains(
                        "Not for speed",
                        "Ownership: a process has one SIGBUS handler",
                        "Against a flag: libraries could agree");
    }

    @Test
    void showsWhatACompositorDidUnderAttackWhereTheLabHasRunOne() throws IOException {
        RunCopy run = RunCopy.in(temporary);
        assertThat(mail(run.path())).doesNotContain("A compositor that uses it");
        Path lab = Files.createDirectory(run.path().resolveSibling("lab"));
        Files.writeString(lab.resolve("weston.json"), """
                {"schemaVersion":1,"weston":"10.0.1-1","records":[
                {"protection":"guard","attack":"truncation","unit":"instructions","outcome":"survived","perHostileFrame":51234567},
                {"protection":"none","attack":"truncation","unit":"instructions","outcome":"died","perHostileFrame":null},
                {"protection":"nosigbus","attack":"truncation","unit":"instructions","outcome":"survived","perHostileFrame":765432},
                {"protection":"nosigbus","attack":"truncation","unit":"none","outcome":"failed","perHostileFrame":null}]}
                """);
        assertThat(mail(run.path()))
                .contains("A compositor that uses it: weston 10.0.1-1 under attack")
                .containsPattern("truncation +51234567 +died +765432\n");
    }

    private static final String LAB_EVIDENCE = """
            == %1$s next (tcg): what each strategy survives ==
            C tests (emulated): 3 passed, 0 failed, 0 skipped
                                1  2
            guard-pool          y  %2$s
            nofault-private     y  -
            4 cases, 0 not as declared, 1 skipped; y yes, n no, - skipped, ! not as declared
             1 survives-truncation              2 tells-loss

            == %1$s: instructions, user space and kernel together (emulated, -icount) ==

            Instructions of a lost page
                                         next
            guard-pool                  226.2
            nofault-private             %3$s
            """;

    @Test
    void showsWhatTheLabFoundOnTwoArchitecturesSideBySide() throws IOException {
        RunCopy run = RunCopy.in(temporary);
        Path lab = Files.createDirectory(run.path().resolveSibling("lab"));
        Files.writeString(lab.resolve("evidence.txt"), LAB_EVIDENCE.formatted("x86_64", "y", "111.4"));
        assertThat(mail(run.path())).doesNotContain("Two architectures");
        Files.writeString(lab.resolve("evidence-arm64.txt"), LAB_EVIDENCE.formatted("arm64", "n", "98.7"));
        String mail = mail(run.path());
        assertThat(mail)
                .contains("Two architectures: x86_64 and arm64")
                .containsPattern("x86_64 next +111.4 ")
                .containsPattern("arm64 next +98.7 ")
                .containsPattern("guard-pool +yy\n")
                .containsPattern("guard-pool +yn\n");
        assertThat(flowing(mail)).contains("x86_64 next -> arm64 next: guard-pool tells-loss y -> n.");
    }

    @Test
    void showsInAMailOfTheLabWhatACompositorDid() {
        assertThat(RealRun.ofTheLab())
                .isNotEmpty()
                .allSatisfy(run -> assertThat(mail(run)).contains("A compositor that uses it: weston"));
    }

    @Test
    void answersWhatReviewersAskFirstEachWithTheCommandThatShowsIt() {
        String questions = flowing(mail(Fixture.run()))
                .replaceFirst(".*What reviewers ask first -+", "")
                .replaceFirst("The objections of 2021.*", "");
        for (String question : List.of(
                "Who will use it, and where is their patch?",
                "Why not userspace, or udmabuf?",
                "Why silent zeros?",
                "Why optimise for a misbehaving client?",
                "Why writable?",
                "Which filesystems?",
                "Who assumes that file mappings have no zero entries?",
                "Times on hardware?",
                "Why not on the inode?",
                "Why a flag for one class of users?")) {
            assertThat(questions).containsPattern(Pattern.quote(question) + "[^`?]*`[^`]+`");
        }
        // A figure that is typed may differ from what the lab has measured.
        assertThat(questions).doesNotContainPattern("[0-9]");
    }

    @Test
    void answersWithTheInstructionsOfALostPageThatTheRunHasCounted() {
        List<Path> counted = RealRun.ofTheLab().stream()
                .filter(run -> flowing(mail(run)).contains("lostPage"))
                .toList();
        assertThat(counted)
                .isNotEmpty()
                .allSatisfy(run -> assertThat(flowing(mail(run)))
                        .containsPattern(
                                "fewer instructions for a lost page than the flag \\(guard-huge-tail [0-9.]+"));
    }

    @Test
    void survivesARunWithoutAnyOfItsQuestions() {
        RunCopy run = RunCopy.in(temporary);
        run.edit("rounds.jsonl", text -> "");
        Console console = Console.of("lkml", run.path());
        assertThat(console.exit()).as(console.err()).isZero();
        assertThat(flowing(console.out())).contains("No no-fault mapping was measured");
    }
}
