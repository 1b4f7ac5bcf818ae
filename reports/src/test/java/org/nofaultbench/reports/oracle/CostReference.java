// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.DoubleBinaryOperator;
import org.apache.commons.math3.analysis.interpolation.LinearInterpolator;

/** The advice's costs, added up from the raw figures by the formula that the advice prints. */
final class CostReference {

    private static final String NS = "ns/op";
    private static final String WHOLE = "100%";

    private final RawRun run;

    CostReference(RawRun run) {
        this.run = run;
    }

    /** {@code key=value key=value}; values hold no spaces. */
    static Map<String, String> parse(String detail) {
        Map<String, String> parsed = new LinkedHashMap<>();
        for (String part : detail.split(" ")) {
            int equals = part.indexOf('=');
            if (equals > 0) {
                parsed.put(part.substring(0, equals), part.substring(equals + 1));
            }
        }
        return parsed;
    }

    /** Of one read, by round. */
    NavigableMap<Integer, Double> cost(Map<String, String> scenario, String strategy) {
        return cost(scenario, strategy, Double.parseDouble(scenario.getOrDefault("reads", "0")));
    }

    NavigableMap<Integer, Double> cost(Map<String, String> scenario, String strategy, double reads) {
        String size = scenario.get("size");
        Map<String, String> loop = scenario.containsKey("kernel") ? Map.of("kernel", scenario.get("kernel")) : Map.of();
        Optional<JsonNode> cell = scenario.get("damage").equals(WHOLE)
                ? find(loop.isEmpty() ? "BufferRead" : "StagedRead", strategy, size, loop)
                : find("DamageRead", strategy, size, Map.of("damage", scenario.get("damage"), "shape", "one"));
        if (reads == 0) {
            return compared(cell.orElseThrow());
        }
        NavigableMap<Integer, Double> read = figures(cell);
        JsonNode life = find("PoolLifecycle", strategy, size, Map.of()).orElseThrow();
        NavigableMap<Integer, Double> pool = both(run.figures(id(life)), read, (l, r) -> l + (reads - 1) * r);
        double losses = Double.parseDouble(scenario.getOrDefault("losses", "0"));
        if (losses > 0 && !family(strategy).equals("sealed")) {
            NavigableMap<Integer, Double> last = reads > 1 ? read : run.metric(id(life), "firstReadNs");
            NavigableMap<Integer, Double> lost = last.isEmpty() ? run.figures(id(life)) : last;
            NavigableMap<Integer, Double> recovery = figures(find("TruncationRecovery", strategy, size, Map.of()));
            pool = both(pool, both(recovery, lost, (a, b) -> a - b), (a, b) -> a + losses * b);
        }
        NavigableMap<Integer, Double> perRead = new TreeMap<>();
        pool.forEach((round, ns) -> perRead.put(round, ns / reads));
        return perRead;
    }

    /** The scenarios of the advice: each size and damage that a loop has a figure of, kept, and for pure reads its lives. */
    List<Map<String, String>> scenarios(boolean reads) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String loop : reads ? List.of("sum") : List.of("copy", "blend")) {
            for (String size : names(reads ? "BufferRead" : "StagedRead", loop, "size", "")) {
                List<String> damages = new ArrayList<>(names("DamageRead", loop, "damage", size));
                damages.remove(WHOLE);
                damages.add(WHOLE);
                boolean lives =
                        reads && !names("PoolLifecycle", loop, "size", size).isEmpty();
                for (String damage : damages) {
                    Map<String, String> kept = new TreeMap<>(Map.of("size", size, "damage", damage));
                    if (!reads) {
                        kept.put("kernel", loop);
                    }
                    all.add(kept);
                    for (String count : lives ? List.of("1", "10", "100", "1000") : List.<String>of()) {
                        for (String losses : List.of("0", "0.01", "0.1", "1")) {
                            // Only whole buffers are read once.
                            if (!count.equals("1") || damage.equals(WHOLE)) {
                                Map<String, String> life = new TreeMap<>(kept);
                                life.putAll(Map.of("reads", count, "losses", losses));
                                all.add(life);
                            }
                        }
                    }
                }
            }
        }
        return all;
    }

    /** Values of a parameter in the cells of a benchmark with figures; of one size, where one is given. */
    private Set<String> names(String benchmark, String loop, String parameter, String size) {
        Set<String> names = new TreeSet<>();
        for (JsonNode cell : run.cells.values()) {
            JsonNode parameters = cell.get("parameters");
            if (cell.get("benchmark").textValue().equals(benchmark)
                    && cell.get("unit").textValue().equals(NS)
                    && parameters.path("kernel").asText("sum").equals(loop)
                    && parameters.path("shape").asText("one").equals("one")
                    && (size.isEmpty() || parameters.path("size").asText().equals(size))
                    && !run.figures(id(cell)).isEmpty()) {
                names.add(parameters.path(parameter).asText());
            }
        }
        return names;
    }

    /** Of how many sizes a strategy's first reads were compared with their control in more than one round. */
    long sizes(String strategy) {
        JsonNode first = run.cells.values().stream()
                .filter(cell -> cell.get("benchmark").textValue().equals("BufferRead"))
                .findFirst()
                .orElseThrow();
        return run.cells.values().stream()
                .filter(cell -> cell.get("benchmark").textValue().equals("BufferRead")
                        && cell.get("workload").equals(first.get("workload"))
                        && strategy.equals(cell.path("strategy").textValue())
                        && cell.path("baseline").isTextual()
                        && run.figures(id(cell)).size() > 1)
                .count();
    }

    private NavigableMap<Integer, Double> figures(Optional<JsonNode> cell) {
        return cell.map(found -> run.figures(id(found))).orElseThrow();
    }

    /** Of the cell of a strategy among some. */
    NavigableMap<Integer, Double> compared(List<String> cells, String strategy) {
        return compared(cells.stream()
                .map(run.cells::get)
                .filter(cell -> strategy.equals(cell.get("strategy").textValue()))
                .findFirst()
                .orElseThrow());
    }

    /** Where all but one took turns with that one: the ratio to it in each round, at its median. */
    private NavigableMap<Integer, Double> compared(JsonNode cell) {
        List<JsonNode> place = run.cells.values().stream()
                .filter(other -> List.of("benchmark", "workload", "parameters", "unit").stream()
                        .allMatch(what -> cell.get(what).equals(other.get(what))))
                .filter(other -> !run.figures(id(other)).isEmpty()
                        && !family(other.get("strategy").textValue()).equals("jvm"))
                .toList();
        Map<String, NavigableMap<Integer, Double>> ratios = new LinkedHashMap<>();
        place.forEach(other -> {
            NavigableMap<Integer, Double> beside = run.metric(id(other), RawRun.BESIDE);
            if (!beside.isEmpty()) {
                List<NavigableMap<Integer, Double>> sides =
                        run.sides(id(other), other.get("baseline").textValue());
                ratios.put(id(other), both(sides.get(0), sides.get(1), (own, base) -> own / base));
            }
        });
        for (JsonNode base : place) {
            boolean ofAll = place.size() > 1
                    && place.stream()
                            .allMatch(other -> other == base
                                    || ratios.containsKey(id(other))
                                            && id(base).equals(other.path("baseline")
                                                    .textValue()));
            if (ofAll && (cell == base || ratios.containsKey(id(cell)))) {
                double ns = RawRun.median(List.copyOf(run.figures(id(base)).values()));
                NavigableMap<Integer, Double> times = new TreeMap<>();
                if (cell == base) {
                    ratios.values().forEach(ratio -> ratio.keySet().forEach(round -> times.put(round, ns)));
                } else {
                    ratios.get(id(cell)).forEach((round, ratio) -> times.put(round, ratio * ns));
                }
                return times;
            }
        }
        return run.figures(id(cell));
    }

    static NavigableMap<Integer, Double> both(
            NavigableMap<Integer, Double> a, NavigableMap<Integer, Double> b, DoubleBinaryOperator by) {
        NavigableMap<Integer, Double> values = new TreeMap<>();
        a.forEach((round, value) -> {
            if (b.containsKey(round)) {
                values.put(round, by.applyAsDouble(value, b.get(round)));
            }
        });
        return values;
    }

    private static String id(JsonNode cell) {
        return cell.get("id").textValue();
    }

    private String family(String strategy) {
        for (JsonNode entry : run.manifest.get("strategies")) {
            if (entry.get("id").textValue().equals(strategy)) {
                return entry.get("family").textValue();
            }
        }
        throw new IllegalArgumentException("no such strategy: id=" + strategy);
    }

    /** The first asked cell in the order of the manifest; of recoveries the one that loses most. */
    private Optional<JsonNode> find(String benchmark, String strategy, String size, Map<String, String> parameters) {
        Map<String, List<JsonNode>> panels = new LinkedHashMap<>();
        for (JsonNode cell : run.cells.values()) {
            if (cell.get("benchmark").textValue().equals(benchmark)
                    && cell.get("unit").textValue().equals(NS)
                    && size.equals(cell.get("parameters").path("size").asText(size))) {
                Map<String, String> rest = new TreeMap<>();
                cell.get("parameters")
                        .properties()
                        .forEach(parameter -> rest.put(
                                parameter.getKey(), parameter.getValue().asText()));
                boolean wanted = parameters.entrySet().stream()
                        .allMatch(parameter -> rest.getOrDefault(parameter.getKey(), parameter.getValue())
                                .equals(parameter.getValue()));
                if (wanted) {
                    panels.computeIfAbsent(cell.get("workload") + " " + rest, panel -> new ArrayList<>())
                            .add(cell);
                }
            }
        }
        return panels.values().stream()
                .filter(panel ->
                        panel.stream().anyMatch(cell -> !run.figures(id(cell)).isEmpty()))
                .max((a, b) -> Double.compare(lost(a.get(0)), lost(b.get(0))) != 0
                        ? Double.compare(lost(a.get(0)), lost(b.get(0)))
                        : -Integer.compare(at(a.get(0)), at(b.get(0))))
                .flatMap(panel -> panel.stream()
                        .filter(cell -> strategy.equals(cell.path("strategy").textValue()))
                        .findFirst());
    }

    private int at(JsonNode cell) {
        return new ArrayList<>(run.cells.values()).indexOf(cell);
    }

    private static double lost(JsonNode cell) {
        String lost = cell.get("parameters").path("lost").asText("");
        return lost.matches("[0-9.]+%") ? Double.parseDouble(lost.replace("%", "")) : 0;
    }

    /**
     * Logarithm of the median ratio of two strategies at a place of an axis; each round straight on logarithmic axes.
     *
     * @param axis {@code DAMAGE}, {@code SIZE} or {@code READS}
     * @param title what was measured, as printed
     */
    double logRatio(String axis, String title, double x, String first, String second) {
        NavigableMap<Integer, Double> ratio =
                both(at(axis, title, x, second), at(axis, title, x, first), (a, b) -> a / b);
        return Math.log(RawRun.median(List.copyOf(ratio.values())));
    }

    private NavigableMap<Integer, Double> at(String axis, String title, double x, String strategy) {
        if (axis.equals("READS")) {
            String size = title.substring(0, title.indexOf(','));
            return cost(
                    Map.of("size", size, "damage", "100%", "losses", title.endsWith("nothing lost") ? "0" : "1"),
                    strategy,
                    x);
        }
        TreeMap<Double, NavigableMap<Integer, Double>> places = new TreeMap<>();
        for (JsonNode cell : run.cells.values()) {
            boolean own = strategy.equals(cell.path("strategy").textValue())
                    && isOf(cell, title)
                    && cell.path("bytesPerAccess").isNumber();
            boolean whole = own
                    && axis.equals("DAMAGE")
                    && cell.get("parameters").path("damage").asText().equals("100%");
            if (own && !whole && !run.figures(id(cell)).isEmpty()) {
                places.put(cell.get("bytesPerAccess").doubleValue(), compared(cell));
            }
        }
        if (axis.equals("DAMAGE")) {
            String size = title.replaceAll(".*size=([^,]+).*", "$1");
            JsonNode whole = find("BufferRead", strategy, size, Map.of()).orElseThrow();
            places.put(whole.get("bytesPerAccess").doubleValue(), compared(whole));
        }
        double clamped = Math.min(Math.max(x, places.firstKey()), places.lastKey());
        if (places.containsKey(clamped)) {
            return places.get(clamped);
        }
        double low = places.lowerKey(clamped);
        double high = places.higherKey(clamped);
        return both(
                places.get(low),
                places.get(high),
                (a, b) -> Math.exp(new LinearInterpolator()
                        .interpolate(
                                new double[] {Math.log(low), Math.log(high)}, new double[] {Math.log(a), Math.log(b)})
                        .value(Math.log(clamped))));
    }

    /** Whether a cell belongs to a title such as {@code DamageRead.damage, size=1080p, shape=one}. */
    private static boolean isOf(JsonNode cell, String title) {
        String[] parts = title.split(", ");
        boolean same = parts[0].equals(
                cell.get("benchmark").textValue() + "." + cell.get("workload").textValue());
        for (int i = 1; i < parts.length; i++) {
            String[] parameter = parts[i].split("=", 2);
            same &= parameter[1].equals(
                    cell.get("parameters").path(parameter[0]).asText());
        }
        return same;
    }
}
