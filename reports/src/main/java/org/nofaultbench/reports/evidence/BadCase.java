// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.PanelBlocks;

/** What does a read cost when the owner has shrunk the file under it? */
final class BadCase implements Question {

    private static final String RECOVERY = "TruncationRecovery";
    private static final String ATTACK = "HostileClient";

    @Override
    public Content answer(PatchEvidence evidence) {
        List<Block> blocks = new ArrayList<>();
        recoveries(evidence).forEach(panel -> blocks.add(table(panel, "time of one recovery", evidence)));
        evidence.panels(ATTACK, Set.of(Panel.STRATEGY))
                .forEach(panel -> blocks.add(table(panel, "time of one attacked frame", evidence)));
        return new Content(
                "bad-case",
                "The bad case: the owner has truncated the file",
                blocks.isEmpty()
                        ? evidence.notMeasured()
                        : "From the first touch of a lost page until the access has returned; guard-jump and guard-fixup give up there and"
                                + " have read less. An unguarded read ends the process, a sealed file cannot be truncated. Attacked: one"
                                + " access a frame while the owner truncates and regrows the file without end; guard-libwayland reads"
                                + " zeros for good after the first loss, and is not to be compared."
                                + standIn(evidence),
                blocks);
    }

    private static String standIn(PatchEvidence evidence) {
        return evidence.hasFlag() || evidence.subject().isEmpty()
                ? ""
                : " What a fault costs with the flag is not answered by" + " this run: the stand-in's is a handler's.";
    }

    /** All that was lost, and the least that can be; what lies between is in the whole report. */
    private static List<Panel> recoveries(PatchEvidence evidence) {
        List<Panel> panels = evidence.panels(RECOVERY, Set.of(Panel.STRATEGY));
        return panels.size() <= 2 ? panels : List.of(panels.get(0), panels.get(panels.size() - 1));
    }

    private static Block table(Panel panel, String what, PatchEvidence evidence) {
        Panel shown = new ShownStrategies(evidence).withBest(panel);
        return new PanelBlocks(evidence.run(), shown, new AnchorIds("bad-case")).ratios(Panel.WORKLOAD, what);
    }
}
