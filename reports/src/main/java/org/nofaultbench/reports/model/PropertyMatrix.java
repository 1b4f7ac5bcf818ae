// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Observations by strategy and property, with the properties numbered from 1: there are too many of them for their names to
 * head columns.
 *
 * @param properties ids in order of first appearance; a property's number is its place here
 * @param rows strategy id to property id to what was observed
 */
public record PropertyMatrix(List<String> properties, Map<String, Map<String, Observation>> rows) {

    /**
     * One place of the matrix.
     *
     * @param number of the property, from 1
     */
    public record Place(String strategy, int number, String property, Observation observation) {}

    public static PropertyMatrix of(Map<String, Map<String, Observation>> rows) {
        Set<String> properties = new LinkedHashSet<>();
        rows.values().forEach(row -> properties.addAll(row.keySet()));
        return new PropertyMatrix(List.copyOf(properties), rows);
    }

    /** What a run proved of its strategies. */
    public static PropertyMatrix ofStrategies(List<StrategyEntry> strategies) {
        Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
        strategies.forEach(
                strategy -> rows.put(strategy.id(), strategy.proven() == null ? Map.of() : strategy.proven()));
        return of(rows);
    }

    /** Empty where there was no such experiment. */
    public Optional<Observation> at(String strategy, String property) {
        return Optional.ofNullable(rows.getOrDefault(strategy, Map.of()).get(property));
    }

    /** What did not come out as declared or gave no answer, by strategy and then by property. */
    public List<Place> notOk() {
        return places().stream().filter(place -> !place.observation().ok()).toList();
    }

    /**
     * Why something came out as it did, and where: reason to such as {@code guard-pool 2 5-9, udmabuf 1-23}. Only of what
     * is ok; without the places that give no reason.
     */
    public Map<String, String> reasons(Observed observed) {
        return places().stream()
                .filter(place -> place.observation().observed() == observed
                        && place.observation().ok()
                        && place.observation().detail() != null)
                .collect(Collectors.groupingBy(
                        place -> place.observation().detail(),
                        LinkedHashMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), PropertyMatrix::words)));
    }

    private List<Place> places() {
        List<Place> places = new ArrayList<>();
        rows.forEach((strategy, row) -> properties.stream()
                .filter(property -> row.get(property) != null)
                .forEach(property -> places.add(
                        new Place(strategy, properties.indexOf(property) + 1, property, row.get(property)))));
        return places;
    }

    private static String words(List<Place> places) {
        return places.stream()
                .collect(Collectors.groupingBy(
                        Place::strategy, LinkedHashMap::new, Collectors.mapping(Place::number, Collectors.toList())))
                .entrySet()
                .stream()
                .map(entry -> entry.getKey() + " " + ranges(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String ranges(List<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        for (int from = 0, to; from < numbers.size(); from = to + 1) {
            to = from;
            while (to + 1 < numbers.size() && numbers.get(to + 1) == numbers.get(to) + 1) {
                to++;
            }
            ranges.add(numbers.get(from) + (to > from ? "-" + numbers.get(to) : ""));
        }
        return String.join(" ", ranges);
    }
}
