// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import io.soabase.recordbuilder.core.RecordBuilder;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.RunStatus;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.store.StoreFolder.Partition;

/**
 * A run as a store keeps it: one row of {@link StoreTable#RUNS} and the machine whose partition it lies in.
 *
 * @param machine id of the machine, {@code m} and twelve hexadecimal digits
 * @param run unique on its machine
 * @param source {@code folder} for a run folder of this suite, {@code jmh} for JMH files
 * @param machineName for people
 * @param startedUs microseconds since 1970
 * @param status whether the run is whole
 * @param preset name of the preset; empty for JMH files
 * @param version the suite's; empty for JMH files
 * @param commit abbreviated or whole; {@code unknown} where nobody said it
 * @param modified whether tracked files differed from that commit
 * @param librarySha256 hash of the native library; empty for JMH files
 * @param instructionSet what the hot loop used; empty for JMH files
 * @param cpu model; null where unknown, as the next four
 * @param kernel release
 * @param kernelBuildId GNU build id in hexadecimal
 * @param hypervisor null also on bare metal
 * @param jvm name and version
 * @param environment {@code environment.json} without what differs from boot to boot; null for JMH files
 * @param contentSha256 hash of the journal and manifest, or of the JMH files
 */
@RecordBuilder
public record StoredRun(
        String machine,
        String run,
        String source,
        String machineName,
        long startedUs,
        RunStatus status,
        String preset,
        String version,
        String commit,
        boolean modified,
        String librarySha256,
        String instructionSet,
        String cpu,
        String kernel,
        String kernelBuildId,
        String hypervisor,
        String jvm,
        String environment,
        String contentSha256)
        implements Serializable, StoredRunBuilder.With {

    static final String FOLDER = "folder";
    static final String JMH = "jmh";
    static final String UNKNOWN = "unknown";

    static final RowMapping<StoredRun> ROWS = new RowMapping<>(StoreTable.RUNS, StoredRun.class);

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("'m'uuuuMM", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Reads a row, which a stranger may have written.
     *
     * @param machine of the partition
     * @param row gives the value of a column of {@link StoreTable#RUNS} by its name
     */
    public static StoredRun fromRow(String machine, Function<String, Object> row) {
        return ROWS.read(column -> column.equals("machine") ? machine : row.apply(column));
    }

    /** When it began. */
    Instant started() {
        return Instant.EPOCH.plus(startedUs, ChronoUnit.MICROS);
    }

    /** The same in ISO 8601. */
    String startedUtc() {
        return started().toString();
    }

    Partition partition() {
        return new Partition(machine, MONTH.format(started()));
    }

    /** The machine; empty for JMH files. Read strictly, as all our JSON: the file may be a stranger's. */
    Optional<Environment> parsedEnvironment() {
        return Optional.ofNullable(environment)
                .map(text -> Json.bind(
                        Json.parse(new SourceFile(Path.of(file())), 0, text.getBytes(StandardCharsets.UTF_8)),
                        Environment.class));
    }

    /** The build that measured; {@code unknown} where a JMH file does not say it. */
    Suite suite() {
        return new Suite(known(version), known(commit), modified, known(librarySha256), known(instructionSet));
    }

    private static String known(String text) {
        return text.isEmpty() ? UNKNOWN : text;
    }

    boolean isJmh() {
        return source.equals(JMH);
    }

    /** Name of its files: that of the run where it is harmless. */
    String file() {
        return StoreFolder.fileName(run);
    }
}
