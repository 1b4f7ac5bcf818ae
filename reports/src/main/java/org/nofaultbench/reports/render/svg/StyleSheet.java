// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.svg;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The colours of light and dark, written once and used by the page and by charts that stand alone. */
public final class StyleSheet {

    private StyleSheet() {}

    /** Colours and chart rules for a page. Paper is light, whatever the screen is. */
    public static String forPage() {
        return "@media screen, print {\n:root {\n" + text("light.css")
                + "}\n}\n@media screen and (prefers-color-scheme: dark) {\n" + ":root {\n" + text("dark.css") + "}\n}\n"
                + text("chart.css");
    }

    static String forStandaloneChart() {
        return "svg {\n" + text("light.css") + "}\n@media (prefers-color-scheme: dark) {\nsvg {\n" + text("dark.css")
                + "}\n}\n" + text("chart.css");
    }

    private static String text(String name) {
        try (InputStream in = StyleSheet.class.getResourceAsStream(name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
