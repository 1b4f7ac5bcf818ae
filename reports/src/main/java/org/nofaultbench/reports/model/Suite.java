// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * The build that measured.
 *
 * @param version the suite's version
 * @param commit abbreviated commit, or {@code unknown} outside a checkout
 * @param modified whether tracked files differed from that commit
 * @param librarySha256 hash of the native library
 * @param instructionSet what the hot loop used, such as {@code avx512}
 */
public record Suite(String version, String commit, boolean modified, String librarySha256, String instructionSet) {}
