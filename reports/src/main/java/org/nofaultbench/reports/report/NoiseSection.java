// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.Prose;
import org.nofaultbench.reports.document.Sentence;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Disturbance;
import org.nofaultbench.reports.model.ForkRecord;
import org.nofaultbench.reports.model.ForkSelection;
import org.nofaultbench.reports.model.Noise;
import org.nofaultbench.reports.stats.Estimate;

/** What did the machine do meanwhile? */
final class NoiseSection implements Section {

    @Override
    public List<Content> of(Analysis analysis) {
        List<ForkRecord> forks = analysis.run().forks();
        List<Noise> noise =
                forks.stream().map(ForkRecord::noise).filter(Objects::nonNull).toList();
        if (noise.isEmpty()) {
            return List.of();
        }
        List<Table.Row> rows = List.of(
                row("steal time, ms", "stealMs", noise, Noise::stealMs),
                row("CPU time of other processes, ms", "otherBusyMs", noise, Noise::otherBusyMs),
                row("involuntary context switches", "involuntarySwitches", noise, Noise::involuntarySwitches),
                row("major page faults", "majorFaults", noise, Noise::majorFaults),
                row("thermal throttling, events", "throttleEvents", noise, Noise::throttleEvents),
                row("load average, one minute", "load1", noise, Noise::load1),
                row("CPU frequency, MHz", "cpuMhz", noise, Noise::cpuMhz));
        List<Block> blocks =
                new ArrayList<>(List.of(new Table("", "per fork", List.of("median", "largest", "sum"), rows)));
        List<ForkRecord> disturbed =
                forks.stream().filter(ForkRecord::disturbed).toList();
        if (disturbed.isEmpty()) {
            blocks.add(new Prose("No fork is marked as disturbed."));
        } else {
            blocks.add(disturbances(forks, disturbed.size()));
            blocks.add(limits(disturbed));
        }
        return List.of(new Content(
                "noise",
                "Noise",
                "Per fork, over all forks of the run, including failed ones. A fork beyond a limit is marked, and"
                        + " repeated while time is left; rounds.jsonl keeps both.",
                blocks));
    }

    private static Table.Row row(String label, String name, List<Noise> noise, Function<Noise, Number> record) {
        List<Double> values = noise.stream()
                .map(record)
                .filter(Objects::nonNull)
                .map(Number::doubleValue)
                .toList();
        if (values.isEmpty()) {
            return Table.Row.of(label, "unknown", "unknown", "unknown");
        }
        boolean addsUp = !name.equals("load1") && !name.equals("cpuMhz");
        double sum = values.stream().mapToDouble(Double::doubleValue).sum();
        return Table.Row.of(
                label,
                figure(name, "median", Estimate.medianOf(values)),
                figure(name, "largest", Collections.max(values)),
                addsUp ? figure(name, "sum", sum) : "-");
    }

    private static Value figure(String name, String what, double value) {
        return Value.plain(new Origin(Statistic.NOISE, name + " " + what), value, "", Numbers.significant(value));
    }

    private static Prose disturbances(List<ForkRecord> forks, int disturbed) {
        List<ForkRecord> counting = ForkSelection.counting(forks);
        int repeats = forks.size() - counting.size();
        int kept = (int) counting.stream().filter(ForkRecord::disturbed).count();
        return new Prose(Sentence.of(
                "{} of {} went beyond a limit; {} made. The last undisturbed fork of a cell in a round counts. {}",
                count("disturbed", disturbed),
                Sentence.counted(count("all", forks.size()), "fork", "forks"),
                Sentence.counted(count("repeats", repeats), "repeat was", "repeats were"),
                kept == 0
                        ? "Every figure comes from such a fork."
                        : Sentence.of(
                                "{} from the least disturbed fork, because no undisturbed one was left.",
                                Sentence.counted(count("kept", kept), "figure comes", "figures come"))));
    }

    private static Value count(String which, int forks) {
        return Value.count(new Origin(Statistic.FORKS, which), forks);
    }

    /** Some limits depend on what is usual in the run or the cell: then the one beside the worst is shown. */
    private static Table limits(List<ForkRecord> disturbed) {
        Map<String, List<Disturbance>> byLimit = disturbed.stream()
                .flatMap(fork -> fork.disturbances().stream())
                .collect(Collectors.groupingBy(Disturbance::what, LinkedHashMap::new, Collectors.toList()));
        return Table.of("Forks beyond a limit", "what is limited", byLimit.values(), NoiseSection::limited)
                .column("forks", all -> count("beyond " + limited(all), all.size()))
                .column("limit", all -> Numbers.significant(worst(all).limit()))
                .column("worst", all -> {
                    double seen = worst(all).seen();
                    Origin origin = new Origin(Statistic.FORKS, "worst " + limited(all));
                    return Value.plain(origin, seen, "", Numbers.significant(seen));
                })
                .table();
    }

    private static String limited(List<Disturbance> exceeded) {
        return exceeded.get(0).what();
    }

    private static Disturbance worst(List<Disturbance> exceeded) {
        return Collections.max(exceeded, Comparator.comparingDouble(Disturbance::excess));
    }
}
