// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.SourceFile;

/**
 * A run as a store keeps it: one row of {@link StoreTable#RUNS} and the partition that it lies in.
 *
 * @param machine id of the machine, {@code m} and twelve hexadecimal digits
 * @param month of the start, {@code m} and six digits
 * @param run unique on its machine
 * @param source {@code folder} for a run folder of this suite, {@code jmh} for JMH files
 * @param machineName for people
 * @param startedUtc ISO 8601 instant
 * @param startedMicros the same, microseconds since 1970
 * @param status {@code OK} or {@code FAIL}, also {@code UNFINISHED} where that was asked for
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
public record StoredRun(
        String machine,
        String month,
        String run,
        String source,
        String machineName,
        String startedUtc,
        long startedMicros,
        String status,
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
        implements Serializable {

    static final String FOLDER = "folder";
    static final String JMH = "jmh";
    static final String UNKNOWN_COMMIT = "unknown";

    StoredRun withEnvironment(String text) {
        return new StoredRun(
                machine,
                month,
                run,
                source,
                machineName,
                startedUtc,
                startedMicros,
                status,
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
                text,
                contentSha256);
    }

    /** The machine; empty for JMH files. Read strictly, as all our JSON: the file may be a stranger's. */
    Optional<Environment> parsedEnvironment() {
        return Optional.ofNullable(environment)
                .map(text -> Json.bind(
                        Json.parse(new SourceFile(Path.of(file())), 0, text.getBytes(StandardCharsets.UTF_8)),
                        Environment.class));
    }

    boolean isJmh() {
        return source.equals(JMH);
    }

    /** Name of its files: that of the run where it is harmless. */
    String file() {
        return StoreFolder.fileName(run);
    }
}
