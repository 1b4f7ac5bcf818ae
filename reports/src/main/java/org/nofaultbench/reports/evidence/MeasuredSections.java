// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.CellResult;
import org.nofaultbench.reports.analysis.Panel;
import org.nofaultbench.reports.document.AnchorIds;
import org.nofaultbench.reports.document.Block;
import org.nofaultbench.reports.document.Content;
import org.nofaultbench.reports.document.Entry;
import org.nofaultbench.reports.document.Numbers;
import org.nofaultbench.reports.document.PanelBlocks;
import org.nofaultbench.reports.document.Scale;
import org.nofaultbench.reports.document.Statistic;
import org.nofaultbench.reports.document.Table;
import org.nofaultbench.reports.document.Value;
import org.nofaultbench.reports.document.Value.Origin;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.PropertyMatrix;
import org.nofaultbench.reports.model.StrategyEntry;
import org.nofaultbench.reports.report.ClientSections;
import org.nofaultbench.reports.stats.Estimate;

/** The sections of the mail that are tables of figures: of one kernel, or of both side by side. */
record MeasuredSections(PatchEvidence evidence) {

    /** Rows that a reviewer is shown of every panel: what is in use, and the references. */
    private static final Set<String> NAMED = Set.of(
            "unguarded-shared", "sealed", "guard-pool", "guard-libwayland", "guard-page", "copy-pread", "copy-guarded");

    /** What does the patch cost those who do not use its flag? Asked first, because it decides whether the rest is read. */
    Content nonUsers() {
        List<CellResult> cells = evidence.times("NonUser");
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : Panel.split(cells, Set.of(Panel.STRATEGY, Panel.WORKLOAD))) {
            if (evidence.unpatched().isEmpty()) {
                Table.ofCells(panel.title() + ", time of one", "what", panel.cells())
                        .column("ns [95% interval]", cell -> Entry.figure(cell, Scale.NANOSECONDS))
                        .addTo(blocks);
            } else {
                addBothTimes(blocks, panel, "what", Scale.NANOSECONDS);
            }
        }
        String explanation = evidence.ratios().isEmpty()
                ? "One kernel was measured, so there is no ratio and no verdict: give the patched kernel's run with"
                        + " --patched."
                : blocks.isEmpty()
                        ? "The run of the unpatched kernel has none of these figures."
                        : evidence.ratios().get().limits();
        return new Content(
                "non-users",
                "Cost to code that does not use the flag",
                cells.isEmpty()
                        ? evidence.notMeasured()
                        : "Modelled on will-it-scale's page_fault1 to page_fault3, mmap1 and fork1. " + explanation,
                blocks);
    }

    /** What else does the patch change: reads that do not need it, and what each strategy survives? */
    Content bothKernels(Analysis unpatched) {
        List<Block> blocks = new ArrayList<>();
        for (Panel panel : warmReads(Set.of(Panel.STRATEGY))) {
            String size = panel.fixed().get(Panel.SIZE);
            if (size == null || sizes().contains(size)) {
                Panel shown = shown(panel, List.of());
                addBothTimes(blocks, shown, Panel.STRATEGY, Scale.ofCells(shown.cells()));
            }
        }
        boolean proven = evidence.run().run().manifest().proof() != null
                && unpatched.run().manifest().proof() != null;
        if (proven) {
            blocks.add(semantics(unpatched.run().manifest().strategies()));
        }
        return new Content(
                "kernels",
                "The patched kernel beside the unpatched one",
                blocks.isEmpty()
                        ? "The runs have no figures in common."
                        : "Reads while the owner leaves the file alone, and the experiments whose results differ."
                                + (proven
                                        ? ""
                                        : " Nothing was proven on one of the kernels, so what strategies survive is not compared."),
                blocks);
    }

    private List<Panel> warmReads(Set<String> axes) {
        return evidence.panels("BufferRead", axes).stream()
                .filter(panel -> "warm".equals(panel.fixed().get(Panel.WORKLOAD)))
                .toList();
    }

    /** Strategies by what became of their experiments, such as {@code skip -> yes}. */
    private Table semantics(List<StrategyEntry> strategies) {
        PropertyMatrix unpatched = PropertyMatrix.ofStrategies(strategies);
        PropertyMatrix patched = evidence.matrix();
        List<String> all = Stream.concat(unpatched.properties().stream(), patched.properties().stream())
                .distinct()
                .toList();
        List<Table.Row> rows = new ArrayList<>();
        for (StrategyEntry strategy : evidence.strategies()) {
            Map<String, List<String>> changes = all.stream()
                    .filter(property -> !mark(unpatched, strategy, property).equals(mark(patched, strategy, property)))
                    .collect(Collectors.groupingBy(
                            property ->
                                    mark(unpatched, strategy, property) + " -> " + mark(patched, strategy, property),
                            LinkedHashMap::new,
                            Collectors.toList()));
            changes.forEach(
                    (change, properties) -> rows.add(Table.Row.of(strategy, change, String.join(", ", properties))));
        }
        return new Table(
                "Experiments, A -> B" + (rows.isEmpty() ? ": all results are the same" : ""),
                Panel.STRATEGY,
                List.of("A -> B", "properties"),
                rows);
    }

    private static String mark(PropertyMatrix matrix, StrategyEntry strategy, String property) {
        return matrix.at(strategy.id(), property).map(Observation::mark).orElse("-");
    }

    /** How many instructions does each strategy take? Empty where the run has counted none. */
    List<Content> instructions() {
        List<CellResult> cells = evidence.run().cells().stream()
                .filter(cell -> cell.cell().unit().startsWith("instructions"))
                .toList();
        List<Block> blocks = evidence.run().panels(cells, Set.of(Panel.STRATEGY)).stream()
                .filter(panel -> !panel.isApart())
                .<Block>map(this::counts)
                .toList();
        return Content.unlessEmpty(
                "instructions",
                "Instructions, user space and kernel together",
                "Counted by an emulated CPU of a fixed model with an instruction clock, for one build of suite and"
                        + " kernel. These are not times: cache and TLB misses are not included. A lost page: what an"
                        + " access of lost pages takes above the same access of existing pages, per page; SKIPPED"
                        + " where the access ends at the first.",
                blocks);
    }

    private Table counts(Panel panel) {
        Table.Builder<CellResult> table =
                Table.ofCells(panel.title() + ", instructions", Panel.STRATEGY, panel.cells());
        if (evidence.unpatched().isEmpty()) {
            return table.column("count", cell -> count(cell, Statistic.MEDIAN, ""))
                    .table();
        }
        Statistic statistic = Statistic.KERNEL_MEDIAN;
        return table.column("A, unpatched", cell -> before(cell).map(found -> count(found, statistic, "A count")))
                .column("B, patched", cell -> count(cell, statistic, "B count"))
                .column("B/A", this::countRatio)
                .table();
    }

    private Optional<CellResult> before(CellResult cell) {
        return evidence.unpatched().stream()
                .flatMap(unpatched -> unpatched.cells().stream())
                .filter(other -> other.id().equals(cell.id()))
                .findFirst();
    }

    /** What a cell counted, in full, or why it counted nothing. */
    static Object count(CellResult cell, Statistic statistic, String detail) {
        return cell.figure()
                .map(Estimate::median)
                .<Object>map(count -> Value.plain(
                        Origin.ofCell(statistic, detail, cell), count, cell.unit(), Numbers.significant(count)))
                .orElseGet(() -> Entry.absent(cell));
    }

    /** Counts repeat themselves, so that their quotient needs no interval. */
    private Optional<Value> countRatio(CellResult cell) {
        Origin origin = Origin.ofCell(Statistic.KERNEL_RATIO, "count", cell);
        return before(cell)
                .flatMap(CellResult::figure)
                .flatMap(a -> cell.figure().map(b -> b.median() / a.median()))
                .map(ratio -> Value.plain(origin, ratio, "", Numbers.ratio(ratio)));
    }

    /** What does a read cost while nobody shrinks anything, which is nearly always? Of the smallest and the usual buffer. */
    Content normalCase() {
        List<Block> blocks = new ArrayList<>();
        Set<String> axes = Set.of(Panel.STRATEGY, Panel.SIZE);
        List<Panel> warm = warmReads(axes);
        for (Panel panel : warm.isEmpty() ? evidence.panels("BufferRead", axes) : warm) {
            List<CellResult> ofTwoSizes = panel.cells().stream()
                    .filter(cell -> sizes().contains(cell.parameter(Panel.SIZE)))
                    .toList();
            addRatios(blocks, new Panel(panel.fixed(), ofTwoSizes), List.of(), Panel.SIZE, "time of one access");
        }
        return new Content(
                "normal-case",
                "The normal case: the owner leaves the file alone",
                blocks.isEmpty()
                        ? evidence.notMeasured()
                        : "A buffer is read once, protection included. The smallest buffer shows what a protection"
                                + " adds to each access, the large one how little of that remains.",
                blocks);
    }

    /** The smallest buffer and the one that most benchmarks read. */
    private Set<String> sizes() {
        Set<String> sizes = new HashSet<>();
        evidence.times("BufferRead").stream()
                .filter(cell -> cell.cell().bytesPerAccess() != null)
                .min(Comparator.comparing(cell -> cell.cell().bytesPerAccess()))
                .ifPresent(cell -> sizes.add(cell.parameter(Panel.SIZE)));
        evidence.run().headlineSize().ifPresent(sizes::add);
        return sizes;
    }

    /** What does a read cost when the owner has shrunk the file under it? */
    Content badCase() {
        List<Panel> recoveries = evidence.panels("TruncationRecovery", Set.of(Panel.STRATEGY));
        // All that was lost, and the least that can be; what lies between is in the whole report.
        List<Panel> ends =
                recoveries.size() <= 2 ? recoveries : List.of(recoveries.get(0), recoveries.get(recoveries.size() - 1));
        List<Block> blocks = new ArrayList<>();
        ends.forEach(panel -> addRatios(blocks, panel, best(panel), Panel.WORKLOAD, "time of one recovery"));
        evidence.panels("HostileClient", Set.of(Panel.STRATEGY))
                .forEach(panel -> addRatios(blocks, panel, best(panel), Panel.WORKLOAD, "time of one attacked frame"));
        return new Content(
                "bad-case",
                "The bad case: the owner has truncated the file",
                blocks.isEmpty()
                        ? evidence.notMeasured()
                        : "From the first touch of a lost page until the access has returned; guard-jump and"
                                + " guard-fixup give up there and read less. An unguarded read ends the process; a"
                                + " sealed file cannot be truncated. Attacked: one access a frame while the owner"
                                + " keeps truncating and regrowing the file." + ClientSections.ofZeros(evidence.run())
                                + (evidence.hasFlag() || evidence.subject().isEmpty()
                                        ? ""
                                        : " No fault was measured with the flag: the stand-in is a signal handler."),
                blocks);
    }

    /** The fastest of the other guards and of those that read on to the end, lest the flag be compared with weak ones. */
    private List<CellResult> best(Panel panel) {
        List<CellResult> guards = panel.cells().stream()
                .filter(cell -> !NAMED.contains(cell.rowName())
                        && cell.hasFigure()
                        && evidence.is(cell, strategy -> strategy.family().equals("guard")))
                .sorted(Comparator.comparingDouble(
                        cell -> cell.figure().orElseThrow().median()))
                .toList();
        return Stream.concat(
                        guards.stream().limit(1),
                        guards.stream()
                                .filter(cell -> evidence.is(cell, strategy -> strategy.has("reads-zeros")))
                                .limit(1))
                .toList();
    }

    /** The rows that the mail names, the flag or its stand-in, and some others; the head names those without a figure. */
    private Panel shown(Panel panel, List<CellResult> others) {
        List<CellResult> cells = panel.cells().stream()
                .filter(CellResult::hasFigure)
                .filter(cell -> NAMED.contains(cell.rowName()) || evidence.isNoFault(cell) || others.contains(cell))
                .toList();
        return new Panel(panel.fixed(), cells);
    }

    private void addRatios(List<Block> blocks, Panel panel, List<CellResult> others, String axis, String what) {
        new PanelBlocks(evidence.run(), shown(panel, others), new AnchorIds("evidence"), blocks).ratios(axis, what);
    }

    /** The rows of a panel of B that A has, too, with their judged ratio; nothing where there is none. */
    private void addBothTimes(List<Block> blocks, Panel panel, String corner, Scale scale) {
        KernelRatios ratios = evidence.ratios().orElseThrow();
        List<CellResult> cells = panel.cells().stream().filter(ratios::has).toList();
        if (!cells.isEmpty()) {
            Table.ofCells(panel.title() + ", time of one in " + scale.unit(), corner, cells)
                    .column("A", cell -> ratios.median("A", cell, scale))
                    .column("B", cell -> ratios.median("B", cell, scale))
                    .column("B/A", ratios::ratio)
                    .column("95% interval", ratios::interval)
                    .column("verdict", ratios::verdict)
                    .addTo(blocks);
        }
    }
}
