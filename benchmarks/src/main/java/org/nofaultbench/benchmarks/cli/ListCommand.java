// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.util.Locale;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.plan.Plan;
import org.nofaultbench.benchmarks.plan.Preset;
import org.nofaultbench.benchmarks.plan.Workload;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "list", mixinStandardHelpOptions = true, description = "Shows strategies, workloads and presets.")
final class ListCommand implements Runnable {

    @Mixin
    private StrategyLibraryOption libraries;

    private final PrintStream out;

    ListCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public void run() {
        NofaultLibrary library = libraries.load();
        strategies(library);
        workloads();
        presets(library);
    }

    private void strategies(NofaultLibrary library) {
        out.println("Strategies");
        for (StrategyInfo strategy : Strategy.rows(library)) {
            String family = strategy.family().id();
            out.printf(Locale.ROOT, "  %-18s %-10s %s%n", strategy.id(), family, strategy.summary());
            strategy.skipReason().ifPresent(reason -> out.printf(Locale.ROOT, "  %-18s SKIPPED: %s%n", "", reason));
        }
    }

    private void workloads() {
        out.println("Workloads");
        for (Workload workload : Workload.values()) {
            String combinations = workload.parameters(Preset.FULL).stream()
                    .map(parameters -> String.join("/", parameters.values().values()))
                    .collect(Collectors.joining(", "));
            out.printf(Locale.ROOT, "  %-36s %-10s %s%n", workload.id(), workload.metric(), combinations);
        }
    }

    private void presets(NofaultLibrary library) {
        out.println("Presets");
        for (Preset preset : Preset.values()) {
            Plan plan = Plan.ofPreset(preset, Strategy.rows(library), id -> true);
            out.printf(
                    Locale.ROOT,
                    "  %-18s %d to %d rounds of %d cells (%d skipped here), about %d min%n",
                    preset.id(),
                    preset.budget().rounds(),
                    preset.budget().mostRounds(),
                    plan.runnable().size(),
                    plan.cells().size() - plan.runnable().size(),
                    preset.budget().time().plus(preset.pairTime()).toMinutes() + 1);
        }
    }
}
