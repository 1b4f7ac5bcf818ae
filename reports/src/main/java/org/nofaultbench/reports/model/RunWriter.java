// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.model;

import java.io.FileNotFoundException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Writes a run folder; {@code results/README.md} describes its files. */
public final class RunWriter {

    private static final DateTimeFormatter FOLDER_TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final long NEEDED_BYTES = 64L << 20;
    private static final int MAX_NAME_PART = 40;
    private static final String OTHER_FOLDER = "name a folder that can be written with --results";

    /** In HdrHistogram's log format, version 1.3. */
    private static final String LATENCY_HEADER = """
            #[Histogram log format version 1.3]
            #[StartTime: 0.000 (seconds since epoch); times of single accesses in ns, tagged with their cell]
            "StartTimestamp","Interval_Length","Interval_Max","Interval_Compressed_Histogram"
            """;

    private final RunFolder folder;

    private RunWriter(Path path) {
        this.folder = new RunFolder(path.toAbsolutePath());
    }

    /**
     * Creates the folder and writes to it, so that a folder that cannot be written is found before the first fork.
     *
     * @param started names the folder, with machine, kernel and commit
     */
    public static RunWriter create(Path results, Instant started, String machine, String kernel, String commit) {
        String name = FOLDER_TIME.format(started) + "-" + part(machine) + "-" + part(kernel) + "-" + part(commit);
        try {
            Files.createDirectories(results);
            Path path = Files.createDirectory(results.resolve(name));
            checkRoom(path);
            return new RunWriter(path);
        } catch (FileAlreadyExistsException e) {
            throw new InputException(
                    "cannot create the run folder, it exists",
                    "name another with --results",
                    Detail.of("folder", results.resolve(name)));
        } catch (IOException e) {
            throw new InputException(
                    "cannot write results", OTHER_FOLDER, Detail.of("folder", results), Detail.reason(e));
        }
    }

    /** Goes on with the run of a folder. */
    public static RunWriter resume(Path path) {
        if (!Files.isRegularFile(path.resolve("manifest.json"))) {
            throw new InputException(
                    "cannot resume, no run there", "name a folder with a manifest.json", Detail.of("folder", path));
        }
        return new RunWriter(path);
    }

    private static void checkRoom(Path path) throws IOException {
        long usableBytes = Files.getFileStore(path).getUsableSpace();
        if (usableBytes < NEEDED_BYTES) {
            Files.delete(path);
            throw new InputException(
                    "cannot write results, the disk is full",
                    "free space or name another with --results",
                    Detail.of("folder", path.toAbsolutePath()),
                    Detail.of("usableBytes", usableBytes),
                    Detail.of("neededBytes", NEEDED_BYTES));
        }
    }

    private static String part(String text) {
        String safe =
                text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "_").replaceAll("^[_.]+|_+$", "");
        return safe.isEmpty() ? "unknown" : safe.substring(0, Math.min(MAX_NAME_PART, safe.length()));
    }

    /** Absolute. */
    public Path path() {
        return folder.path();
    }

    public String name() {
        return folder.name();
    }

    public JournalWriter openJournal() throws IOException {
        return JournalWriter.open(folder.journal().path());
    }

    /** Where JMH's own output goes. */
    public PrintStream openLog() throws FileNotFoundException {
        return new PrintStream(
                new FileOutputStream(path().resolve("forks.log").toFile(), true), true, StandardCharsets.UTF_8);
    }

    /** As it was written last. */
    public Manifest readManifest() {
        return RunReader.manifest(folder.manifest());
    }

    public Environment readEnvironment() {
        return RunReader.environment(folder.environment());
    }

    public void write(Manifest manifest) throws IOException {
        replace("manifest.json", Json.page(manifest));
    }

    public void write(Environment environment) throws IOException {
        replace("environment.json", Json.page(environment));
    }

    public void writeJmhJson(byte[] json) throws IOException {
        replace("jmh.json", json);
    }

    /** Appends what a fork left of latencies, if it left anything. */
    public void appendLatencies(Path forkFile) throws IOException {
        if (Files.size(forkFile) > 0) {
            Path log = folder.latencies().path();
            if (!Files.exists(log)) {
                Files.writeString(log, LATENCY_HEADER);
            }
            Files.write(log, Files.readAllBytes(forkFile), StandardOpenOption.APPEND);
        }
    }

    /** Readers see the old file or the new one, never half of it. */
    private void replace(String name, byte[] content) throws IOException {
        Path part = path().resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, path().resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
