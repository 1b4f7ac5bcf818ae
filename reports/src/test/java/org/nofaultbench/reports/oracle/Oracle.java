// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.HdrHistogram.Histogram;
import org.nofaultbench.reports.oracle.Reference.Expected;

/**
 * Computes every figure of a {@code report.json} anew from the raw samples of its run, or of two runs for a mail about two
 * kernels, and lists what disagrees. A statistic that it does not know is a disagreement.
 */
final class Oracle {

    private static final double TOLERANCE = 1e-9;
    private static final double HISTOGRAM_TOLERANCE = 2e-3;
    private static final double MARGIN = 0.01;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(?:[.][0-9]+)?");
    private static final Pattern PLACE = Pattern.compile("(\\w+) (DAMAGE|SIZE|READS) of (.*): ([\\w-]+) or ([\\w-]+)");
    private static final Pattern LEAST =
            Pattern.compile("least (DAMAGE|SIZE|READS) of (.*) at ([0-9.]+): ([\\w-]+) over ([\\w-]+)");

    private final RawRun run;
    private final Optional<RawRun> unpatched;
    private final CostReference costs;
    private final CountReference counts;
    private final Map<String, Double> p = new LinkedHashMap<>();
    private final List<String> disagreements = new ArrayList<>();
    private int checked;

    Oracle(RawRun run, Optional<RawRun> unpatched) {
        this.run = run;
        this.unpatched = unpatched;
        this.costs = new CostReference(run);
        this.counts = new CountReference(run, costs);
        List<String> compared = compared();
        double[] values = Reference.signFlips(
                compared.stream().map(cell -> run.sides(cell, baseline(cell))).toList());
        for (int i = 0; i < values.length; i++) {
            p.put(compared.get(i), values[i]);
        }
    }

    private String baseline(String cell) {
        return run.cells.get(cell).path("baseline").textValue();
    }

    /** Cells that share a round with their baseline, in the order of the manifest. */
    private List<String> compared() {
        return run.cells.keySet().stream()
                .filter(cell -> baseline(cell) != null && run.cells.containsKey(baseline(cell)))
                .filter(cell -> !Reference.byRound(run.sides(cell, baseline(cell)), Double::sum)
                        .isEmpty())
                .toList();
    }

    /** All figures of a report; empty where all agree. */
    List<String> disagreements(JsonNode report) {
        figures(report).forEach(this::check);
        return List.copyOf(disagreements);
    }

    int checked() {
        return checked;
    }

    static List<JsonNode> figures(JsonNode node) {
        List<JsonNode> found = new ArrayList<>();
        if (node.has("statistic")) {
            found.add(node);
        }
        node.forEach(child -> found.addAll(figures(child)));
        return found;
    }

    private void check(JsonNode figure) {
        checked++;
        String detail = figure.get("detail").textValue();
        if (detail.startsWith("A: ")) {
            ObjectNode other = ((ObjectNode) figure.deepCopy()).put("detail", detail.substring(3));
            disagreements.addAll(new Oracle(unpatched.orElseThrow(), Optional.empty()).disagreements(other));
            return;
        }
        try {
            switch (figure.get("statistic").textValue()) {
                case "BREAK_EVEN" -> place(figure);
                case "FIT" ->
                    new FitReference(run, cells(figure)).check(figure, (what, right) -> expect(figure, what, right));
                default -> compare(figure, expected(figure));
            }
            printed(figure);
        } catch (RuntimeException e) {
            disagreements.add("cannot be computed: " + e + ": " + figure);
        }
    }

    private void expect(JsonNode figure, String what, boolean right) {
        if (!right) {
            disagreements.add(what + ": " + figure);
        }
    }

    private Expected expected(JsonNode figure) {
        List<String> cells = cells(figure);
        String detail = figure.get("detail").textValue();
        return switch (figure.get("statistic").textValue()) {
            case "MEDIAN" -> Reference.median(values(run.figures(cells.get(0))));
            case "THROUGHPUT" ->
                converted(
                        cells.get(0),
                        ns -> run.cells.get(cells.get(0)).get("bytesPerAccess").doubleValue() / ns);
            case "FRAME_SHARE" -> converted(cells.get(0), ns -> ns * 100 * Integer.parseInt(detail) / 1e9);
            case "METRIC" -> Reference.median(values(run.metric(cells.get(0), detail)));
            case "TOTAL" ->
                Expected.exactly(values(run.metric(cells.get(0), detail)).stream()
                        .mapToDouble(x -> x)
                        .sum());
            case "MAXIMUM" ->
                Expected.exactly(values(run.metric(cells.get(0), detail)).stream()
                        .mapToDouble(x -> x)
                        .max()
                        .orElseThrow());
            case "PERCENTILE" -> Expected.exactly(percentile(cells.get(0), Double.parseDouble(detail)));
            case "ACCESSES" -> Expected.exactly(run.latencies.get(cells.get(0)).getTotalCount());
            case "RATIO" -> Reference.median(Reference.byRound(run.sides(cells.get(0), cells.get(1)), (a, b) -> a / b));
            case "DIFFERENCE" ->
                Reference.median(Reference.byRound(run.sides(cells.get(0), cells.get(1)), (a, b) -> a - b));
            case "ROUNDS" ->
                Expected.exactly(Reference.byRound(run.sides(cells.get(0), cells.get(1)), Double::sum)
                        .size());
            case "VERDICTS" -> Expected.exactly(verdicts(detail));
            case "NOISE" -> Expected.exactly(counts.noise(detail));
            case "FORKS" -> Expected.exactly(counts.forks(detail, cells));
            case "COUNT" -> Expected.exactly(counts.count(detail, cells));
            case "RECORDED" -> Expected.exactly(run.recorded(detail));
            case "KERNEL_MEDIAN" ->
                Expected.exactly(RawRun.median(values(side(detail).figures(cells.get(0)))));
            case "KERNEL_RATIO" ->
                Expected.exactly(
                        detail.equals("count")
                                ? RawRun.median(values(run.figures(cells.get(0))))
                                        / RawRun.median(
                                                values(unpatched.orElseThrow().figures(cells.get(0))))
                                : Reference.quotient(
                                        values(unpatched.orElseThrow().figures(cells.get(0))),
                                        values(run.figures(cells.get(0)))));
            case "COST" ->
                Reference.median(values(
                        detail.startsWith("turns ")
                                ? costs.compared(cells, detail.replace("turns strategy=", ""))
                                : cost(CostReference.parse(detail))));
            case "COST_SHARE" -> {
                Map<String, String> scenario = CostReference.parse(detail);
                yield Expected.exactly(
                        RawRun.median(values(cost(scenario))) / 1e7 * Integer.parseInt(scenario.get("hertz")));
            }
            case "COST_RATIO", "REGRET" -> costRatio(detail);
            case "LAB" -> Expected.exactly(run.lab(detail.split(" ")[0], detail.split(" ")[1], detail.split(" ")[2]));
            default -> throw new IllegalArgumentException("no such statistic");
        };
    }

    private Expected converted(String cell, DoubleUnaryOperator unit) {
        return Reference.median(
                values(run.figures(cell)).stream().map(unit::applyAsDouble).toList());
    }

    private static List<Double> values(NavigableMap<Integer, Double> byRound) {
        return List.copyOf(byRound.values());
    }

    private static List<String> cells(JsonNode figure) {
        List<String> cells = new ArrayList<>();
        figure.get("cells").forEach(cell -> cells.add(cell.textValue()));
        return cells;
    }

    private RawRun side(String detail) {
        return detail.startsWith("A") ? unpatched.orElseThrow() : run;
    }

    private double percentile(String cell, double percentile) {
        Histogram histogram = run.latencies.get(cell);
        return percentile == 100 ? histogram.getMaxValue() : histogram.getValueAtPercentile(percentile);
    }

    private NavigableMap<Integer, Double> cost(Map<String, String> scenario) {
        if (!scenario.containsKey("mix")) {
            return costs.cost(scenario, scenario.get("strategy"));
        }
        double share = Double.parseDouble(scenario.get("mix").replace("%", "")) / 100;
        return CostReference.both(
                costs.cost(scenario, scenario.get("sealed")),
                costs.cost(scenario, scenario.get("strategy")),
                (ofSealed, other) -> share * ofSealed + (1 - share) * other);
    }

    private Expected costRatio(String detail) {
        Matcher least = LEAST.matcher(detail);
        if (least.matches()) {
            return Expected.exactly(Math.exp(costs.logRatio(
                    least.group(1),
                    least.group(2),
                    Double.parseDouble(least.group(3)),
                    least.group(5),
                    least.group(4))));
        }
        Map<String, String> scenario = CostReference.parse(detail);
        NavigableMap<Integer, Double> against = scenario.containsKey("mix")
                ? costs.cost(scenario, scenario.get("strategy"))
                : costs.cost(scenario, scenario.get("against"));
        return Reference.median(values(CostReference.both(cost(scenario), against, (a, b) -> a / b)));
    }

    private void compare(JsonNode figure, Expected expected) {
        String statistic = figure.get("statistic").textValue();
        boolean sequential = !run.manifest.path("deciding").isNull()
                && !run.manifest.path("deciding").isMissingNode();
        String detail = figure.get("detail").textValue();
        if (sequential && statistic.matches("RATIO|DIFFERENCE|ROUNDS|COST_RATIO|REGRET")) {
            // Its interval and verdict are those of looks with a part of the error each, which this program does not
            // know.
            expect(
                    figure,
                    "value, expected " + expected.value(),
                    near(figure.get("value").doubleValue(), expected.value(), TOLERANCE));
            return;
        }
        if (sequential
                && (statistic.equals("VERDICTS") || statistic.equals("COUNT") && detail.matches("(kept|mix) .*"))) {
            return;
        }
        if (detail.startsWith("losing ")) {
            // Rests on break-even points, whose places are checked by themselves: bounded only.
            double pairs = figure.get("value").doubleValue();
            expect(figure, "count", pairs >= 1 && pairs == Math.rint(pairs) && pairs <= 1_000);
            return;
        }
        double tolerance = statistic.equals("PERCENTILE") ? HISTOGRAM_TOLERANCE : TOLERANCE;
        expect(
                figure,
                "value, expected " + expected.value(),
                near(figure.get("value").doubleValue(), expected.value(), tolerance));
        if (expected.n() > 0) {
            expect(figure, "n, expected " + expected.n(), figure.get("n").intValue() == expected.n());
            JsonNode interval = figure.get("interval");
            expect(
                    figure,
                    "interval",
                    expected.interval() == null
                            ? interval.isNull()
                            : !interval.isNull()
                                    && near(interval.get(0).doubleValue(), expected.interval()[0], tolerance)
                                    && near(interval.get(1).doubleValue(), expected.interval()[1], tolerance));
        }
        expect(figure, "unit", unit(figure).equals(figure.get("unit").textValue()));
        if (figure.has("p")) {
            double right = p.get(cells(figure).get(0));
            expect(figure, "p, expected " + right, Math.abs(figure.get("p").doubleValue() - right) < pTolerance(right));
            expect(
                    figure,
                    "verdict",
                    figure.get("verdict").textValue().equals(Reference.verdict(expected, MARGIN, right)));
        } else if (statistic.equals("RATIO") && p.containsKey(cells(figure).get(0)) && isOwnBaseline(figure)) {
            expect(
                    figure,
                    "verdict",
                    figure.get("verdict")
                            .textValue()
                            .equals(Reference.verdict(
                                    expected, MARGIN, p.get(cells(figure).get(0)))));
        }
    }

    private boolean isOwnBaseline(JsonNode figure) {
        return cells(figure).get(1).equals(baseline(cells(figure).get(0)));
    }

    /** All flips are the same in both programs; drawn ones scatter. */
    private double pTolerance(double p) {
        boolean all = run.forks.stream()
                        .mapToInt(fork -> fork.get("round").intValue())
                        .max()
                        .orElse(0)
                < 14;
        return all ? TOLERANCE : 0.02 + 0.2 * p;
    }

    static boolean near(double value, double expected, double tolerance) {
        return Math.abs(value - expected) <= tolerance * Math.max(1e-6, Math.abs(expected));
    }

    private String unit(JsonNode figure) {
        return switch (figure.get("statistic").textValue()) {
            case "MEDIAN", "DIFFERENCE", "KERNEL_MEDIAN" ->
                run.cells.get(cells(figure).get(0)).get("unit").textValue().replaceFirst("/op$", "");
            case "THROUGHPUT" -> "GB/s";
            case "FRAME_SHARE", "COST_SHARE" -> "%";
            case "RECORDED" -> figure.get("detail").textValue().endsWith("Bytes") ? "B" : "";
            case "NOISE" -> figure.get("detail").textValue().endsWith(" share") ? "%" : "";
            case "MAXIMUM", "PERCENTILE", "COST" -> "ns";
            case "LAB" -> "instructions";
            default -> "";
        };
    }

    /** The printed number is the value, rounded, in the unit that stands beside it or in a heading. */
    private void printed(JsonNode figure) {
        Matcher number = NUMBER.matcher(figure.get("text").textValue());
        if (!number.find() || figure.get("value").isNull()) {
            disagreements.add("nothing printed: " + figure);
            return;
        }
        String text = number.group();
        double value = Math.abs(figure.get("value").doubleValue());
        int decimals = text.indexOf('.') < 0 ? 0 : text.length() - text.indexOf('.') - 1;
        // A time is printed with three digits at least: 2412 ns are 2410 ns, too.
        int rounded = figure.get("unit").textValue().equals("ns") && text.matches("[0-9]{3,}0+")
                ? text.length() - Math.max(3, text.replaceFirst("0+$", "").length())
                : 0;
        double half = 0.51 * Math.pow(10, rounded - decimals);
        double shown = Math.abs(Double.parseDouble(text));
        boolean known = figure.has("perPrintedUnit");
        List<Double> units = known ? List.of(figure.get("perPrintedUnit").doubleValue()) : units(figure);
        expect(figure, "text", units.stream().anyMatch(unit -> Math.abs(value / unit - shown) <= half + 1e-4 * shown));
    }

    /** A unit within the text is taken by its word; without one it stands in the heading of the column. */
    private static List<Double> units(JsonNode figure) {
        String text = figure.get("text").textValue();
        String unit = figure.get("unit").textValue();
        if (unit.equals("B")) {
            return List.of(Map.of("kB", 1e3, "MB", 1e6, "KiB", 1024.0, "MiB", 1048576.0)
                    .getOrDefault(text.split(" ")[1], 1.0));
        }
        if (!unit.equals("ns")) {
            return List.of(1.0);
        }
        return text.contains(" ns")
                ? List.of(1.0)
                : text.contains(" \u00b5s")
                        ? List.of(1e3)
                        : text.contains(" ms")
                                ? List.of(1e6)
                                : List.of(1.0, 1e3, 1e6, 1e9 / 60 / 100, 1e9 / 144 / 100, 1e9 / 240 / 100);
    }

    private double verdicts(String detail) {
        return compared().stream()
                .map(cell -> Reference.verdict(
                        Reference.median(Reference.byRound(run.sides(cell, baseline(cell)), (a, b) -> a / b)),
                        MARGIN,
                        p.get(cell)))
                .filter(verdict -> detail.isEmpty()
                        || detail.equals(verdict)
                        || detail.equals("decided")
                                && List.of("EQUIVALENT", "FASTER", "SLOWER").contains(verdict))
                .count();
    }

    /** A crossing has the ratio's logarithm change its sign there; ends and zones lie within what was measured. */
    private void place(JsonNode figure) {
        Matcher place = PLACE.matcher(figure.get("detail").textValue());
        if (!place.matches()) {
            throw new IllegalArgumentException("no such place");
        }
        String axis = place.group(2);
        double x = figure.get("value").doubleValue();
        expect(figure, "unit", figure.get("unit").textValue().equals(axis.equals("READS") ? "reads" : "B"));
        expect(figure, "place", x > 0 && Double.isFinite(x));
        if (place.group(1).equals("crossing")) {
            double near = axis.equals("READS") ? 1 : x * 1e-4;
            double before = costs.logRatio(
                    axis,
                    place.group(3),
                    axis.equals("READS") ? Math.max(1, Math.floor(x - 1e-9)) : x - near,
                    place.group(4),
                    place.group(5));
            double after = costs.logRatio(
                    axis,
                    place.group(3),
                    axis.equals("READS") ? Math.ceil(x + 1e-9) : x + near,
                    place.group(4),
                    place.group(5));
            expect(
                    figure,
                    "no crossing: " + before + " and " + after,
                    before <= 0 != after < 0 || before == 0 || after == 0);
        } else if (!List.of("end", "zone").contains(place.group(1))) {
            throw new IllegalArgumentException("no such place");
        }
    }
}
