// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What came of a run.
 *
 * @param reasons why it failed; empty where it did not
 * @param comparison with another build; empty in a run of one
 * @param decisions of a run until decided; empty in one of a fixed length
 */
public record RunOutcome(
        Path folder, List<String> reasons, Optional<BuildComparison> comparison, Optional<Decisions> decisions) {

    public boolean failed() {
        return !reasons.isEmpty();
    }
}
