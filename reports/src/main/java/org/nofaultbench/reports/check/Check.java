// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Recomputes the printed figures of one run. */
public final class Check {

    /**
     * What came of one file.
     *
     * @param file its name
     * @param figures how many were recomputed
     * @param differences those that are not what they should be
     * @param unknown places with figures of which nothing is known here
     */
    public record Result(String file, int figures, List<Difference> differences, List<String> unknown) {}

    private final RawRun run;
    private final Optional<TwoKernels> kernels;
    private final double margin;
    private final Verdicts<String> verdicts;
    private final Latencies latencies;

    private Check(RawRun run, Optional<TwoKernels> kernels, double margin) throws IOException {
        this.run = run;
        this.kernels = kernels;
        this.margin = margin;
        this.verdicts = new Verdicts<>(pairs(run), margin, run.looks());
        this.latencies = Latencies.of(run);
    }

    /**
     * @param folder of a run that the reports' reader has accepted
     * @param margin that the renderings were judged by, as a share of 1
     */
    public static Check of(Path folder, double margin) {
        try {
            return new Check(RawRun.read(folder), Optional.empty(), margin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The same for the mail of two kernels.
     *
     * @param unpatched folders of one or more boots of the kernel without the patch
     * @param patched likewise with it; the first is the one whose figures are shown
     */
    public static Check of(List<Path> unpatched, List<Path> patched, double margin) {
        try {
            List<RawRun> before = read(unpatched);
            List<RawRun> after = read(patched);
            return new Check(after.get(0), Optional.of(new TwoKernels(before, after, margin)), margin);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<RawRun> read(List<Path> folders) throws IOException {
        List<RawRun> runs = new ArrayList<>();
        for (Path folder : folders) {
            runs.add(RawRun.read(folder));
        }
        return runs;
    }

    private static Map<String, RawPair> pairs(RawRun run) {
        Map<String, RawPair> pairs = new LinkedHashMap<>();
        run.cells().values().forEach(cell -> run.baseline(cell).ifPresent(baseline ->
                pairs.put(cell.id(), RawPair.compared(cell, baseline))));
        return pairs;
    }

    /** A page or a text, told apart by how it begins. */
    public Result rendered(String name, String content) {
        return content.stripLeading().startsWith("<") ? page(name, content) : text(name, content);
    }

    private Result page(String name, String html) {
        PageReader page = new PageReader(html);
        return checked(name, page.tables(), page.text());
    }

    private Result text(String name, String content) {
        TextReader text = new TextReader(content);
        return checked(name, text.tables(), text.text());
    }

    private Result checked(String name, List<PrintedTable> tables, String text) {
        Audit audit = new Audit(name);
        Optional<Advised> advised = Advised.isOne(text) ? Optional.of(new Advised(run, latencies, margin)) : Optional.empty();
        advised.ifPresent(of -> of.check(text, audit));
        List<PrintedTable> others = advised.map(of -> of.check(tables, audit)).orElse(tables);
        new Tables(run, kernels, verdicts, latencies).check(others, audit);
        kernels.ifPresent(of -> of.check(text, audit));
        new Sentences(run, verdicts).check(text, audit);
        Decided decided = new Decided(run, verdicts);
        decided.check(tables, audit);
        decided.check(text, audit);
        new Losses(run, verdicts).check(tables, audit);
        new Duels(run, margin).check(text, audit);
        return result(name, audit);
    }

    /** {@code jmh.json}; no figures where the run has none. */
    public Result jmh() {
        Audit audit = new Audit("jmh.json");
        try {
            JmhScores.check(run, audit);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return result("jmh.json", audit);
    }

    private static Result result(String name, Audit audit) {
        return new Result(name, audit.figures(), List.copyOf(audit.differences()), List.copyOf(new ArrayList<>(audit.unknown())));
    }
}
