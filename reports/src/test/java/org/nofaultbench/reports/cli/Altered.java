// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A rendering in which something was changed on purpose. */
final class Altered {

    private Altered() {}

    /** @param where pattern whose first group is replaced; it must be there */
    static String text(String text, String where, String other) {
        Matcher matcher = Pattern.compile(where).matcher(text);
        assertThat(matcher.find()).as(where).isTrue();
        return text.substring(0, matcher.start(1)) + other + text.substring(matcher.end(1));
    }
}
