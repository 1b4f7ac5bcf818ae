// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.stats.Estimate;

/** What did the machine do meanwhile? */
final class NoiseSection implements Section {

    private static final String ID = "noise";
    private static final String TITLE = "Noise";

    @Override
    public Content of(Analysis analysis) {
        List<Noise> noise = analysis.run().forks().stream().map(ForkRecord::noise).filter(Objects::nonNull).toList();
        if (noise.isEmpty()) {
            return Content.notMeasured(ID, TITLE);
        }
        List<Table.Row> rows = List.of(
                row("stolen by the hypervisor, ms", noise, Noise::stealMs),
                row("CPU time of other processes, ms", noise, Noise::otherBusyMs),
                row("involuntary context switches", noise, Noise::involuntarySwitches),
                row("major page faults", noise, Noise::majorFaults),
                row("slowed down because of heat, times", noise, Noise::throttleEvents),
                row("load average, one minute", noise, Noise::load1),
                row("CPU frequency, MHz", noise, Noise::cpuMhz));
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Table("", "per fork", List.of("median", "largest", "sum"), rows));
        blocks.addAll(DisturbedForks.of(analysis.run().forks()));
        return Content.of(ID, TITLE, "Per fork, over all forks of the run, failed ones too. A fork beyond a limit is marked and"
                + " repeated, and stays in the journal.", blocks);
    }

    private static Table.Row row(String name, List<Noise> noise, Function<Noise, Number> of) {
        List<Double> values = noise.stream().map(of).filter(Objects::nonNull).map(Number::doubleValue).toList();
        if (values.isEmpty()) {
            return Table.Row.of(name, "unknown", "unknown", "unknown");
        }
        boolean addsUp = !name.startsWith("load") && !name.startsWith("CPU frequency");
        return Table.Row.of(name, Numbers.significant(Estimate.medianOf(values)), Numbers.significant(Collections.max(values)),
                addsUp ? Numbers.significant(values.stream().mapToDouble(Double::doubleValue).sum()) : "-");
    }
}
