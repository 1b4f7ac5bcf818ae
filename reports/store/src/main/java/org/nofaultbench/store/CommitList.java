// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.IOException;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** Commits in the order of their history, the first one first. Runs name them abbreviated or whole. */
public final class CommitList implements Serializable {

    private static final long serialVersionUID = 1;
    /** Fewer digits are ambiguous in any project of some years. */
    private static final int FEWEST_DIGITS = 7;

    public static final CommitList NONE = new CommitList(List.of());

    private final TreeMap<String, Integer> places = new TreeMap<>();

    CommitList(List<String> hashes) {
        hashes.forEach(hash -> places.putIfAbsent(hash, places.size()));
    }

    /**
     * A file with a commit a line, the oldest first ({@code git rev-list --topo-order --reverse HEAD}), or a checkout, which is
     * asked for that list.
     */
    public static CommitList read(Path path) {
        try {
            List<String> lines = Files.isDirectory(path) ? ofCheckout(path) : Files.readAllLines(path);
            List<String> hashes = lines.stream()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .toList();
            hashes.stream()
                    .filter(line -> !line.matches("[0-9a-f]{7,64}"))
                    .findFirst()
                    .ifPresent(line -> {
                        throw new InputException(
                                "line is no commit",
                                "write one with git rev-list --topo-order --reverse HEAD",
                                Detail.of("file", path),
                                Detail.of("line", line));
                    });
            return new CommitList(hashes);
        } catch (IOException e) {
            throw new InputException(
                    "list of commits cannot be read",
                    "name a file with a commit a line, or a git checkout",
                    Detail.of("path", path),
                    Detail.reason(e));
        }
    }

    private static List<String> ofCheckout(Path path) throws IOException {
        Process git = new ProcessBuilder("git", "-C", path.toString(), "rev-list", "--topo-order", "--reverse", "HEAD")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<String> lines = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        try {
            if (git.waitFor() != 0) {
                throw new InputException(
                        "folder is no git checkout", "name one, or a list of commits", Detail.of("path", path));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return lines;
    }

    /** Place in the list, from 0; -1 where it is not in it, or where more than one begins like this. */
    int place(String commit) {
        if (commit.length() < FEWEST_DIGITS) {
            return -1;
        }
        Map.Entry<String, Integer> first = places.ceilingEntry(commit);
        if (first == null || !first.getKey().startsWith(commit)) {
            return -1;
        }
        String second = places.higherKey(first.getKey());
        boolean unique = first.getKey().equals(commit) || second == null || !second.startsWith(commit);
        return unique ? first.getValue() : -1;
    }
}
