// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.render.html;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.nofaultbench.reports.render.svg.StyleSheet;

/**
 * Colours of a theme as the style sheet declares them.
 *
 * @param byName name to 0xRRGGBB
 */
record Colours(Map<String, Integer> byName) {

    static Colours of(String theme) throws IOException {
        try (InputStream in = StyleSheet.class.getResourceAsStream(theme)) {
            String css = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new Colours(Pattern.compile("--([a-z0-9]+): #([0-9a-f]{6});")
                    .matcher(css)
                    .results()
                    .collect(Collectors.toMap(hit -> hit.group(1), hit -> Integer.parseInt(hit.group(2), 16))));
        }
    }

    /** Contrast ratio as WCAG 2.2 defines it. */
    double contrast(String one, String other) {
        double a = luminance(byName.get(one));
        double b = luminance(byName.get(other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xff) + 0.7152 * linear(rgb >> 8 & 0xff) + 0.0722 * linear(rgb & 0xff);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
