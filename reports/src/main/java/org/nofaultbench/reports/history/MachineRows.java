// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.util.List;
import org.nofaultbench.reports.model.Printable;

/** Changes of machines as rows of a table. */
final class MachineRows {

    private MachineRows() {}

    static List<SiteView.MachineRow> of(List<MachineChange> changes) {
        return changes.stream().map(MachineRows::row).toList();
    }

    private static SiteView.MachineRow row(MachineChange change) {
        return new SiteView.MachineRow(change.number(), Words.day(change.after()), Printable.brief(change.after().folder()),
                Printable.brief(change.after().machine()),
                change.facts().stream()
                        .map(fact -> new SiteView.FactRow(Printable.brief(fact.name()), Printable.brief(fact.before()),
                                Printable.brief(fact.after())))
                        .toList());
    }
}
