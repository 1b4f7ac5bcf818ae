// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks what a manifest says of proven properties. Every property becomes a column, so there is a bound on them. */
final class ProofCheck {

    private final Required required;
    private final Proof proof;
    private final List<StrategyEntry> strategies;
    private final Set<String> properties = new HashSet<>();

    ProofCheck(Required required, Manifest manifest) {
        this.required = required;
        this.proof = manifest.proof();
        this.strategies = manifest.strategies();
    }

    void check() {
        if (proof != null) {
            required.that(proof.cases() >= 0, "number is out of range", "/proof/cases", proof.cases());
            required.that(
                    proof.notOk() >= 0 && proof.notOk() <= proof.cases(),
                    "number is out of range",
                    "/proof/notOk",
                    proof.notOk());
        }
        for (int i = 0; i < strategies.size(); i++) {
            checkProperties(strategies.get(i), "/strategies/" + i);
        }
    }

    private void checkProperties(StrategyEntry strategy, String at) {
        properties.addAll(strategy.declared());
        if (strategy.proven() != null) {
            strategy.proven().forEach((id, observation) -> checkObservation(id, observation, at + "/proven/" + id));
            properties.addAll(strategy.proven().keySet());
        }
        required.that(properties.size() <= Limits.PROPERTIES, "too many properties", at, properties.size());
    }

    private void checkObservation(String id, Observation observation, String at) {
        required.id(id, at);
        required.present(observation, at);
        required.present(observation.observed(), at + "/observed");
    }
}
