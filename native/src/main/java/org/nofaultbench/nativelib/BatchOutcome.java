// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/**
 * What a batch of accesses read.
 *
 * @param checksum the checksums of the accesses in order, folded by {@link Checksum#fold}
 * @param lostAccesses accesses whose strategy told its caller that bytes were lost
 * @param faults SIGBUS signals that the library's handler answered during the batch
 */
public record BatchOutcome(long checksum, long lostAccesses, long faults) {}
