// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.nofaultbench.reports.cli.OutputFile;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.history.CommitList;
import org.nofaultbench.reports.history.SeriesOptions;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.Plural;
import org.nofaultbench.reports.model.Printable;
import org.nofaultbench.reports.stats.change.ChangePoints;
import org.nofaultbench.store.MachineChanges.Shift;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Follows every series of every machine of a store. */
@Command(
        name = "history",
        description = "Follows every series of every machine of a store, and tells what changed; statuses as without"
                + " --store.",
        mixinStandardHelpOptions = true)
final class StoreHistoryCommand implements Callable<Integer> {

    private static final int CHANGED = 1;
    private static final int INCONCLUSIVE = 3;
    private static final int SHOWN = 50;

    @Mixin
    private EngineOptions engine;

    @Mixin
    private SeriesOptions options;

    @Option(names = "--machine", paramLabel = "REGEX", description = "Only machines whose id or name contains a match.")
    private Pattern machine;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only cells whose name contains a match.")
    private Pattern only;

    @Option(names = "--changes", paramLabel = "FILE", description = "Writes every change as CSV.")
    private Path changes;

    @Option(
            names = "-o",
            paramLabel = "SITE",
            description = "Writes pages: one folder for each machine, and an overview of all.")
    private Path site;

    @Option(
            names = "--fail-on-change",
            paramLabel = "SINCE",
            description =
                    "Status 1 where a series or a machine changed on or after SINCE, a day (2026-11-24) or an instant;"
                            + " 3 where nothing could be judged.")
    private String since;

    @Option(names = "--skip-damaged", description = "Leave damaged files out, and name them.")
    private boolean skipDamaged;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        StoreFolder store = engine.store().existing();
        CommitList commits = options.commits();
        StoreReader.Selection cells = new StoreReader.Selection(Optional.ofNullable(only), options.renames());
        Instant first = since == null ? Instant.EPOCH : RunImport.instant(since);
        Optional<Set<String>> leftOut = StoreReader.collecting(skipDamaged);
        try (StoreReader reader = new StoreReader(store, engine.open(), leftOut)) {
            List<StoredRun> runs = reader.runs(Optional.ofNullable(machine));
            if (runs.isEmpty()) {
                throw new InputException(
                        "store has no such run",
                        machine == null ? "add some with store.jar add" : "name another --machine",
                        Detail.of("store", store.root()));
            }
            MachineRuns machineRuns = new MachineRuns(runs, commits);
            Optional<FleetSite> pages = Optional.ofNullable(site).map(folder -> new FleetSite(folder, machineRuns));
            FleetResult result = new FleetSearch(reader, machineRuns, cells)
                    .search(engine.limits().threads(), (id, series) -> pages.ifPresent(own -> own.write(id, series)));
            pages.ifPresent(own -> own.writeOverview(result));
            if (changes != null) {
                OutputFile.write(changes, String.join("\r\n", result.lines()) + "\r\n");
            }
            leftOut.ifPresent(files -> files.forEach(file -> out().println("Damaged, left out: " + file)));
            return report(result, machineRuns, runs.size(), first);
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    private int report(FleetResult result, MachineRuns order, int runs, Instant first) {
        out().println("Runs: " + runs + " of " + Plural.of(order.machines().size(), "machine", "machines"));
        List<Shift> shifts = result.shifts().stream()
                .filter(shift -> !Instant.parse(shift.startedUtc()).isBefore(first))
                .toList();
        shifts.forEach(shift -> out().println("Machine changed: " + line(shift, order)));
        List<SeriesChange> alarms = result.changes().stream()
                .filter(SeriesChange::isAlarm)
                .filter(change -> !Instant.parse(change.startedUtc()).isBefore(first))
                .toList();
        alarms.stream().limit(SHOWN).forEach(change -> out().println(line(change, order)));
        if (alarms.size() > SHOWN) {
            out().println("... and " + (alarms.size() - SHOWN) + " more; --changes FILE has all");
        }
        out().println("Changed: "
                + FleetResult.seriesOf(alarms.stream()) + " of "
                + Plural.of(result.series(), "series", "series") + ", " + result.judged() + " of them with the "
                + ChangePoints.FEWEST + " runs that a change needs");
        if (site != null) {
            out().println("Site: " + site.resolve(FleetSite.OVERVIEW));
        }
        if (since == null) {
            return 0;
        }
        boolean any = order.machines().stream()
                .flatMap(id -> order.runs(id).stream())
                .anyMatch(run -> !run.started().isBefore(first));
        if (result.judged() == 0 || !any) {
            out().println("INCONCLUSIVE: "
                    + (any ? "too few runs, a change needs at least " + ChangePoints.FEWEST : "no run since " + since));
            return INCONCLUSIVE;
        }
        boolean changed = !alarms.isEmpty() || !shifts.isEmpty();
        out().println((changed ? "FAIL: changed since " : "PASS: no change since ") + since);
        return changed ? CHANGED : 0;
    }

    private static String line(Shift shift, MachineRuns order) {
        return order.name(shift.machine()) + ", " + shift.startedUtc() + ", " + shift.text();
    }

    private static String line(SeriesChange change, MachineRuns order) {
        return (change.change().isSlower() ? "SLOWER" : "FASTER") + " times "
                + Numbers.ratio(change.change().factor()) + ", "
                + change.of()
                + ", " + change.startedUtc() + ": "
                + Printable.brief(change.series().cell()) + ", "
                + order.name(change.series().machine()) + ", commit " + Printable.brief(change.commit());
    }
}
