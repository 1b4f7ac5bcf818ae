// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Reason;

/**
 * The figures of runs that were read before, in one file of the site: a line with the version of its format, then a line a run. It
 * is as untrusted as the runs. A line that is not as it was written counts as absent, and its run is read again; so is every run
 * where the version is another.
 */
final class FiguresCache {

    static final String NAME = "history.cache";

    /** Goes up with anything that gives the same run other figures. */
    private static final String VERSION = "nofault-bench history cache 1";

    private static final int LINE_CHARS = 16 << 20;

    private final Path file;

    FiguresCache(Path site) {
        this.file = site.resolve(NAME);
    }

    /** Folder to what is known of it; empty where there is no cache or it is of no use. */
    Map<String, CacheEntry> read() {
        Map<String, CacheEntry> known = new HashMap<>();
        if (!Files.isRegularFile(file)) {
            return known;
        }
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            if (VERSION.equals(line(lines))) {
                for (String line = line(lines); line != null; line = line(lines)) {
                    CacheLine.read(line).ifPresent(kept -> known.put(kept.folder(), kept));
                }
            }
        } catch (IOException e) {
            // What was read before it broke is right all the same: each line has a sum of its own.
            return known;
        }
        return known;
    }

    /** Null at the end; a line without an end must not fill the memory. */
    private static String line(Reader in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                return null;
            }
            if (line.length() >= LINE_CHARS) {
                throw new IOException("line has no honest length");
            }
            line.append((char) next);
        }
        return line.toString();
    }

    /** Writes all of it or leaves the old one. */
    void write(List<CacheEntry> all) {
        Path part = file.resolveSibling("." + NAME + ".part");
        try {
            try (BufferedWriter out = Files.newBufferedWriter(part, StandardCharsets.UTF_8)) {
                out.write(VERSION + "\n");
                for (CacheEntry kept : all) {
                    out.write(CacheLine.of(kept) + "\n");
                }
            }
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new InputException("cache cannot be written", "name another folder with -o DIR", Detail.of("path", file),
                    Detail.of("reason", Reason.of(e)));
        }
    }
}
