// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

/**
 * A paragraph.
 *
 * @param text plain text
 */
public record Prose(String text) implements Block {}
