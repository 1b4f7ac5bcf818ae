// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;

/** Every section, in the order of a report. A new one is a line here. */
public final class Sections {

    private static final List<Section> ALL = List.of(
            OutcomeSections::decisions,
            AccessSections.throughput(),
            AccessSections.cost(),
            AccessSections.guardCost(),
            AccessSections.staging(),
            AccessSections.damage(),
            AccessSections.capture(),
            ClientSections.lifecycle(),
            ClientSections.recovery(),
            ClientSections.hostile(),
            ClientSections.frames(),
            new LatencySection(),
            ClientSections.scaling(),
            AccessSections.counters(),
            AccessSections.instructions(),
            AccessSections.nonUsers(),
            AccessSections.callOverhead(),
            OutcomeSections::losses,
            OutcomeSections::skipped,
            new PropertiesSection(),
            RunSections::machine,
            RunSections::method,
            new NoiseSection(),
            RunSections::limits);

    private Sections() {}

    public static List<Content> of(Analysis analysis) {
        return ALL.stream().flatMap(section -> section.of(analysis).stream()).toList();
    }
}
