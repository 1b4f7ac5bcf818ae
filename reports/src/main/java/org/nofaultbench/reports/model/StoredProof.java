// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code proofs/<library>-<kernel>.json}: one whole verification. Runs with the same library on the same kernel embed it.
 *
 * @param schemaVersion version of the file's format, {@link #SCHEMA_VERSION} when written by this suite
 * @param suite which build was verified
 * @param kernelBuildId build id of the running kernel, in hexadecimal
 * @param kernelRelease such as {@code 6.18.0}; null where it could not be read
 * @param jvmVersion version of the JVM that ran the verification
 * @param observedUtc ISO 8601 instant of its end
 * @param command what repeats it
 * @param recoveries recoveries of the short stress in each case that has one
 * @param strategies every strategy in the order of the experiments, also the skipped ones
 */
@RecordBuilder
public record StoredProof(
        int schemaVersion,
        Suite suite,
        String kernelBuildId,
        String kernelRelease,
        String jvmVersion,
        String observedUtc,
        String command,
        int recoveries,
        List<Strategy> strategies) {

    public static final int SCHEMA_VERSION = 1;

    public StoredProof {
        Checks.that(schemaVersion == SCHEMA_VERSION, "schema version is unknown", "/schemaVersion", schemaVersion);
        Checks.present(suite, "/suite");
        Checks.elements(strategies, "/strategies");
    }

    /**
     * One strategy's experiments.
     *
     * @param id such as {@code guard-pool}
     * @param because one sentence that explains its answers; null where none was given
     * @param properties in the order of the experiments
     */
    public record Strategy(String id, String because, List<Property> properties) {

        public Strategy {
            Checks.present(id, "/id");
            Checks.elements(properties, "/properties");
        }

        /** Property id to what was observed, in the order of the experiments. */
        public Map<String, Observation> observations() {
            Map<String, Observation> observations = new LinkedHashMap<>();
            properties.forEach(property -> observations.put(property.id(), property.observation()));
            return observations;
        }
    }

    /**
     * One experiment.
     *
     * @param id such as {@code tells-loss}
     * @param observation what came of it, whose fields stand beside the id
     */
    public record Property(String id, @JsonUnwrapped Observation observation) {

        public Property {
            Checks.present(id, "/id");
        }
    }

    /** What a run's manifest says of it. */
    public Proof proof() {
        List<Observation> all = strategies.stream()
                .flatMap(strategy -> strategy.properties().stream())
                .map(Property::observation)
                .toList();
        int notOk = (int) all.stream().filter(observation -> !observation.ok()).count();
        return new Proof(suite.librarySha256(), kernelBuildId, observedUtc, all.size(), notOk);
    }

    /** Strategy id to its observations. */
    public Map<String, Map<String, Observation>> observations() {
        Map<String, Map<String, Observation>> observations = new LinkedHashMap<>();
        strategies.forEach(strategy -> observations.put(strategy.id(), strategy.observations()));
        return observations;
    }
}
