// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

/**
 * A row that could not be compared.
 *
 * @param label what it is of
 * @param reason why, such as {@code only in the base}
 */
public record Unmatched(String label, String reason) {}
