// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.time.Duration;
import org.nofaultbench.benchmarks.plan.Plan;

/** How long a deciding run may take where nobody says it. */
final class DecidingTime {

    /** Of a fork of JMH's with its start, on a quiet machine of two cores. */
    private static final int FORK_MS = 550;

    private static final int SHARE = 5;

    private DecidingTime() {}

    /** A fifth of what the preset's rounds take. */
    static Duration of(RunRequest request, Plan plan) {
        boolean own = !request.budget().equals(request.preset().budget());
        return own
                ? request.budget().time()
                : Duration.ofMillis((long) plan.runnable().size() * request.budget().rounds() * FORK_MS / SHARE);
    }
}
