// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.List;
import org.nofaultbench.reports.model.StrategyEntry;

/**
 * Whether a strategy may be recommended, and what it holds and loses in robustness.
 *
 * @param strategy as the run knew it
 * @param rank whether it may be recommended
 * @param why not, in words; empty for {@link Rank#RECOMMENDED}
 * @param held properties that were observed; declared ones where nothing was proven on this kernel
 * @param lost properties that were observed not to hold, or that it does not declare where nothing was proven
 * @param onItsWord properties that it needs to be recommended and that no experiment confirmed
 */
public record Eligibility(
        StrategyEntry strategy, Rank rank, String why, List<String> held, List<String> lost, List<String> onItsWord) {

    /** Who may be recommended. */
    public enum Rank {
        /** For every client. */
        RECOMMENDED,
        /** For clients that sealed their file; the others need something else beside it. */
        WITH_CLIENT,
        /** It stands in for what no released kernel has. */
        STAND_IN,
        /** A client can kill the compositor, or nobody knows whether it can. */
        UNSAFE,
        /** Its loop is not compared with the others. */
        APART,
        /** It did not run here. */
        SKIPPED
    }

    public String id() {
        return strategy.id();
    }

    public boolean mayBeRecommended() {
        return rank == Rank.RECOMMENDED;
    }

    public boolean needsClient() {
        return rank == Rank.WITH_CLIENT;
    }

    /** Whether its times mean anything beside the others'. */
    boolean isComparable() {
        return rank != Rank.APART && rank != Rank.SKIPPED;
    }

    public boolean copies() {
        return strategy.family().equals("copy");
    }

    /** Name in a legend or at a row; a stand-in is called one there too. */
    public String name() {
        return strategy.standIn() ? id() + " (stand-in)" : id();
    }
}
