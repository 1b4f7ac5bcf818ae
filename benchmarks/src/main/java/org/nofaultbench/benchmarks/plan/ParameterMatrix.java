// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.nofaultbench.nativelib.StrategyInfo;

/**
 * The combinations of parameters that a benchmark is measured with, in display order: from which preset on, and with which
 * strategies. A cell costs half a second a round, so that all but the main combinations are measured with representative
 * strategies first.
 *
 * @param rows in display order
 */
record ParameterMatrix(List<Row> rows) {

    /** The controls, one of each family, and copying at its best. */
    private static final Set<String> REPRESENTATIVE = Set.of(
            "unguarded-shared",
            "sealed",
            "guard-pool",
            "guard-libwayland",
            "guard-huge-tail",
            "guard-jump",
            "nofault-private",
            "nofault-emulated",
            "copy-pread",
            "copy-guarded");

    /**
     * One combination of parameters.
     *
     * @param representative the first preset that measures it with representative strategies
     * @param all the first preset that measures it with every strategy
     */
    private record Row(Parameters parameters, Preset representative, Preset all) {}

    static ParameterMatrix empty() {
        return new ParameterMatrix(List.of());
    }

    /** With every strategy from that preset on. */
    ParameterMatrix from(Preset first, Parameters... parameters) {
        return from(first, first, parameters);
    }

    /** With representative strategies from that preset on, with every strategy in the full one. */
    ParameterMatrix representativeFrom(Preset first, Parameters... parameters) {
        return from(first, Preset.FULL, parameters);
    }

    /** With representative strategies from one preset on, with every strategy from another. */
    ParameterMatrix from(Preset representative, Preset all, Parameters... parameters) {
        Stream<Row> more = Arrays.stream(parameters).map(combination -> new Row(combination, representative, all));
        return new ParameterMatrix(Stream.concat(rows.stream(), more).toList());
    }

    List<Parameters> in(Preset preset) {
        return rows.stream()
                .filter(row -> preset.includes(row.representative))
                .map(Row::parameters)
                .toList();
    }

    /** Why this preset does not measure it with that strategy; its row stays. A strategy that the user brought is measured. */
    Optional<String> notInPreset(Preset preset, Parameters parameters, StrategyInfo strategy) {
        boolean measured = REPRESENTATIVE.contains(strategy.id())
                || strategy.isOfStrategyLibrary()
                || rows.stream().anyMatch(row -> row.parameters.equals(parameters) && preset.includes(row.all));
        return measured
                ? Optional.empty()
                : Optional.of("not measured in preset " + preset.id() + "; `run full` measures every strategy");
    }
}
