// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What reports count, counted from the raw files. */
final class CountReference {

    private static final int ROUNDS_OF_AN_INTERVAL = 6;

    private final RawRun run;
    private final CostReference costs;
    private AdviceReference advice;

    CountReference(RawRun run, CostReference costs) {
        this.run = run;
        this.costs = costs;
    }

    double count(String detail, List<String> cells) {
        String[] words = detail.split(" ", 2);
        return switch (words[0]) {
            case "held", "known", "proven", "tried" -> properties(words[0], words[1]);
            case "sizes" -> costs.sizes(words[1]);
            case "scenarios" -> costs.scenarios(words[1].equals("pure reads")).size();
            case "kept" -> advice().kept(words[1].split(" ")[0], words[1].endsWith("pure reads"));
            case "mix", "mixes" ->
                advice().mixes(percent(detail), this).values().stream()
                        .filter(verdict -> words[0].equals("mixes") || verdict.equals("FASTER"))
                        .count();
            case "losing" -> Double.NaN;
            default -> counted(detail, cells);
        };
    }

    private static double percent(String detail) {
        return Double.parseDouble(detail.replaceAll(".* ([0-9.]+)%", "$1")) / 100;
    }

    private AdviceReference advice() {
        advice = advice == null ? new AdviceReference(run, costs) : advice;
        return advice;
    }

    private double counted(String detail, List<String> cells) {
        return switch (detail) {
            case "emulated cells" ->
                run.cells.values().stream()
                        .filter(cell -> cell.get("unit").textValue().startsWith("emulated-"))
                        .count();
            case "measured cells" ->
                rounds().stream().filter(rounds -> rounds > 0).count();
            case "measured strategies" ->
                run.cells.entrySet().stream()
                        .filter(cell -> !run.figures(cell.getKey()).isEmpty())
                        .map(cell -> cell.getValue().path("strategy").asText(""))
                        .filter(strategy -> !strategy.isEmpty() && !strategy.equals("null"))
                        .distinct()
                        .count();
            case "cells without an interval" -> few().size();
            case "fewest rounds" ->
                few().stream().mapToInt(rounds -> rounds).min().orElseThrow();
            case "rounds begun" ->
                run.forks.stream()
                        .map(fork -> fork.get("round").intValue())
                        .distinct()
                        .count();
            case "cells without a ratio" -> comparedWith(cells.get(0)).size();
            case "unpaired figures" ->
                unpaired(cells.get(0)).stream().mapToInt(figures -> figures).sum();
            case "cells with unpaired figures" -> unpaired(cells.get(0)).size();
            case "experiments" -> run.manifest.at("/proof/cases").intValue();
            case "experiments not as declared" ->
                run.manifest.at("/proof/notOk").intValue();
            default -> throw new IllegalArgumentException("no such count: " + detail);
        };
    }

    private List<Integer> rounds() {
        return run.cells.keySet().stream().map(cell -> run.figures(cell).size()).toList();
    }

    private List<Integer> few() {
        return rounds().stream()
                .filter(rounds -> rounds > 0 && rounds < ROUNDS_OF_AN_INTERVAL)
                .toList();
    }

    private List<String> comparedWith(String baseline) {
        return run.cells.keySet().stream()
                .filter(cell ->
                        baseline.equals(run.cells.get(cell).path("baseline").textValue()))
                .filter(cell -> !run.figures(cell).isEmpty())
                .toList();
    }

    private List<Integer> unpaired(String baseline) {
        return comparedWith(baseline).stream()
                .map(cell -> run.figures(cell).size()
                        - Reference.byRound(run.sides(cell, baseline), Double::sum)
                                .size())
                .filter(figures -> figures > 0)
                .toList();
    }

    double noise(String detail) {
        String[] parts = detail.split(" ");
        List<Double> values = run.forks.stream()
                .map(fork -> fork.path("noise").path(parts[0]))
                .filter(JsonNode::isNumber)
                .map(JsonNode::doubleValue)
                .toList();
        return switch (parts[1]) {
            case "median" -> RawRun.median(values);
            case "largest" -> values.stream().mapToDouble(x -> x).max().orElseThrow();
            case "share" -> share(parts[0]);
            case "sum" -> values.stream().mapToDouble(x -> x).sum();
            default -> throw new IllegalArgumentException(detail);
        };
    }

    /** Percent of the time of all CPUs during the forks that noted it. */
    private double share(String noise) {
        double used = 0;
        double wall = 0;
        for (JsonNode fork : run.forks) {
            if (fork.path("noise").path(noise).isNumber()) {
                used += fork.path("noise").path(noise).doubleValue();
                wall += fork.get("durationMs").doubleValue();
            }
        }
        return 100 * used / wall / run.environment.at("/cpu/logicalCpus").intValue();
    }

    double forks(String detail, List<String> cells) {
        if (detail.startsWith("beyond ") || detail.startsWith("worst ")) {
            String what = detail.substring(detail.indexOf(' ') + 1);
            List<JsonNode> exceeded = new ArrayList<>();
            run.forks.forEach(fork -> fork.path("disturbances").forEach(disturbance -> {
                if (disturbance.get("what").textValue().equals(what)) {
                    exceeded.add(disturbance);
                }
            }));
            return detail.startsWith("beyond ")
                    ? exceeded.size()
                    : exceeded.stream()
                            .max((a, b) -> Double.compare(factor(a), factor(b)))
                            .orElseThrow()
                            .get("seen")
                            .doubleValue();
        }
        return switch (detail) {
            case "failed" -> failed(run.forks, cells.get(0));
            case "failed or counting" ->
                failed(run.forks, cells.get(0))
                        + whole().stream()
                                .filter(fork -> fork.get("cell").textValue().equals(cells.get(0)))
                                .count();
            case "disturbed figures" -> disturbed(whole());
            case "figures" -> whole().size();
            case "disturbed" -> disturbed(run.forks);
            case "all" -> run.forks.size();
            case "repeats" -> run.forks.size() - run.counting().size();
            case "kept" -> disturbed(run.counting());
            default -> throw new IllegalArgumentException(detail);
        };
    }

    private List<JsonNode> whole() {
        return run.counting().stream()
                .filter(fork -> fork.get("error").isNull())
                .toList();
    }

    private static long failed(List<JsonNode> forks, String cell) {
        return forks.stream()
                .filter(fork -> fork.get("cell").textValue().equals(cell))
                .filter(fork -> !fork.get("error").isNull())
                .count();
    }

    private static double factor(JsonNode disturbance) {
        return RawRun.excess(RawRun.MAPPER
                .createObjectNode()
                .set("disturbances", RawRun.MAPPER.createArrayNode().add(disturbance)));
    }

    private static long disturbed(Collection<JsonNode> forks) {
        return forks.stream()
                .filter(fork -> fork.path("disturbances").size() > 0)
                .count();
    }

    private double properties(String what, String strategy) {
        boolean anyProven = false;
        for (JsonNode entry : run.manifest.get("strategies")) {
            anyProven |= entry.path("proven").size() > 0;
        }
        for (JsonNode entry : run.manifest.get("strategies")) {
            if (entry.get("id").textValue().equals(strategy)) {
                Map<String, String> seen = new TreeMap<>();
                entry.path("proven")
                        .properties()
                        .forEach(property -> seen.put(
                                property.getKey(),
                                property.getValue().path("observed").asText().toLowerCase(Locale.ROOT)));
                boolean declared = !anyProven || entry.path("proven").isNull();
                if (declared) {
                    return declared(what, entry);
                }
                boolean held = what.equals("held") || what.equals("proven");
                return seen.values().stream()
                        .filter(mark -> held ? mark.equals("yes") : !mark.startsWith("skip"))
                        .count();
            }
        }
        throw new IllegalArgumentException("no such strategy");
    }

    private double declared(String what, JsonNode entry) {
        Set<String> all = new TreeSet<>();
        run.manifest.get("strategies").forEach(other -> {
            other.path("proven").fieldNames().forEachRemaining(all::add);
            if (all.isEmpty() || other.path("proven").isNull()) {
                other.path("declared").forEach(property -> all.add(property.textValue()));
            }
        });
        long held = 0;
        for (JsonNode property : entry.path("declared")) {
            held += all.contains(property.textValue()) ? 1 : 0;
        }
        return what.equals("held") ? held : all.size();
    }
}
