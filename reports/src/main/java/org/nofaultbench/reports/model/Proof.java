// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

/**
 * Under what conditions properties were observed; they hold for this library on this kernel and for nothing else.
 *
 * @param librarySha256 hash of the native library
 * @param kernelBuildId build id of the running kernel, in hexadecimal
 * @param observedUtc ISO 8601 instant
 * @param cases experiments of all strategies together, also the skipped ones
 * @param notOk how many of them did not come out as declared, or gave no answer
 */
public record Proof(String librarySha256, String kernelBuildId, String observedUtc, int cases, int notOk) {

    public Proof {
        Checks.range(cases >= 0, "/cases", cases);
        Checks.range(notOk >= 0 && notOk <= cases, "/notOk", notOk);
    }
}
