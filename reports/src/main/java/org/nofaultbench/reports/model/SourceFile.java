// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * One file of a run folder and the words for what is wrong with it.
 *
 * @param path the file
 */
public record SourceFile(Path path) {

    /**
     * One line of a journal.
     *
     * @param number from 1
     * @param bytes without the newline
     * @param ended whether its newline was there; a last line without one may have been cut by a kill
     */
    record Line(int number, byte[] bytes, boolean ended) {}

    /** The whole content, refused where it is missing, no regular file or larger than the limit. */
    public byte[] bytes(long limit) {
        if (!Files.isRegularFile(path)) {
            throw new InputException("file is missing", "name a whole run folder", file());
        }
        try {
            long size = Files.size(path);
            if (size > limit) {
                throw broken("file is too large", Detail.of("bytes", size), Detail.of("limitBytes", limit));
            }
            return Files.readAllBytes(path);
        } catch (IOException e) {
            throw broken("file cannot be read", Detail.reason(e));
        }
    }

    /** The lines of a text that people write. */
    public List<String> textLines(long limit) {
        return new String(bytes(limit), StandardCharsets.UTF_8).lines().toList();
    }

    List<Line> lines() {
        return lines(bytes(Limits.JOURNAL_BYTES));
    }

    /** The lines of a part of the file. */
    List<Line> lines(byte[] content) {
        List<Line> lines = new ArrayList<>();
        for (int start = 0; start < content.length; ) {
            int end = start;
            while (end < content.length && content[end] != '\n') {
                end++;
            }
            if (end - start > Limits.LINE_BYTES || lines.size() >= Limits.FORKS) {
                throw broken("line or file is too long", Detail.of("line", lines.size() + 1));
            }
            lines.add(new Line(lines.size() + 1, Arrays.copyOfRange(content, start, end), end < content.length));
            start = end + 1;
        }
        return lines;
    }

    boolean exists() {
        return Files.exists(path);
    }

    InputException broken(String what, Detail... place) {
        return refused(what, "copy it again or measure anew", place);
    }

    public InputException refused(String what, String advice, Detail... place) {
        return new InputException(
                what, advice, Stream.concat(Stream.of(file()), Stream.of(place)).toArray(Detail[]::new));
    }

    private Detail file() {
        return Detail.of("file", path);
    }
}
