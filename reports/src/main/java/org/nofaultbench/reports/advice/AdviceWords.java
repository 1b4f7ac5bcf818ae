// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import org.nofaultbench.reports.advice.Scenario.Life;
import org.nofaultbench.reports.document.Bytes;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.model.Plural;

/** Names for what advice is about. */
final class AdviceWords {

    private AdviceWords() {}

    /** {@code 1080p} or {@code 5% of 1080p}. */
    static String read(Scenario scenario) {
        return scenario.isWhole() ? scenario.size() : scenario.damage() + " of " + scenario.size();
    }

    /** {@code kept} or {@code 10 reads, 1% lost}. */
    static String life(Life life) {
        return life.isKept()
                ? "kept, nothing lost"
                : Plural.of(life.reads(), "read", "reads") + ", " + lost(life.lossesPerAttach());
    }

    static String lost(double share) {
        return share == 0 ? "nothing lost" : percent(share) + " lost";
    }

    static String percent(double share) {
        return Numbers.plain(share * 100) + "%";
    }

    /** A place on a quantity's axis: {@code 83.0 kB (1.0%)}, {@code 8.29 MB} or {@code 12 reads}. */
    static String place(BreakEvens over, double x) {
        return switch (over.axis()) {
            case READS -> Numbers.plain(Math.rint(x * 10) / 10) + (x == 1 ? " read" : " reads");
            case SIZE -> Bytes.of(x);
            case DAMAGE -> Bytes.of(x) + " (" + Numbers.significantDigits(100 * x / over.bufferBytes(), x < over.bufferBytes() / 10 ? 2 : 3)
                    + "% of " + over.size() + ")";
        };
    }

    static String winner(Zone zone, String first, String second) {
        return switch (zone.winner()) {
            case FIRST -> first;
            case SECOND -> second;
            case SAME -> "either, the same within the margin";
            case UNDECIDED -> "undecided";
            case TOO_FEW -> "too few rounds";
        };
    }
}
