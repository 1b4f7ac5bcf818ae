// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.List;
import java.util.Map;

/**
 * A strategy as the run knew it.
 *
 * @param id such as {@code guard-pool}
 * @param name for people
 * @param family such as {@code guard}
 * @param summary one sentence: how it reads
 * @param standIn whether it stands in for a strategy that no released kernel can run; shown wherever it is shown
 * @param declared ids of the properties that it declares, such as {@code survives-truncation}
 * @param proven property id to what was observed; null where nothing was proven on this kernel
 * @param note what else the machine's probe found, such as that it falls back to another strategy; null where nothing
 * @param skipReason why it could not run here; null where it ran
 */
@RecordBuilder
public record StrategyEntry(
        String id,
        String name,
        String family,
        String summary,
        boolean standIn,
        List<String> declared,
        Map<String, Observation> proven,
        String note,
        String skipReason)
        implements StrategyEntryBuilder.With {

    public StrategyEntry {
        Checks.id(id, "/id");
        Checks.present(name, "/name");
        Checks.id(family, "/family");
        Checks.present(summary, "/summary");
        Checks.elements(declared, "/declared", Checks::id);
        if (proven != null) {
            Checks.entries(proven, "/proven", Checks::present);
            proven.keySet().forEach(property -> Checks.id(property, "/proven"));
        }
    }

    /** Name in a legend or a sentence: a stand-in is called one there, too. */
    public String label() {
        return standIn ? id + " (stand-in)" : id;
    }

    /** Whether an experiment found it to have a property. */
    public boolean has(String property) {
        return saw(property, Observed.YES);
    }

    /** Whether an experiment found it not to have a property. */
    public boolean lacks(String property) {
        return saw(property, Observed.NO);
    }

    private boolean saw(String property, Observed observed) {
        return proven != null
                && proven.containsKey(property)
                && proven.get(property).observed() == observed;
    }

    public boolean skipped() {
        return skipReason != null;
    }
}
