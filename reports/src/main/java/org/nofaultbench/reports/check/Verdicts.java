// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The verdicts of comparisons that are judged together, as often as the run looked at them. What one look decides no later
 * one undoes.
 */
final class Verdicts<K> {

    private final Map<K, List<Standing>> standings = new LinkedHashMap<>();

    /** Judged once. */
    Verdicts(Map<K, RawPair> pairs, double margin) {
        this(pairs, margin, List.of(RawLook.ONLY));
    }

    /**
     * @param margin as a share of 1
     * @param looks in their order
     */
    Verdicts(Map<K, RawPair> pairs, double margin, List<RawLook> looks) {
        List<Seen<K>> seen = looks.stream().map(look -> new Seen<>(pairs, look, margin)).toList();
        if (!seen.isEmpty()) {
            seen.get(seen.size() - 1).keys().forEach(key -> standings.put(key, standings(key, seen)));
        }
    }

    private static <K> List<Standing> standings(K key, List<Seen<K>> looks) {
        List<Standing> all = new ArrayList<>();
        for (int i = 0; i < looks.size(); i++) {
            Optional<Standing> now = looks.get(i).standing(key);
            boolean isLast = i == looks.size() - 1;
            now.filter(standing -> isLast || standing.mayBe(true)).ifPresent(standing -> all.add(isLast ? standing : decided(standing)));
            if (now.isPresent() && !now.get().mayBe(false)) {
                break;
            }
        }
        return List.copyOf(all);
    }

    private static Standing decided(Standing standing) {
        return new Standing(standing.pair(), standing.rows(),
                standing.verdicts().stream().filter(Standing::isDecided).collect(Collectors.toSet()));
    }

    Set<K> keys() {
        return standings.keySet();
    }

    int rows() {
        return standings.size();
    }

    /** Every way in which it may stand, more than one only where chance decides; empty where it was not compared. */
    List<Standing> standings(K key) {
        return standings.getOrDefault(key, List.of());
    }

    /** The words that are right; more than one only where chance decides which. */
    Set<String> of(K key) {
        Set<String> words = new HashSet<>();
        standings(key).forEach(standing -> words.addAll(standing.verdicts()));
        return words;
    }

    /** How many rows have a verdict for certain. */
    long least(String verdict) {
        return standings.keySet().stream().filter(key -> of(key).equals(Set.of(verdict))).count();
    }

    /** How many rows may have it. */
    long most(String verdict) {
        return standings.keySet().stream().filter(key -> of(key).contains(verdict)).count();
    }
}
