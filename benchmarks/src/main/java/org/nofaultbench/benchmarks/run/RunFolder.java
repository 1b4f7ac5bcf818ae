// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

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
import java.util.Locale;
import org.nofaultbench.benchmarks.UserError;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Manifest;

/** One run's folder under {@code results/}; {@code results/README.md} describes its files. */
final class RunFolder {

    private static final long NEEDED_BYTES = 64L << 20;
    private static final int MAX_NAME_PART = 40;

    private final Path path;

    private RunFolder(Path path) {
        this.path = path;
    }

    /**
     * Creates the folder and writes to it, so that a folder that cannot be written is found before the first fork.
     *
     * @param utc such as {@code 20261123T220102Z}
     */
    static RunFolder create(Path results, String utc, String machine, String kernel, String commit) {
        String name = utc + "-" + part(machine) + "-" + part(kernel) + "-" + part(commit);
        try {
            Files.createDirectories(results);
            Path path = Files.createDirectory(results.resolve(name)).toAbsolutePath();
            checkRoom(path);
            return new RunFolder(path);
        } catch (FileAlreadyExistsException e) {
            throw new UserError("cannot create the run folder, it exists: folder=" + results.resolve(name)
                    + "; name another with --results", e);
        } catch (IOException e) {
            throw new UserError("cannot write results: folder=" + results + ", reason=" + reason(e)
                    + "; name a folder that can be written with --results", e);
        }
    }

    static RunFolder existing(Path path) {
        if (!Files.isRegularFile(path.resolve("manifest.json"))) {
            throw new UserError("cannot resume, no run there: folder=" + path + "; name a folder with a manifest.json");
        }
        return new RunFolder(path.toAbsolutePath());
    }

    private static void checkRoom(Path path) throws IOException {
        long usableBytes = Files.getFileStore(path).getUsableSpace();
        if (usableBytes < NEEDED_BYTES) {
            Files.delete(path);
            throw new UserError("cannot write results, the disk is full: folder=" + path + ", usableBytes="
                    + usableBytes + ", neededBytes=" + NEEDED_BYTES + "; free space or name another with --results");
        }
    }

    private static String part(String text) {
        String safe = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._]+", "_").replaceAll("^[_.]+|_+$", "");
        return safe.isEmpty() ? "unknown" : safe.substring(0, Math.min(MAX_NAME_PART, safe.length()));
    }

    private static String reason(IOException e) {
        return e.getClass().getSimpleName();
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    Journal openJournal() throws IOException {
        return Journal.open(path.resolve("rounds.jsonl"));
    }

    /** Where JMH's own output goes. */
    PrintStream openLog() throws FileNotFoundException {
        return new PrintStream(
                new FileOutputStream(path.resolve("forks.log").toFile(), true), true, StandardCharsets.UTF_8);
    }

    Manifest readManifest() {
        Path file = path.resolve("manifest.json");
        try {
            return Json.PAGES.readValue(file.toFile(), Manifest.class);
        } catch (IOException e) {
            throw new UserError("cannot resume, the manifest is damaged: file=" + file + "; start a new run", e);
        }
    }

    void write(Manifest manifest) throws IOException {
        replace("manifest.json", Json.PAGES.writeValueAsBytes(manifest));
    }

    void write(Environment environment) throws IOException {
        replace("environment.json", Json.PAGES.writeValueAsBytes(environment));
    }

    Environment readEnvironment() throws IOException {
        return Json.PAGES.readValue(path.resolve("environment.json").toFile(), Environment.class);
    }

    void writeJmhJson(byte[] json) throws IOException {
        replace("jmh.json", json);
    }

    /** Appends what a fork left of latencies, if it left anything. */
    void appendLatencies(Path forkFile) throws IOException {
        if (Files.size(forkFile) > 0) {
            Path log = path.resolve("latency.hlog");
            if (!Files.exists(log)) {
                Files.writeString(log, LatencyLog.HEADER);
            }
            Files.write(log, Files.readAllBytes(forkFile), StandardOpenOption.APPEND);
        }
    }

    /** Readers see the old file or the new one, never half of it. */
    private void replace(String name, byte[] content) throws IOException {
        Path part = path.resolve(name + ".part");
        Files.write(part, content);
        Files.move(part, path.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
