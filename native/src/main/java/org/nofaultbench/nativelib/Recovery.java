// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;

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
        try (Memory in = Structs.region(region);
                Memory out = new Memory(Structs.TIMED_BYTES)) {
            out.clear();
            int result = LibNofault.nfb_recover(
                    strategy.index(), client.handle(), seed, in, keepBytes, repeats, out);
            String subject = "strategy=" + strategy.id() + ", keepBytes=" + keepBytes;
            Results.check(result, "recovery", subject, region.offsetBytes());
            return Structs.timed(out);
        }
    }
}
