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
import org.nofaultbench.reports.analysis.Analysis;
import org.nofaultbench.reports.analysis.Boots;
import org.nofaultbench.reports.analysis.Detail;
import org.nofaultbench.reports.analysis.InputException;
import org.nofaultbench.reports.analysis.Printable;
import org.nofaultbench.reports.analysis.Reason;
import org.nofaultbench.reports.analysis.RunFolder;
import org.nofaultbench.reports.check.Check;
import org.nofaultbench.reports.check.Difference;
import org.nofaultbench.reports.render.html.HtmlPage;
import org.nofaultbench.reports.render.text.PlainText;
import org.nofaultbench.reports.render.text.TerminalSummary;
import org.nofaultbench.reports.section.Report;
import org.nofaultbench.reports.section.evidence.Evidence;
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
    private static final long RENDERED_BYTES = 64L << 20;

    @Mixin
    private RunArgument run;

    @Option(
            names = "--patched",
            paramLabel = "RUN",
            description = "Check what lkml prints of two runs; RUN is then the unpatched kernel's.")
    private Path patched;

    @Option(
            names = "--rendered",
            paramLabel = "FILE",
            description = "A page or text made from the run earlier, in place of those that would be made now; may be repeated.")
    private List<Path> rendered = new ArrayList<>();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<RunFolder> folders = patched == null ? List.of(run.folder()) : List.of(RunFolder.locate(patched), run.folder());
        Map<String, String> renderings = rendered.isEmpty() ? renderings(folders) : Map.of();
        Check check = check(folders);
        List<Check.Result> results = new ArrayList<>();
        List<Difference> unequal = new ArrayList<>();
        if (rendered.isEmpty()) {
            renderings.forEach((name, content) -> results.add(check.rendered(name, content)));
            unequal.addAll(unequal(renderings, renderings(folders)));
        } else {
            folders.forEach(run::analysis);
            rendered.forEach(file -> results.add(check.rendered(file.getFileName().toString(), content(file))));
        }
        results.add(jmh(check, folders.get(0)));
        return print(results, unequal);
    }

    private Check check(List<RunFolder> folders) {
        Check check = Check.of(folders.get(0).path(), run.margin().width().fraction());
        return folders.size() == 1 ? check : check.beside(folders.get(1).path());
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

    /** What is printed of one run, or the one text that is printed of two. */
    private Map<String, String> renderings(List<RunFolder> folders) {
        Analysis analysis = run.analysis(folders.get(0));
        return folders.size() == 1
                ? renderings(analysis)
                : Map.of("lkml", PlainText.mail(Evidence.of(new Boots(List.of(run.analysis(folders.get(1)))), new Boots(List.of(analysis)))));
    }

    private static Map<String, String> renderings(Analysis analysis) {
        Report report = Report.of(analysis);
        Map<String, String> renderings = new LinkedHashMap<>();
        renderings.put("html", HtmlPage.of(report));
        renderings.put("html (terminal)", TerminalSummary.of(report));
        renderings.put("text", PlainText.of(report));
        renderings.put("lkml", PlainText.mail(Evidence.of(analysis)));
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
