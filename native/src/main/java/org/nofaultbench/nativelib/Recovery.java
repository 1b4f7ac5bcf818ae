// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

/** Recoveries: the client shrinks its file under an attached pool, and the next access is timed until it returns. */
public final class Recovery {

    private Recovery() {}

    /**
     * Measures {@code repeats} recoveries, each on a pool of its own, since a replaced pool cannot fault again.
     *
     * @param seed frame that the client draws before each
     * @param keepBytes what the client leaves of its file; 0 loses everything
     */
    public static TimedOutcome measure(
            StrategyInfo strategy, Client client, long seed, Region region, long keepBytes, long repeats) {
        StructBuilder setting = new StructBuilder()
                .word(strategy.index())
                .pointer(client.handle())
                .word(seed)
                .word(keepBytes)
                .word(repeats)
                .region(region);
        return NativeMeasurement.RECOVERY.ask(
                setting, "strategy=" + strategy.id() + ", keepBytes=" + keepBytes, Structs::timed);
    }
}
