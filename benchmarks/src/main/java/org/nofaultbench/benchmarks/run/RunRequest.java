// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.plan.Preset.Budget;
import org.nofaultbench.benchmarks.plan.Preset.ForkLength;
import org.nofaultbench.reports.stats.Margin;

/**
 * What the user asked for.
 *
 * @param budget rounds and time, the preset's or the user's own
 * @param results folder of run folders
 * @param seed of the data and of the order of the cells
 * @param machine what the user calls this machine
 * @param only pattern that is found in the ids of the wanted cells
 * @param against another build that every cell is measured with too
 * @param untilDecided whether only open comparisons are measured, for the budget's time or a fifth of the preset's
 * @param margin what counts as the same
 * @param resume folder of a run that is to be continued
 * @param command what repeats the run
 */
public record RunRequest(
        Preset preset,
        Budget budget,
        Path results,
        long seed,
        Optional<String> machine,
        Optional<Pattern> only,
        Optional<BaselineFile> against,
        boolean untilDecided,
        Margin margin,
        Optional<Path> resume,
        String command) {

    /**
     * The build that this one is compared with.
     *
     * @param file another benchmarks.jar, or another native library
     * @param isLibrary which of the two
     */
    public record BaselineFile(Path file, boolean isLibrary) {}

    /** Time for comparisons: the preset's, or in a run of comparisons alone what the user gives it. */
    Duration pairTime() {
        return untilDecided && !budget.equals(preset.budget()) ? budget.time() : preset.pairTime();
    }

    ForkLength forkLength() {
        return untilDecided ? ForkLength.SHORTEST : preset.forkLength();
    }
}
