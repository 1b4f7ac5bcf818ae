// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.List;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Content;

/** Every section, in the order of a report. A new one is a line here. */
public final class Sections {

    private static final List<Section> ALL = List.of(
            new DecisionsSection(),
            new ThroughputSection(),
            new CostSection(),
            new GuardCostSection(),
            new StagingSection(),
            new DamageSection(),
            new CaptureSection(),
            new LifecycleSection(),
            new RecoverySection(),
            new HostileSection(),
            new FrameSection(),
            new LatencySection(),
            new ScalingSection(),
            new CountersSection(),
            new InstructionSection(),
            new NonUserSection(),
            new CallOverheadSection(),
            new LossesSection(),
            new SkippedSection(),
            new PropertiesSection(),
            new MachineSection(),
            new MethodSection(),
            new NoiseSection(),
            new LimitsSection());

    private Sections() {}

    public static List<Content> of(Analysis analysis) {
        return ALL.stream().flatMap(section -> section.of(analysis).stream()).toList();
    }
}
