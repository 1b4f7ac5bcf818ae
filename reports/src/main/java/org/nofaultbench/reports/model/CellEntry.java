// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.Map;
import java.util.Set;

/**
 * One strategy x workload x parameters: the thing that gets a figure.
 *
 * @param id unique in the run, such as {@code BufferRead.warm/guard-pool/1080p}
 * @param benchmark class that asks the question, such as {@code BufferRead}
 * @param workload method of the class, such as {@code warm}
 * @param strategy strategy id, null where the cell has none (the ledger of call costs)
 * @param parameters the other parameters by name, such as {@code size=1080p}; in display order
 * @param metric name of the samples that are the cell's figure: {@code primary} or a secondary one such as
 *     {@code recoveryNs}, which JMH cannot time
 * @param unit unit of the figure, such as {@code ns/op}; smaller is better
 * @param bytesPerAccess bytes that one access reads, null where it reads none
 * @param opsPerInvocation operations in one invocation as passed to JMH
 * @param baseline id of the cell that the figure is compared with within a round, null for a baseline itself
 * @param skipReason why the cell was not run, null where it was
 * @param marginPercent how far from 1 its ratio may lie and still count as the same, in percent; null where the reader says
 * @param floorNs difference that counts as the same however large its share is, in ns; null where there is none
 */
@RecordBuilder
public record CellEntry(
        String id,
        String benchmark,
        String workload,
        String strategy,
        Map<String, String> parameters,
        String metric,
        String unit,
        Long bytesPerAccess,
        int opsPerInvocation,
        String baseline,
        String skipReason,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double marginPercent,
        @JsonInclude(JsonInclude.Include.NON_NULL) Double floorNs)
        implements CellEntryBuilder.With {

    /** Metric name of JMH's own score. */
    public static final String PRIMARY = "primary";

    private static final String EMULATED = "emulated-";

    /** Coordinates that every cell has, which no parameter may be named like. */
    private static final Set<String> COORDINATES = Set.of("benchmark", "workload", "strategy", "unit", "control");

    public CellEntry {
        Checks.id(id, "/id");
        Checks.id(benchmark, "/benchmark");
        Checks.id(workload, "/workload");
        Checks.entries(parameters, "/parameters", Checks::id);
        parameters.forEach((name, value) -> Checks.that(
                !COORDINATES.contains(name), "parameter has the name of a coordinate", "/parameters/" + name, value));
        Checks.id(metric, "/metric");
        Checks.id(unit, "/unit");
        Checks.range(bytesPerAccess == null || bytesPerAccess > 0, "/bytesPerAccess", bytesPerAccess);
        Checks.range(
                marginPercent == null || marginPercent > 0 && marginPercent <= 50, "/marginPercent", marginPercent);
        Checks.range(floorNs == null || floorNs >= 0, "/floorNs", floorNs);
    }

    public boolean skipped() {
        return skipReason != null;
    }

    /** Whether the preset, and not the machine, left it out. */
    public boolean isNotAsked() {
        return skipped() && (skipReason.startsWith("not asked") || skipReason.startsWith("asked of "));
    }

    /** Whether its samples are what an emulated CPU took: the program's speed that emulates, and no time of any machine. */
    public boolean emulated() {
        return isEmulated(unit);
    }

    public static boolean isEmulated(String unit) {
        return unit.startsWith(EMULATED);
    }
}
