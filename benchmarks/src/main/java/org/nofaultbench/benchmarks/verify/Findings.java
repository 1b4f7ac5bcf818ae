// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.trial.CaseResult;
import org.nofaultbench.reports.model.Observed;
import org.nofaultbench.reports.model.StoredProof;

/** Everything that was heard so far; it is passed on as it comes. */
public final class Findings implements PropertySource.Listener {

    private static final Pattern BECAUSE = Pattern.compile("([a-z0-9-]{1,200}): (.+)");

    private final List<CaseResult> results = new ArrayList<>();
    private final Map<String, String> sentences = new LinkedHashMap<>();

    private final Optional<Output> output;

    Findings(Output output) {
        this.output = Optional.of(output);
    }

    /** Those of an earlier verification. */
    public Findings(StoredProof proof) {
        output = Optional.empty();
        proof.observations()
                .forEach((strategy, properties) -> properties.forEach(
                        (property, observation) -> finished(new CaseResult(strategy, property, observation))));
    }

    @Override
    public void note(String text) {
        Matcher because = BECAUSE.matcher(text);
        if (because.matches()) {
            sentences.putIfAbsent(because.group(1), because.group(2));
        }
        output.ifPresent(shown -> shown.note(text));
    }

    @Override
    public void finished(CaseResult result) {
        results.add(result);
        output.ifPresent(shown -> shown.finished(result));
    }

    public int cases() {
        return results.size();
    }

    public int notOk() {
        return (int) contradictions().count();
    }

    private Stream<CaseResult> contradictions() {
        return results.stream().filter(result -> !result.observation().ok());
    }

    /** Its strategy and property. */
    public Optional<String> firstNotOk() {
        return contradictions().findFirst().map(result -> result.strategy() + " " + result.property());
    }

    /** {@code 437 cases, 0 not ok, 45 skipped}. */
    public String summary() {
        long skipped = results.stream()
                .filter(result -> result.observation().observed() == Observed.SKIPPED)
                .count();
        return cases() + " cases, " + notOk() + " not ok, " + skipped + " skipped";
    }

    /** In the order of their first case. */
    List<StoredProof.Strategy> strategies() {
        Map<String, List<StoredProof.Property>> properties = results.stream()
                .collect(Collectors.groupingBy(
                        CaseResult::strategy,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                result -> new StoredProof.Property(result.property(), result.observation()),
                                Collectors.toList())));
        return properties.entrySet().stream()
                .map(entry -> new StoredProof.Strategy(entry.getKey(), sentences.get(entry.getKey()), entry.getValue()))
                .toList();
    }
}
