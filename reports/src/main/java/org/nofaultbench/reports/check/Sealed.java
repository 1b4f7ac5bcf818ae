// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the advice says of a second way for clients that sealed their files: the cost of both together by their share of the
 * reads, and whether it pays. All scenes are judged together.
 */
final class Sealed {

    private static final Pattern COST = Pattern.compile("with ([0-9.]+)% sealed, [u\u00b5]s");
    private static final String AGAINST = "against one way for all";
    private static final String N = "([0-9]+(?:\\.[0-9]+)?)";
    private static final Pattern JUDGED = Pattern.compile(N + "x(?: \\(" + N + "-" + N + "\\))? (.*)");

    private final Choices choices;
    private final Map<Double, Map<Scene, Map<Integer, Double>>> mixes = new HashMap<>();
    private final Map<Double, Verdicts<Scene>> verdicts = new HashMap<>();
    private double share;

    Sealed(Choices choices) {
        this.choices = choices;
    }

    /** Whether the heading is one of its own; the one of the cost, which names the share, stands first. */
    boolean check(String at, String heading, Printed printed, Scene scene, Audit audit) {
        Matcher cost = COST.matcher(heading);
        if (cost.matches()) {
            share = Double.parseDouble(cost.group(1)) / 100;
            audit.entry(at, printed, AdviceTable.microseconds(mixes(share).getOrDefault(scene, Map.of())));
            return true;
        }
        if (heading.equals(AGAINST)) {
            judged(at, Told.plain(printed.text()), verdicts(share).standings(scene), audit);
            return true;
        }
        return false;
    }

    /** Of one read, by round: what the first strategy for sealed files takes, and what the one to use takes. */
    private Map<Scene, Map<Integer, Double>> mixes(double of) {
        return mixes.computeIfAbsent(of, part -> {
            Map<Scene, Map<Integer, Double>> all = new LinkedHashMap<>();
            Optional<Contender> client = choices.contenders().stream().filter(Contender::needsClient).findFirst();
            client.ifPresent(who -> choices.scenes().forEach(scene -> all.put(scene, mix(scene, who, part))));
            return all;
        });
    }

    private Map<Integer, Double> mix(Scene scene, Contender client, double part) {
        Map<Integer, Double> rest = rest(scene);
        Map<Integer, Double> mix = new TreeMap<>();
        choices.cost(scene, client.id()).forEach((round, ns) -> {
            if (rest.containsKey(round)) {
                mix.put(round, part * ns + (1 - part) * rest.get(round));
            }
        });
        return mix;
    }

    private Map<Integer, Double> rest(Scene scene) {
        return choices.toUse(scene).stream().findFirst().map(who -> choices.cost(scene, who)).orElse(Map.of());
    }

    Verdicts<Scene> verdicts(double of) {
        return verdicts.computeIfAbsent(of, part -> {
            Map<Scene, RawPair> pairs = new LinkedHashMap<>();
            mixes(part).forEach((scene, mix) -> pairs.put(scene, new RawPair(mix, rest(scene), RawLook.ONLY)));
            return choices.judged(pairs);
        });
    }

    private static void judged(String at, String printed, List<Standing> standings, Audit audit) {
        Matcher found = JUDGED.matcher(printed);
        if (standings.isEmpty() || !found.matches()) {
            audit.that(standings.isEmpty() && printed.equals("-"), at, "ratio", printed, standings.isEmpty() ? "no comparison" : "a ratio");
            return;
        }
        audit.oneOf(standings.stream().<Consumer<Audit>>map(standing -> trial -> {
            Sorted ratios = standing.pair().ratios();
            Set<String> right = standing.verdicts();
            trial.that(new Told().ratio(ratios).fits(printed.substring(0, found.start(4) - 1)), at, "ratio",
                    printed, new Told().ratio(ratios).text());
            trial.verdict(at, found.group(4), right, ratios.median());
        }).toList());
    }
}
