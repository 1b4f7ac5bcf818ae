// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds the figures in sentences against the raw samples. Lines are joined first: a sentence may break anywhere. */
final class Sentences {

    private static final String N = "(-?[0-9]+(?:\\.[0-9]+)?)";
    private static final String RATIO = N + "[\u00d7x](?: \\(" + N + "[\u2013-]" + N + "\\))?";
    private static final String NAME = "(\\S+?)(?: \\(stand-in\\))?";
    private static final Pattern QUESTION = Pattern.compile(
            "What does (reading cost while the client behaves|it cost when the client takes the memory away)\\?(?: \\(([^)]*)\\))?"
                    + "|What can an attacker steal of each frame\\?(?: \\(([^)]*)\\))?");
    private static final Pattern COSTS = Pattern.compile("(?:Reading|Losing) (\\S+)(?: while reading)? through " + NAME + " costs (?:"
            + RATIO + "(?: in ([0-9]+) rounds?)? of \\S+, " + N + " (\\S+)\\.|" + N + " (\\S+?)(?: \\(" + N + " to " + N + "\\))?\\.(?: |$))");
    private static final Pattern STOLEN = Pattern.compile("The (?:most|least): " + NAME + ", " + N + " ms(?: \\(" + N + " to " + N
            + "\\))? for the attacker's buffer");
    private static final Pattern FRAMES = Pattern.compile("Of ([0-9]+) frames and ([0-9]+) commits, over all strategies \\(([^)]*)\\): "
            + "([0-9]+) missed frames, ([0-9]+) late, ([0-9]+) lost, ([0-9]+) torn commits");
    private static final Pattern TALLY = Pattern.compile(
            "([0-9]+) comparisons? with a margin of ([0-9.]+)%: ([0-9]+ [A-Z ]+(?:, [0-9]+ [A-Z ]+)*)");
    private static final Pattern FORKS = Pattern.compile("([0-9]+) forks finished");
    private static final Pattern FAILED = Pattern.compile("([0-9]+) of ([0-9]+) forks of (\\S+) failed");
    private static final Pattern BEYOND = Pattern.compile("([0-9]+) of ([0-9]+) forks? went beyond a limit");
    private static final Pattern RESTING = Pattern.compile("([0-9]+) of ([0-9]+) fork figures? rests? on a fork");
    private static final Pattern ROUNDS = Pattern.compile("([0-9]+) rounds of ([0-9]+) planned");
    private static final Pattern CELLS = Pattern.compile("([0-9]+) strategies, ([0-9]+) cells with a figure");
    private static final List<String> VERDICTS = List.of("EQUIVALENT", "FASTER", "SLOWER", "UNDECIDED", "TOO FEW");
    private static final List<String> MISHAPS =
            List.of("missedFramesCount", "lateCommitsCount", "lostCommitsCount", "tornCommitsCount");

    private final RawRun run;
    private final Verdicts<String> verdicts;

    Sentences(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

    void check(String text, Audit audit) {
        String flowing = text.replaceAll("\\s+", " ");
        asked(flowing, COSTS, (question, matcher) -> costs(question, matcher, audit));
        asked(flowing, STOLEN, (question, matcher) -> stolen(question, matcher, audit));
        each(flowing, FRAMES, matcher -> frames(matcher, audit));
        each(flowing, TALLY, matcher -> tally(matcher, audit));
        each(flowing, FORKS, matcher -> audit.number("head", "forks", matcher.group(1), run.journal().size()));
        each(flowing, FAILED, matcher -> failed(matcher, audit));
        each(flowing, BEYOND, matcher -> {
            audit.number("noise", "disturbed forks", matcher.group(1), run.journal().stream()
                    .filter(line -> RawRun.excess(line) > 0).count());
            audit.number("noise", "forks", matcher.group(2), run.journal().size());
        });
        each(flowing, RESTING, matcher -> audit.number("warning", "figures", matcher.group(2),
                run.cells().values().stream().mapToInt(cell -> cell.forks().size()).sum()));
        each(flowing, ROUNDS, matcher -> rounds(matcher, audit));
        each(flowing, CELLS, matcher -> cells(matcher, audit));
    }

    private static void each(String text, Pattern pattern, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher);
        }
    }

    /** Each match with the last question before it. */
    private static void asked(String text, Pattern pattern, BiConsumer<Matcher, Matcher> found) {
        Matcher question = QUESTION.matcher(text);
        Matcher matcher = pattern.matcher(text);
        int from = 0;
        while (matcher.find(from)) {
            Matcher last = null;
            Matcher each = QUESTION.matcher(text.substring(0, matcher.start()));
            while (each.find()) {
                last = question.region(each.start(), text.length()).find() ? question : null;
            }
            if (last != null) {
                found.accept(last, matcher);
            }
            from = matcher.end();
        }
    }

    private static String label(Matcher question) {
        String label = question.group(1) == null ? question.group(3) : question.group(2);
        return label == null ? "" : label;
    }

    private void costs(Matcher question, Matcher found, Audit audit) {
        boolean reading = question.group(1) != null && question.group(1).startsWith("reading");
        Place place = Place.within(reading ? "BufferRead" : "TruncationRecovery", label(question));
        String at = label(question) + ": " + found.group();
        Optional<RawCell> cell = place.cell(run, found.group(2), found.group(1));
        if (cell.isEmpty()) {
            audit.unknown("sentence: " + at);
        } else if (found.group(3) != null) {
            judged(cell.get(), found, at, audit);
        } else {
            plain(cell.get(), List.of(found.group(9), text(found, 11), text(found, 12)), Unit.of(found.group(10)), at, audit);
        }
    }

    private static String text(Matcher matcher, int group) {
        return matcher.group(group) == null ? "" : matcher.group(group);
    }

    private void judged(RawCell cell, Matcher found, String at, Audit audit) {
        List<Standing> standings = verdicts.standings(cell.id());
        if (standings.isEmpty()) {
            audit.that(false, at, "ratio", found.group(3), "no comparison");
            return;
        }
        audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> {
            trial.number(at, "ratio", found.group(3), standing.pair().ratios().median());
            ends(standing.pair().ratios(), text(found, 4), text(found, 5), 1, at, trial);
        }).toList());
        audit.number(at, "figure", found.group(7), new Sorted(cell.figures().values()).median() / Unit.of(found.group(8)));
    }

    private static void plain(RawCell cell, List<String> figure, double unit, String at, Audit audit) {
        if (cell.figures().isEmpty()) {
            audit.that(false, at, "figure", figure.get(0), "none");
            return;
        }
        Sorted values = new Sorted(cell.figures().values());
        audit.number(at, "figure", figure.get(0), values.median() / unit);
        ends(values, figure.get(1), figure.get(2), unit, at, audit);
    }

    private static void ends(Sorted values, String low, String high, double unit, String at, Audit audit) {
        double[] ends = values.interval().orElse(new double[] {Double.NaN, Double.NaN});
        if (!low.isEmpty()) {
            audit.number(at, "low end of interval", low, ends[0] / unit);
            audit.number(at, "high end of interval", high, ends[1] / unit);
        }
    }

    private void stolen(Matcher question, Matcher found, Audit audit) {
        Optional<RawCell> cell = Place.within("HostileClient", label(question)).cell(run, found.group(1), "");
        if (cell.isEmpty()) {
            audit.unknown("sentence: " + found.group());
            return;
        }
        plain(cell.get(), List.of(found.group(2), text(found, 3), text(found, 4)), Unit.of("ms"), found.group(), audit);
    }

    private void frames(Matcher found, Audit audit) {
        Place place = Place.within("FrameCycle", found.group(3));
        List<RawCell> cells = run.cells().values().stream()
                .filter(cell -> cell.benchmark().equals("FrameCycle") && cell.parameters().entrySet().containsAll(place.parameters().entrySet()))
                .toList();
        audit.number(found.group(), "frames", found.group(1), total(cells, "framesCount"));
        audit.number(found.group(), "commits", found.group(2), total(cells, "commitsCount"));
        for (int i = 0; i < MISHAPS.size(); i++) {
            audit.number(found.group(), MISHAPS.get(i), found.group(4 + i), total(cells, MISHAPS.get(i)));
        }
    }

    private static double total(List<RawCell> cells, String metric) {
        double total = 0;
        for (RawCell cell : cells) {
            total += cell.sorted(cell.further(metric)).map(Sorted::sum).orElse(0.0);
        }
        return total;
    }

    private void tally(Matcher found, Audit audit) {
        audit.number("tally", "comparisons", found.group(1), verdicts.rows());
        Map<String, Long> printed = new LinkedHashMap<>();
        for (String count : found.group(3).strip().split(", ")) {
            printed.put(count.split(" ", 2)[1].strip(), Long.parseLong(count.split(" ")[0]));
        }
        boolean right = printed.values().stream().mapToLong(Long::longValue).sum() == verdicts.rows();
        Map<String, String> expected = new LinkedHashMap<>();
        for (String verdict : VERDICTS) {
            long count = printed.getOrDefault(verdict, 0L);
            right &= count >= verdicts.least(verdict) && count <= verdicts.most(verdict);
            expected.put(verdict, between(verdicts.least(verdict), verdicts.most(verdict)));
        }
        audit.that(right && VERDICTS.containsAll(printed.keySet()), "tally", "verdicts", printed.toString(), expected);
    }

    private static String between(long least, long most) {
        return least == most ? String.valueOf(least) : least + " to " + most;
    }

    private void failed(Matcher found, Audit audit) {
        List<Boolean> errors = run.journal().stream()
                .filter(line -> line.path("cell").asText().equals(found.group(3)))
                .map(line -> line.hasNonNull("error"))
                .toList();
        audit.number(found.group(), "failed forks", found.group(1), errors.stream().filter(error -> error).count());
        audit.number(found.group(), "forks", found.group(2), errors.size());
    }

    private void rounds(Matcher found, Audit audit) {
        Set<Integer> begun = run.journal().stream().map(line -> line.path("round").asInt()).collect(Collectors.toSet());
        audit.number("head", "rounds", found.group(1), begun.size());
        audit.number("head", "planned rounds", found.group(2), run.manifest().path("plannedRounds").asInt());
    }

    private void cells(Matcher found, Audit audit) {
        audit.number("head", "strategies", found.group(1), run.manifest().path("strategies").size());
        audit.number("head", "cells", found.group(2), run.cells().values().stream().filter(cell -> !cell.figures().isEmpty()).count());
    }
}
