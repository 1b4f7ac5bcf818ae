// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/**
 * A paragraph.
 *
 * @param sentence plain text with figures
 */
public record Prose(Sentence sentence) implements Block {

    public Prose(String text) {
        this(Sentence.join(text));
    }

    public String text() {
        return sentence.text();
    }
}
