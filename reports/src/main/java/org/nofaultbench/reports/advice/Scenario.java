// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.model.Plural;

/**
 * What a compositor does with a pool, as far as it decides which strategy is the cheapest.
 *
 * @param use what is done with the bytes
 * @param size name of the buffer's size
 * @param bufferBytes of the whole buffer
 * @param damage share of the buffer that each read after the first one reads, as the run spells it; {@link #WHOLE} for all
 * @param readBytes bytes of such a read
 * @param reads of one attached pool, the first of which reads all of a buffer; 0 for a pool that is kept for so long that
 *     attaching it does not matter
 * @param losses how many of the pools end with a loss, as a share of 1: their last read finds every page gone
 */
record Scenario(Use use, String size, long bufferBytes, String damage, long readBytes, int reads, double losses) {

    /** How a run spells all of a buffer. */
    static final String WHOLE = "100%";
    /** Reads of one attached pool: a popup that is shown once, up to a window that is redrawn for a quarter of a minute. */
    static final List<Integer> READS = List.of(1, 10, 100, 1000);
    /** Shares of the pools that end with a loss: none, one broken client in a hundred, one in ten, nothing but attackers. */
    private static final List<Double> LOSSES = List.of(0.0, 0.01, 0.1, 1.0);

    /** What a compositor does with what it reads; the first two are what compositors do, the last one is their bound. */
    enum Use {
        /** Rows copied to a staging buffer. */
        UPLOAD("copy", "Texture upload"),
        /** Software composition. */
        BLEND("blend", "Blend"),
        /** Every byte once, into a sum. */
        READ("sum", "Pure reading");

        private final String loop;
        private final String label;

        Use(String loop, String label) {
            this.loop = loop;
            this.label = label;
        }

        /** As runs name it: the value of the parameter {@code kernel}. */
        String loop() {
            return loop;
        }

        String label() {
            return label;
        }
    }

    /** Of a pool that is attached once and kept; nothing is ever lost. */
    static Scenario kept(Use use, String size, long bufferBytes, String damage, long readBytes) {
        return new Scenario(use, size, bufferBytes, damage, readBytes, 0, 0);
    }

    /** The same of a pool that lives otherwise. */
    Scenario in(int otherReads, double otherLosses) {
        return new Scenario(use, size, bufferBytes, damage, readBytes, otherReads, otherLosses);
    }

    boolean isKept() {
        return reads == 0;
    }

    boolean isWhole() {
        return damage.equals(WHOLE);
    }

    /** What identifies it in {@code report.json}. */
    String key() {
        return (use == Use.READ ? "" : "kernel=" + use.loop() + " ") + "size=" + size + " damage=" + damage
                + (isKept() ? "" : " reads=" + reads + " losses=" + Numbers.plain(losses));
    }

    /** {@code pure reading of 1080p} or {@code texture upload of 5% of 1080p}. */
    String read() {
        return use.label().toLowerCase(Locale.ROOT) + " of " + (isWhole() ? size : damage + " of " + size);
    }

    /** {@code kept, nothing lost} or {@code 10 reads, 1% lost}. */
    String lifeText() {
        return isKept() ? "kept, nothing lost" : Plural.of(reads, "read", "reads") + ", " + lost(losses);
    }

    static String lost(double share) {
        return share == 0 ? "nothing lost" : Numbers.plain(share * 100) + "% lost";
    }

    /** Each size and share of damage that was measured, for pools that are kept and for pools that come and go. */
    static List<Scenario> all(Costs costs) {
        List<Scenario> all = new ArrayList<>();
        for (Use use : Use.values()) {
            costs.whole(use).stream()
                    .limit(1)
                    .forEach(panel -> panel.values(Panel.SIZE)
                            .forEach(size -> bytes(panel.at(Panel.SIZE, size))
                                    .ifPresent(bytes -> addSize(all, costs, use, size, bytes))));
        }
        return all;
    }

    private static void addSize(List<Scenario> all, Costs costs, Use use, String size, long bytes) {
        List<Scenario> kept = new ArrayList<>(List.of(kept(use, size, bytes, WHOLE, bytes)));
        Costs.ofSize(costs.damaged(use), size)
                .ifPresent(panel -> panel.values(Costs.DAMAGE).stream()
                        .filter(damage -> !damage.equals(WHOLE))
                        .forEach(damage -> bytes(panel.at(Costs.DAMAGE, damage))
                                .ifPresent(read -> kept.add(kept(use, size, bytes, damage, read)))));
        kept.sort(Comparator.comparingLong(Scenario::readBytes));
        all.addAll(kept);
        // The life of a pool was timed with pure reads. Its first read is of the whole buffer, so that a pool that is
        // read once has no damage.
        if (use == Use.READ && costs.hasLives(size)) {
            kept.forEach(scenario -> READS.stream()
                    .filter(reads -> reads > 1 || scenario.isWhole())
                    .forEach(reads -> LOSSES.forEach(losses -> all.add(scenario.in(reads, losses)))));
        }
    }

    private static Optional<Long> bytes(List<CellResult> cells) {
        return cells.stream()
                .filter(cell -> cell.hasFigure() && cell.cell().bytesPerAccess() != null)
                .map(cell -> cell.cell().bytesPerAccess())
                .findFirst();
    }
}
