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
 * @param startedMicros microseconds since 1970
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
        long startedMicros,
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

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("'m'uuuuMM", Locale.ROOT).withZone(ZoneOffset.UTC);

    /**
     * Reads a row, which a stranger may have written.
     *
     * @param machine of the partition
     * @param row gives the value of a column of {@link StoreTable#RUNS} by its name
     */
    public static StoredRun fromRow(String machine, Function<String, Object> row) {
        StoreRow columns = new StoreRow(row);
        return StoredRunBuilder.builder()
                .machine(machine)
                .run(columns.text("run"))
                .source(columns.text("source"))
                .machineName(columns.word("machine_name"))
                .startedMicros(columns.number("started_us"))
                .status(columns.oneOf("status", RunStatus.class))
                .preset(columns.word("preset"))
                .version(columns.word("version"))
                .commit(columns.word("commit"))
                .modified(columns.truth("modified"))
                .librarySha256(columns.word("library_sha256"))
                .instructionSet(columns.word("instruction_set"))
                .cpu(columns.textOrNull("cpu"))
                .kernel(columns.textOrNull("kernel"))
                .kernelBuildId(columns.textOrNull("kernel_build_id"))
                .hypervisor(columns.textOrNull("hypervisor"))
                .jvm(columns.textOrNull("jvm"))
                .environment(columns.textOrNull("environment"))
                .contentSha256(columns.text("content_sha256"))
                .build();
    }

    /** The columns of {@link StoreTable#RUNS} in their order. */
    Object[] row() {
        return new Object[] {
            run,
            source,
            machineName,
            startedUtc(),
            startedMicros,
            status.name(),
            preset,
            version,
            commit,
            modified,
            librarySha256,
            instructionSet,
            cpu,
            kernel,
            kernelBuildId,
            hypervisor,
            jvm,
            environment,
            contentSha256
        };
    }

    /** When it began. */
    Instant started() {
        return Instant.EPOCH.plus(startedMicros, ChronoUnit.MICROS);
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
