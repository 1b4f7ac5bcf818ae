// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.nofaultbench.reports.oracle.Reference.Expected;

/** The advice made a second time: in which scenarios a strategy keeps up with the fastest, and where a second path pays. */
final class AdviceReference {

    private static final double MARGIN = 0.01;

    private final RawRun run;
    private final CostReference costs;
    private final Map<Boolean, List<Scenario>> scenarios = new LinkedHashMap<>();

    /** Costs by strategy, and the verdict of each against the fastest; that one keeps up. */
    private record Scenario(Map<String, NavigableMap<Integer, Double>> costs, Map<String, String> verdicts) {

        boolean keepsUp(String strategy) {
            return verdicts.containsKey(strategy) && !verdicts.get(strategy).equals("SLOWER");
        }

        double median(String strategy) {
            return RawRun.median(List.copyOf(costs.get(strategy).values()));
        }
    }

    AdviceReference(RawRun run, CostReference costs) {
        this.run = run;
        this.costs = costs;
        for (boolean reads : List.of(false, true)) {
            scenarios.put(
                    reads, costs.scenarios(reads).stream().map(this::scenario).toList());
        }
    }

    private Scenario scenario(Map<String, String> scenario) {
        Map<String, NavigableMap<Integer, Double>> times = new LinkedHashMap<>();
        run.manifest.get("strategies").forEach(strategy -> {
            // Loops in Java are compared with one another only.
            if (!family(strategy).equals("jvm")) {
                cost(scenario, id(strategy)).ifPresent(cost -> times.put(id(strategy), cost));
            }
        });
        Map<String, String> verdicts = new TreeMap<>();
        Scenario judged = new Scenario(times, verdicts);
        times.keySet().stream()
                .filter(recommendable()::contains)
                .min(Comparator.comparingDouble(judged::median))
                .ifPresent(fastest -> {
                    Map<String, List<NavigableMap<Integer, Double>>> rows = new LinkedHashMap<>();
                    times.forEach((strategy, cost) -> {
                        if (!strategy.equals(fastest)) {
                            rows.put(strategy, List.of(cost, times.get(fastest)));
                        }
                    });
                    verdicts.putAll(verdicts(rows));
                    verdicts.put(fastest, "EQUIVALENT");
                });
        return judged;
    }

    /** Of rows that are judged as one table; without those that have no common round. */
    private static <K> Map<K, String> verdicts(Map<K, List<NavigableMap<Integer, Double>>> rows) {
        rows.values().removeIf(row -> Reference.byRound(row, Double::sum).isEmpty());
        double[] p = Reference.signFlips(List.copyOf(rows.values()));
        Map<K, String> verdicts = new LinkedHashMap<>();
        rows.forEach((key, row) -> {
            Expected ratio = Reference.median(Reference.byRound(row, (a, b) -> a / b));
            verdicts.put(key, Reference.verdict(ratio, MARGIN, p[verdicts.size()]));
        });
        return verdicts;
    }

    private Optional<NavigableMap<Integer, Double>> cost(Map<String, String> scenario, String strategy) {
        try {
            return Optional.of(costs.cost(scenario, strategy)).filter(cost -> !cost.isEmpty());
        } catch (NoSuchElementException e) {
            return Optional.empty();
        }
    }

    private static String id(JsonNode strategy) {
        return strategy.get("id").textValue();
    }

    private static String family(JsonNode strategy) {
        return strategy.get("family").textValue();
    }

    /** What ran here, stands in for nothing, needs no client and survives all that readers must. */
    private Set<String> recommendable() {
        Set<String> ids = new TreeSet<>();
        run.manifest.get("strategies").forEach(strategy -> {
            if (!strategy.get("standIn").booleanValue() && !family(strategy).equals("sealed") && survives(strategy)) {
                ids.add(id(strategy));
            }
        });
        return ids;
    }

    /** Observed, or declared where no experiment could be made. */
    private boolean survives(JsonNode strategy) {
        return !strategy.path("skipReason").isTextual()
                && needed().stream()
                        .allMatch(property -> observed(strategy, property).equals("yes")
                                || declares(strategy, property)
                                        && List.of("", "skipped").contains(observed(strategy, property)));
    }

    private Set<String> needed() {
        Set<String> needed = new TreeSet<>(Set.of("survives-truncation"));
        boolean proven = false;
        for (JsonNode strategy : run.manifest.get("strategies")) {
            proven |= strategy.path("proven").isObject();
        }
        for (JsonNode strategy : run.manifest.get("strategies")) {
            if (proven) {
                strategy.path("proven").fieldNames().forEachRemaining(needed::add);
            } else {
                strategy.get("declared").forEach(property -> needed.add(property.textValue()));
            }
        }
        needed.removeIf(property -> !property.startsWith("survives-") || property.equals("survives-lost-write"));
        return needed;
    }

    private static String observed(JsonNode strategy, String property) {
        return strategy.path("proven").path(property).path("observed").asText("");
    }

    private static boolean declares(JsonNode strategy, String property) {
        boolean declares = false;
        for (JsonNode declared : strategy.get("declared")) {
            declares |= declared.textValue().equals(property);
        }
        return declares;
    }

    /** In how many scenarios a strategy keeps up. */
    long kept(String strategy, boolean reads) {
        return scenarios.get(reads).stream()
                .filter(scenario -> scenario.keepsUp(strategy))
                .count();
    }

    /** Where reading the share of sealed files in another way was compared with the recommended way for all. */
    Map<Scenario, String> mixes(double share, CountReference counts) {
        String sealed = ids().stream()
                .filter(id -> family(entry(id)).equals("sealed") && survives(entry(id)))
                .findFirst()
                .orElseThrow();
        List<Scenario> all = new ArrayList<>();
        scenarios.values().forEach(all::addAll);
        Comparator<String> held = Comparator.comparingDouble(strategy -> counts.count("held " + strategy, List.of()));
        String first = recommendable().stream()
                .filter(strategy -> all.stream().anyMatch(scenario -> scenario.keepsUp(strategy)))
                .max(Comparator.<String>comparingLong(strategy -> kept(strategy, false))
                        .thenComparingLong(strategy -> kept(strategy, true))
                        .thenComparing(held))
                .orElseThrow();
        Map<Scenario, List<NavigableMap<Integer, Double>>> rows = new LinkedHashMap<>();
        for (Scenario scenario : all) {
            Optional<String> used = scenario.keepsUp(first)
                    ? Optional.of(first)
                    : recommendable().stream()
                            .filter(scenario::keepsUp)
                            .max(held.thenComparingDouble(strategy -> -scenario.median(strategy)));
            if (used.isPresent() && scenario.costs.containsKey(sealed)) {
                NavigableMap<Integer, Double> other = scenario.costs.get(used.get());
                rows.put(
                        scenario,
                        List.of(
                                CostReference.both(
                                        scenario.costs.get(sealed), other, (s, o) -> share * s + (1 - share) * o),
                                other));
            }
        }
        return verdicts(rows);
    }

    private List<String> ids() {
        List<String> ids = new ArrayList<>();
        run.manifest.get("strategies").forEach(strategy -> ids.add(id(strategy)));
        return ids;
    }

    private JsonNode entry(String id) {
        for (JsonNode strategy : run.manifest.get("strategies")) {
            if (id(strategy).equals(id)) {
                return strategy;
            }
        }
        throw new NoSuchElementException(id);
    }
}
