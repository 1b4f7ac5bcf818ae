// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.PropertyMatrix;
import org.nofaultbench.reports.model.StrategyEntry;

/** What the experiments saw of each strategy on the run's kernel. */
final class Properties {

    private final PropertyMatrix matrix;

    Properties(List<StrategyEntry> strategies) {
        Map<String, Map<String, Observation>> rows = new LinkedHashMap<>();
        strategies.forEach(
                strategy -> rows.put(strategy.id(), strategy.proven() == null ? Map.of() : strategy.proven()));
        this.matrix = PropertyMatrix.of(rows);
    }

    List<String> ids() {
        return matrix.properties();
    }

    Optional<Observation> at(String strategy, String property) {
        return matrix.at(strategy, property);
    }

    boolean has(String strategy, String property) {
        return saw(strategy, property, Observed.YES);
    }

    boolean lacks(String strategy, String property) {
        return saw(strategy, property, Observed.NO);
    }

    private boolean saw(String strategy, String property, Observed observed) {
        return at(strategy, property).filter(of -> of.observed() == observed).isPresent();
    }
}
