// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.model.InputException;

class MachineRunsTest {

    private static final String OLD = "1111111aaaaa";
    private static final String NEW = "2222222bbbbb";

    @TempDir
    private Path temporary;

    private static List<String> order(CommitList commits, StoredRun... runs) {
        return new MachineRuns(List.of(runs), commits)
                .runs(GeneratedRuns.MACHINE).stream().map(StoredRun::run).toList();
    }

    @Test
    void isThatOfTimeWithoutAncestry() {
        assertThat(order(
                        CommitList.NONE,
                        GeneratedRuns.run("b", 2, OLD),
                        GeneratedRuns.run("c", 1, NEW),
                        GeneratedRuns.run("a", 2, NEW)))
                .containsExactly("c", "a", "b");
    }

    @Test
    void isThatOfCommitsAndThenOfTime() throws IOException {
        Path list = Files.writeString(temporary.resolve("commits"), "# oldest first\n" + OLD + "0\n" + NEW + "0\n");
        assertThat(order(
                        CommitList.read(list),
                        GeneratedRuns.run("new", 1, NEW),
                        GeneratedRuns.run("old, measured late", 5, OLD),
                        GeneratedRuns.run("old", 0, OLD),
                        GeneratedRuns.run("new again", 6, NEW),
                        GeneratedRuns.run("unknown", 7, "3333333"),
                        GeneratedRuns.run("first unknown", 0, "unknown")))
                .containsExactly("old", "first unknown", "old, measured late", "new", "new again", "unknown");
    }

    @Test
    void doesNotGuessWhichOfTwoCommitsAnAbbreviationMeans() throws IOException {
        Path list = Files.writeString(temporary.resolve("commits"), OLD + "0\n" + OLD + "1\n");
        assertThat(CommitList.read(list).place(OLD)).isEqualTo(-1);
        assertThat(CommitList.read(list).place(OLD + "1")).isEqualTo(1);
    }

    @Test
    void namesALineThatIsNoCommit() throws IOException {
        Path list = Files.writeString(temporary.resolve("commits"), "main\n");
        assertThatThrownBy(() -> CommitList.read(list))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("line=main");
    }

    @Test
    void asksACheckout() throws IOException, InterruptedException {
        git("init", "-q");
        git("commit", "-q", "--allow-empty", "-m", "one");
        git("commit", "-q", "--allow-empty", "-m", "two");
        String two = git("rev-parse", "HEAD");
        String one = git("rev-parse", "HEAD^");
        CommitList commits = CommitList.read(temporary);
        assertThat(commits.place(one.substring(0, 12))).isZero();
        assertThat(commits.place(two)).isEqualTo(1);
        Path other = Files.createDirectories(temporary.resolve("other"));
        Files.writeString(other.resolve(".git"), "gitdir: nowhere");
        assertThatThrownBy(() -> CommitList.read(other)).isInstanceOf(InputException.class);
    }

    private String git(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of("git", "-C", temporary.toString(), "-c", "user.name=a", "-c", "user.email=a@example.org"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(git.waitFor()).as(said).isZero();
        return said;
    }
}
