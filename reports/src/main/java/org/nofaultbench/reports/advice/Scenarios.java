// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.advice.Scenario.Life;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;

/** What is asked: each size and share of damage that was measured, for pools that are kept and for pools that come and go. */
final class Scenarios {

    /** Reads of one attached pool: a popup that is shown once, up to a window that is redrawn for a quarter of a minute. */
    static final List<Integer> READS = List.of(1, 10, 100, 1000);
    /** Shares of the pools that end with a loss: none, one broken client in a hundred, one in ten, nothing but attackers. */
    static final List<Double> LOSSES = List.of(0.0, 0.01, 0.1, 1.0);

    private final CostInputs inputs;

    Scenarios(CostInputs inputs) {
        this.inputs = inputs;
    }

    List<Scenario> all() {
        List<Scenario> all = new ArrayList<>();
        if (!inputs.reads().isEmpty()) {
            Panel reads = inputs.reads().get(0);
            for (String size : reads.values(CostInputs.SIZE)) {
                bytes(reads.at(CostInputs.SIZE, size)).ifPresent(bytes -> addSize(all, size, bytes));
            }
        }
        return all;
    }

    private void addSize(List<Scenario> all, String size, long bytes) {
        List<Scenario> kept = new ArrayList<>(List.of(new Scenario(size, bytes, Scenario.WHOLE, bytes, Life.KEPT)));
        inputs.damaged().stream()
                .filter(panel -> size.equals(panel.fixed().get(CostInputs.SIZE)))
                .findFirst()
                .ifPresent(panel -> panel.values(CostInputs.DAMAGE).stream()
                        .filter(damage -> !damage.equals(Scenario.WHOLE))
                        .forEach(damage -> bytes(panel.at(CostInputs.DAMAGE, damage)).ifPresent(read ->
                                kept.add(new Scenario(size, bytes, damage, read, Life.KEPT)))));
        kept.sort(Comparator.comparingLong(Scenario::readBytes));
        all.addAll(kept);
        if (inputs.hasLives(size)) {
            kept.forEach(scenario -> addLives(all, scenario));
        }
    }

    private static void addLives(List<Scenario> all, Scenario kept) {
        for (int reads : READS) {
            for (double losses : LOSSES) {
                // The first read of a pool reads all of the buffer: a pool that is read once has no damage.
                if (reads > 1 || kept.isWhole()) {
                    all.add(new Scenario(kept.size(), kept.bufferBytes(), kept.damage(), kept.readBytes(),
                            new Life(reads, losses)));
                }
            }
        }
    }

    private static Optional<Long> bytes(List<CellResult> cells) {
        return cells.stream()
                .filter(cell -> !cell.figures().isEmpty())
                .map(cell -> cell.cell().bytesPerAccess())
                .filter(bytes -> bytes != null)
                .findFirst();
    }
}
