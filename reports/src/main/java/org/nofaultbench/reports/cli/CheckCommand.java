// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.Detail;
import org.nofaultbench.reports.analysis.InputException;
import org.nofaultbench.reports.analysis.Printable;
import org.nofaultbench.reports.analysis.Reason;
import org.nofaultbench.reports.analysis.RunFolder;
import org.nofaultbench.reports.analysis.advice.Advisor;
import org.nofaultbench.reports.check.Check;
import org.nofaultbench.reports.check.Difference;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.text.AdviceText;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.render.text.TerminalSummary;
import org.nofaultbench.reports.section.AdviceReport;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.evidence.Evidence;
import org.nofaultbench.reports.stats.Percent;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Is what the reports print what the raw samples give? */
@Command(
        name = "check",
        description = "Recomputes every printed figure from the raw samples by another path; status 1 on any difference.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

    private static final int DIFFERENT = 1;
    /** What {@code advise} takes where it is told nothing. */
    private static final Percent NO_CLIENT = new Percent(0);
    private static final long RENDERED_BYTES = 64L << 20;

    @Mixin
    private RunArgument run;

    /** With them it is the mail of two kernels that is checked. */
    @Mixin
    private KernelBoots boots;

    @Option(
            names = "--rendered",
            paramLabel = "FILE",
            description = "A page or text made from the run earlier, in place of those that would be made now; may be repeated.")
    private List<Path> rendered = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Subject subject = boots.areOfTwoKernels()
                ? new Subject(boots.patched(), boots.unpatched(run.folder()))
                : new Subject(List.of(run.folder()), List.of());
        Map<String, String> made = made(subject);
        Check check = check(subject);
        List<Check.Result> results = new ArrayList<>();
        made.forEach((name, content) -> results.add(check.rendered(name, content)));
        rendered.forEach(file -> results.add(check.rendered(file.getFileName().toString(), content(file))));
        List<Difference> unequal = made.isEmpty() ? List.of() : unequal(made, renderings(subject));
        results.add(jmh(check, subject.shown()));
        return print(results, unequal);
    }

    /**
     * The runs that a rendering is made of.
     *
     * @param runs one run, or the boots of the patched kernel
     * @param beside those of the unpatched kernel; empty where one run is all there is
     */
    private record Subject(List<RunFolder> runs, List<RunFolder> beside) {

        RunFolder shown() {
            return runs.get(0);
        }

        Stream<RunFolder> all() {
            return Stream.concat(beside.stream(), runs.stream());
        }
    }

    /** Reads all runs in any case, which refuses what is damaged: the check itself refuses nothing. */
    private Map<String, String> made(Subject subject) {
        if (rendered.isEmpty()) {
            return renderings(subject);
        }
        subject.all().forEach(run::analysis);
        return Map.of();
    }

    private Check check(Subject subject) {
        double margin = run.margin().width().fraction();
        if (subject.beside.isEmpty()) {
            return Check.of(subject.shown().path(), margin);
        }
        return Check.of(paths(subject.beside), paths(subject.runs), margin);
    }

    private static List<Path> paths(List<RunFolder> folders) {
        return folders.stream().map(RunFolder::path).toList();
    }

    /** Of the files of a run it alone is read by nobody before. */
    private static Check.Result jmh(Check check, RunFolder folder) {
        try {
            return check.jmh();
        } catch (UncheckedIOException e) {
            throw new InputException("file cannot be read", "copy it again, or remove it: no report needs it",
                    Detail.of("file", folder.path().resolve("jmh.json")), Detail.of("reason", Reason.of(e.getCause())));
        }
    }

    /** What is printed of one run, or the one text that is printed of two kernels. */
    private Map<String, String> renderings(Subject subject) {
        return subject.beside.isEmpty()
                ? renderings(run.analysis(subject.shown()))
                : Map.of("lkml", PlainText.mail(Evidence.of(kernel(subject.beside), kernel(subject.runs))));
    }

    private Boots kernel(List<RunFolder> folders) {
        return new Boots(folders.stream().map(run::analysis).toList());
    }

    private static Map<String, String> renderings(Analysis analysis) {
        Report report = Report.of(analysis);
        Map<String, String> renderings = new LinkedHashMap<>();
        renderings.put("html", HtmlPage.of(report));
        renderings.put("html (terminal)", TerminalSummary.of(report));
        renderings.put("text", PlainText.of(report));
        renderings.put("lkml", PlainText.mail(Evidence.of(analysis)));
        Report advice = AdviceReport.of(Advisor.advise(analysis, NO_CLIENT));
        renderings.put("advice", HtmlPage.of(advice));
        renderings.put("advice (terminal)", AdviceText.of(advice));
        return renderings;
    }

    /** The same run, read and rendered again, must give the same bytes. */
    private static List<Difference> unequal(Map<String, String> first, Map<String, String> second) {
        return first.keySet().stream()
                .filter(name -> !first.get(name).equals(second.get(name)))
                .map(name -> new Difference(name, "bytes", "one rendering", "another"))
                .toList();
    }

    private static String content(Path file) {
        try {
            if (Files.size(file) > RENDERED_BYTES) {
                throw new InputException("file is too large", "name a page or a text made by this program", Detail.of("file", file),
                        Detail.of("limitBytes", RENDERED_BYTES));
            }
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new InputException("file cannot be read", "name a page or a text made by this program", Detail.of("file", file),
                    Detail.of("reason", Reason.of(e)));
        }
    }

    private int print(List<Check.Result> results, List<Difference> unequal) {
        PrintWriter out = spec.commandLine().getOut();
        List<Difference> differences = new ArrayList<>(unequal);
        for (Check.Result result : results) {
            differences.addAll(result.differences());
            out.println(Printable.text(result.file()) + ": " + result.figures() + " figures recomputed, " + result.differences().size()
                    + " different" + (result.unknown().isEmpty() ? "" : ", " + result.unknown().size() + " places not known"));
            result.unknown().forEach(place -> out.println("  not known: " + Printable.brief(place)));
        }
        differences.forEach(difference -> out.println(Printable.text(difference.text())));
        out.flush();
        return differences.isEmpty() ? 0 : DIFFERENT;
    }
}
