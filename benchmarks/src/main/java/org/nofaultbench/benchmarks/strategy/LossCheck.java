// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.strategy;

/** The end of an access: the last moment at which a loss can still be told of it. */
@FunctionalInterface
interface LossCheck {

    /** Throws an InternalError where bytes have been lost since the last call. */
    void throwIfLost();
}
