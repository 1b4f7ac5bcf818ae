// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.advice;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Table;

/** How is a cost added up, from what, and what is missing? */
final class AdviceModelSection implements AdviceSection {

    @Override
    public List<Content> of(Advice advice) {
        List<Block> blocks = new ArrayList<>(List.of(
                new Prose("A pool that is kept: read. A pool of N reads: (life + (N - 1) read + losses (recovery - last read)) / N."
                        + " life is attaching, the first read of the whole buffer, unmapping and closing. recovery is a read that"
                        + " finds the whole buffer gone; it takes the place of the pool's last read. Reads of damage that are lost"
                        + " cost less than that: it is the worst case, for every strategy alike."),
                new Prose("Begin and end are part of every read and are not added again. A loss ends the pool's life: attaching"
                        + " anew is part of the next one's."),
                new Prose("--client-share is the share of all reads that go to pools whose client has sealed its file against"
                        + " shrinking (F_SEAL_SHRINK). Those cost what the first strategy for sealed files costs, without losses; the"
                        + " others, and all losses, cost what the recommended strategy does. A share above 0 does not make the others"
                        + " go away: any client may leave its file unsealed."),
                new Prose("Each sum is made within a round, from that round's forks; its figure is the median over the rounds, with"
                        + " the 95% interval of that median.")));
        blocks.add(sources(advice));
        missing(advice, blocks);
        return List.of(Content.of("model", "How the costs are made", "", blocks));
    }

    private static Table sources(Advice advice) {
        List<Table.Row> rows = advice.sources().entrySet().stream()
                .map(entry -> Table.Row.of(entry.getKey(),
                        entry.getValue().isEmpty() ? "not measured" : String.join("; ", entry.getValue())))
                .toList();
        return new Table("what each part was taken from; of several for one size, the first", "part", List.of("from"), rows);
    }

    private static void missing(Advice advice, List<Block> blocks) {
        Map<String, Set<String>> missing = advice.missing();
        if (!missing.isEmpty()) {
            List<Table.Row> rows = missing.entrySet().stream()
                    .map(entry -> Table.Row.of(entry.getKey(), String.join(", ", entry.getValue())))
                    .toList();
            blocks.add(new Table("not measured, and therefore not said", "what", List.of("of which strategies"), rows));
        }
    }
}
