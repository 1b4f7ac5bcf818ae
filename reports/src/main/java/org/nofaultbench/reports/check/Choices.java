// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which strategies keep up with the fastest in each scene, and which of them is to be used: the one that keeps up in most
 * scenes, and elsewhere the one that holds most properties. Where chance decides a verdict, each of several may be right.
 */
final class Choices {

    private static final String SLOWER = "SLOWER";

    private final RawRun run;
    private final double margin;
    private final List<Contender> contenders;
    private final List<Scene> scenes;
    private final Map<Scene, Map<String, Map<Integer, Double>>> costs = new LinkedHashMap<>();
    private final Map<Scene, String> fastest = new LinkedHashMap<>();
    private final Map<Scene, Verdicts<String>> verdicts = new LinkedHashMap<>();
    private final Set<Contender> firsts;

    Choices(RawRun run, List<Contender> contenders, Costs model, double margin) {
        this.run = run;
        this.margin = margin;
        this.contenders = contenders;
        this.scenes = Scene.all(model.sources());
        for (Scene scene : scenes) {
            Map<String, Map<Integer, Double>> here = new LinkedHashMap<>();
            contenders.forEach(who -> here.put(who.id(), model.of(who, scene)));
            costs.put(scene, here);
            contenders.stream()
                    .filter(who -> who.mayBeUsed() && !here.get(who.id()).isEmpty())
                    .min(Comparator.comparingDouble(who -> median(here.get(who.id()))))
                    .ifPresent(who -> fastest.put(scene, who.id()));
            verdicts.put(scene, judged(scene));
        }
        this.firsts = firsts();
    }

    private Verdicts<String> judged(Scene scene) {
        Map<String, RawPair> pairs = new LinkedHashMap<>();
        Map<Integer, Double> best = cost(scene, fastest.getOrDefault(scene, ""));
        costs.get(scene).forEach((who, cost) -> {
            if (!who.equals(fastest.get(scene))) {
                pairs.put(who, new RawPair(cost, best, RawLook.ONLY));
            }
        });
        return judged(pairs);
    }

    /** Rows of one family, at the looks of the run; those without a common round are left out. */
    <K> Verdicts<K> judged(Map<K, RawPair> pairs) {
        Map<K, RawPair> common = new LinkedHashMap<>(pairs);
        common.values().removeIf(pair -> pair.rounds().isEmpty());
        int last = common.values().stream().mapToInt(pair -> pair.rounds().last()).max().orElse(0);
        return new Verdicts<>(common, margin, RawLook.of(run.manifest(), last));
    }

    private static double median(Map<Integer, Double> times) {
        return new Sorted(times.values()).median();
    }

    List<Scene> scenes() {
        return scenes;
    }

    List<Contender> contenders() {
        return contenders;
    }

    /** By round; nothing where it is not known. */
    Map<Integer, Double> cost(Scene scene, String who) {
        return costs.get(scene).getOrDefault(who, Map.of());
    }

    boolean isFastest(Scene scene, String who) {
        return who.equals(fastest.get(scene));
    }

    /** Against the fastest. */
    List<Standing> standings(Scene scene, String who) {
        return verdicts.get(scene).standings(who);
    }

    boolean mayKeepUp(Scene scene, String who) {
        return isFastest(scene, who) || verdicts.get(scene).of(who).stream().anyMatch(word -> !word.equals(SLOWER));
    }

    boolean keepsUp(Scene scene, String who) {
        return mayKeepUp(scene, who) && !verdicts.get(scene).of(who).contains(SLOWER);
    }

    long leastKeptUp(Contender who) {
        return scenes.stream().filter(scene -> keepsUp(scene, who.id())).count();
    }

    long mostKeptUp(Contender who) {
        return scenes.stream().filter(scene -> mayKeepUp(scene, who.id())).count();
    }

    /** Those that may be the first choice; none where nothing can be recommended. */
    Set<Contender> first() {
        return firsts;
    }

    private Set<Contender> firsts() {
        List<Contender> usable = contenders.stream().filter(who -> who.mayBeUsed() && mostKeptUp(who) > 0).toList();
        long most = usable.stream().mapToLong(this::leastKeptUp).max().orElse(0);
        List<Contender> open = usable.stream().filter(who -> mostKeptUp(who) >= most).toList();
        if (usable.stream().anyMatch(who -> leastKeptUp(who) != mostKeptUp(who))) {
            return new LinkedHashSet<>(open);
        }
        return open.stream()
                .max(Comparator.<Contender>comparingInt(who -> who.held().size()).thenComparingDouble(who -> -meanLog(who)))
                .map(who -> Set.of(who)).orElse(Set.of());
    }

    private double meanLog(Contender who) {
        List<Double> logs = new ArrayList<>();
        for (Scene scene : scenes) {
            if (!cost(scene, who.id()).isEmpty()) {
                logs.add(Math.log(median(cost(scene, who.id()))));
            }
        }
        return new Sorted(logs).sum() / logs.size();
    }

    /** Those of which each may be the one to use, the likeliest first; none where nothing can be recommended. */
    Set<String> toUse(Scene scene) {
        Set<String> right = new LinkedHashSet<>();
        firsts.stream().map(Contender::id).filter(who -> mayKeepUp(scene, who)).forEach(right::add);
        if (firsts.stream().anyMatch(who -> !keepsUp(scene, who.id()))) {
            instead(scene).ifPresent(right::add);
            contenders.stream().filter(who -> who.mayBeUsed() && mayKeepUp(scene, who.id()) && !keepsUp(scene, who.id()))
                    .forEach(who -> right.add(who.id()));
        }
        return right;
    }

    private Optional<String> instead(Scene scene) {
        return contenders.stream()
                .filter(who -> who.mayBeUsed() && keepsUp(scene, who.id()))
                .max(Comparator.<Contender>comparingInt(who -> who.held().size())
                        .thenComparingDouble(who -> -median(cost(scene, who.id()))))
                .map(Contender::id);
    }
}
