// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file of a run folder and the words for what is wrong with it.
 *
 * @param path the file
 */
public record SourceFile(Path path) {

    private static final String MEND = "copy it again or measure anew";

    /** The whole content, refused where it is missing, no regular file or larger than an honest one. */
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
            throw broken("file cannot be read", Detail.of("reason", Reason.of(e)));
        }
    }

    boolean exists() {
        return Files.exists(path);
    }

    InputException broken(String what, Detail... place) {
        return new InputException(what, MEND, withFile(place));
    }

    public InputException refused(String what, String advice, Detail... place) {
        return new InputException(what, advice, withFile(place));
    }

    private Detail[] withFile(Detail... place) {
        Detail[] all = new Detail[place.length + 1];
        all[0] = file();
        System.arraycopy(place, 0, all, 1, place.length);
        return all;
    }

    private Detail file() {
        return Detail.of("file", path);
    }
}
