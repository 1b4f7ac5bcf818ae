// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/** Commits in the order of their history, the first one first. Runs name them abbreviated or whole. */
public final class CommitList {

    public static final CommitList NONE = new CommitList(List.of());

    private static final int FEWEST_DIGITS = 7;

    private final TreeMap<String, Integer> places = new TreeMap<>();

    private CommitList(List<String> hashes) {
        hashes.forEach(hash -> places.putIfAbsent(hash, places.size()));
    }

    /** Reads a file whose lines begin with a commit, the oldest first, or asks a checkout for its own. */
    public static CommitList read(Path path) {
        SourceFile file = new SourceFile(path);
        List<String> lines = Files.isDirectory(path) ? logOf(path) : file.textLines(Limits.JMH_BYTES);
        List<String> hashes = lines.stream()
                .map(line -> line.strip().split("\\s+")[0])
                .filter(hash -> !hash.isEmpty() && !hash.startsWith("#"))
                .toList();
        String advice = "write it with git rev-list --topo-order --reverse HEAD";
        hashes.stream().filter(hash -> !hash.matches("[0-9a-f]{7,64}")).forEach(line -> {
            throw file.refused("line is no commit", advice, Detail.of("line", line));
        });
        if (hashes.isEmpty()) {
            throw file.refused("file lists no commit", advice);
        }
        return new CommitList(hashes);
    }

    private static List<String> logOf(Path checkout) {
        try {
            Process git = new ProcessBuilder(
                            "git", "-C", checkout.toString(), "rev-list", "--topo-order", "--reverse", "HEAD")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String log = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() == 0) {
                return log.lines().toList();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new InputException(
                    "git cannot be started",
                    "name a file with a commit a line",
                    Detail.of("path", checkout),
                    Detail.reason(e));
        }
        throw new InputException(
                "folder is no git checkout", "name one, or a list of commits", Detail.of("path", checkout));
    }

    /**
     * Runs in the order of their commits; each of another commit stands behind all that are not later than it.
     *
     * @param byTime runs in the order of time, which remains among those of one commit
     * @param commit of a run
     * @param time the order in time
     */
    public <T> List<T> inOrder(List<T> byTime, Function<T, String> commit, Comparator<T> time) {
        ToIntFunction<T> place = run -> place(commit.apply(run));
        List<T> ordered = byTime.stream()
                .filter(run -> place.applyAsInt(run) >= 0)
                .sorted(Comparator.comparingInt(place))
                .collect(Collectors.toCollection(ArrayList::new));
        byTime.stream().filter(run -> place.applyAsInt(run) < 0).forEach(run -> {
            int at = ordered.size();
            while (at > 0 && time.compare(ordered.get(at - 1), run) > 0) {
                at--;
            }
            ordered.add(at, run);
        });
        return ordered;
    }

    /** Place in the list, from 0; -1 where it is not in it, or where more than one begins like this. */
    public int place(String commit) {
        Map.Entry<String, Integer> first = places.ceilingEntry(commit);
        if (commit.length() < FEWEST_DIGITS || first == null || !first.getKey().startsWith(commit)) {
            return -1;
        }
        String second = places.higherKey(first.getKey());
        boolean unique = first.getKey().equals(commit) || second == null || !second.startsWith(commit);
        return unique ? first.getValue() : -1;
    }
}
