// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;

/**
 * The build that measured.
 *
 * @param version the suite's version
 * @param commit abbreviated commit, or {@code unknown} outside a checkout
 * @param modified whether tracked files differed from that commit
 * @param librarySha256 hash of the native library
 * @param instructionSet what the hot loop used, such as {@code avx512}
 */
@RecordBuilder
public record Suite(String version, String commit, boolean modified, String librarySha256, String instructionSet)
        implements SuiteBuilder.With {

    public Suite {
        Checks.id(version, "/version");
        Checks.id(commit, "/commit");
        Checks.id(librarySha256, "/librarySha256");
        Checks.id(instructionSet, "/instructionSet");
    }
}
