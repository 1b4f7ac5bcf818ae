// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Holds against the journal and the manifest what sentences count: forks, rounds, cells, verdicts, frames. */
final class Counts {

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

    Counts(RawRun run, Verdicts<String> verdicts) {
        this.run = run;
        this.verdicts = verdicts;
    }

    /** @param text in one line */
    void check(String text, Audit audit) {
        each(text, FRAMES, matcher -> frames(matcher, audit));
        each(text, TALLY, matcher -> tally(matcher, audit));
        each(text, FORKS, matcher -> audit.number("head", "forks", matcher.group(1), run.journal().size()));
        each(text, FAILED, matcher -> failed(matcher, audit));
        each(text, BEYOND, matcher -> {
            audit.number("noise", "disturbed forks", matcher.group(1), run.journal().stream()
                    .filter(line -> RawRun.excess(line) > 0).count());
            audit.number("noise", "forks", matcher.group(2), run.journal().size());
        });
        each(text, RESTING, matcher -> audit.number("warning", "figures", matcher.group(2),
                run.cells().values().stream().mapToInt(cell -> cell.forks().size()).sum()));
        each(text, ROUNDS, matcher -> rounds(matcher, audit));
        each(text, CELLS, matcher -> cells(matcher, audit));
    }

    private static void each(String text, Pattern pattern, Consumer<Matcher> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            found.accept(matcher);
        }
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
