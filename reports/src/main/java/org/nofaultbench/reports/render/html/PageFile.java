// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Files that go into every page as they are. */
public final class PageFile {

    private PageFile() {}

    public static String text(String name) {
        try (InputStream in = PageFile.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
