// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Ids for anchors, SVG and the command line, made from names that may hold anything. Unique within one section. */
public final class AnchorIds {

    private static final int LONGEST = 60;

    private final String prefix;
    private final Set<String> given = new HashSet<>();

    public AnchorIds(String prefix) {
        this.prefix = prefix;
    }

    public String idFor(String name) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        String wanted = prefix + (plain.isEmpty() ? "" : "-" + plain.substring(0, Math.min(LONGEST, plain.length())));
        String free = wanted;
        for (int i = 2; !given.add(free); i++) {
            free = wanted + "-" + i;
        }
        return free;
    }
}
