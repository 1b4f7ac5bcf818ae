// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File names of pages. They are made from a hash: a cell's own name comes from a stranger and may hold {@code ../}. */
public final class PageName {

    public static final String OVERVIEW = "index.html";

    private static final String PREFIX = "cell-";
    private static final String SUFFIX = ".html";
    private static final int HASH_BYTES = 8;

    private PageName() {}

    static String of(SeriesKey key) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {key.machine(), key.cell(), key.metric(), key.unit(), key.baseline()}) {
                digest.update(part.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return PREFIX + HexFormat.of().formatHex(digest.digest(), 0, HASH_BYTES) + SUFFIX;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has no SHA-256", e);
        }
    }

    /** Whether a file has the name of a cell's page. */
    public static boolean isOfCell(String name) {
        return name.matches(PREFIX + "[0-9a-f]{" + 2 * HASH_BYTES + "}" + SUFFIX);
    }
}
