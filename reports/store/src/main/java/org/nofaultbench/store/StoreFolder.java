// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/**
 * Where the files of a store lie: {@code TABLE/v=1/machine=mID/month=mYYYYMM/RUN.parquet}. Files of any other name are not the
 * store's; temporary ones begin with a dot, which every engine passes over.
 *
 * @param root the folder
 */
public record StoreFolder(Path root) {

    /** Key of a compacted file's metadata: names of the files that it replaces, a line each. */
    public static final String REPLACES = "nofault_replaces";

    /** What names of compacted files begin with. */
    public static final String COMPACTED = "compacted-";

    /** The layout's version. */
    public static final String VERSION = "v=1";

    private static final String SUFFIX = ".parquet";
    private static final String TEMPORARY = ".part-";
    private static final int MOST_NAME = 120;
    private static final int HASH_CHARS = 16;
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,190}\\.parquet");
    private static final Pattern MACHINE = Pattern.compile("machine=(m[0-9a-f]{12})");
    private static final Pattern MONTH = Pattern.compile("month=(m[0-9]{6})");
    private static final Pattern GLOB = Pattern.compile("[*?\\[\\]{}]");
    private static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    /**
     * One month of one machine.
     *
     * @param machine its id
     * @param month such as {@code m202611}
     */
    public record Partition(String machine, String month) {}

    public StoreFolder {
        if (GLOB.matcher(root.toAbsolutePath().toString()).find()) {
            throw new InputException(
                    "path of the store has a character that engines take for a pattern",
                    "name a folder without any of *?[]{}",
                    Detail.of("store", root));
        }
    }

    /** Refuses what is no store: a misspelled name must not look like a store without runs. */
    public StoreFolder existing() {
        if (!Files.isDirectory(root.resolve(StoreTable.RUNS.folder()).resolve(VERSION))) {
            throw new InputException(
                    "no store there", "name a folder that `store.jar add` has written", Detail.of("store", root));
        }
        return this;
    }

    public Path folder(StoreTable table) {
        return root.resolve(table.folder()).resolve(VERSION);
    }

    public Path folder(StoreTable table, Partition partition) {
        return folder(table).resolve("machine=" + partition.machine()).resolve("month=" + partition.month());
    }

    /** Name of a run's files. A run's id comes from a stranger and may hold {@code ../}: then a hash of it is in the name. */
    static String fileName(String run) {
        String safe = run.replaceAll("[^A-Za-z0-9._-]+", "_").replaceAll("^[^A-Za-z0-9]+", "");
        boolean harmless =
                safe.equals(run) && !safe.isEmpty() && safe.length() <= MOST_NAME && !safe.startsWith(COMPACTED);
        if (harmless) {
            return safe + SUFFIX;
        }
        String start = safe.substring(0, Math.min(MOST_NAME / 2, safe.length()));
        return "run-" + start + "-" + Sha256.of(run).substring(0, HASH_CHARS) + SUFFIX;
    }

    static String compactedName(long number) {
        return COMPACTED + String.format(Locale.ROOT, "%06d", number) + SUFFIX;
    }

    static boolean isCompacted(Path file) {
        return file.getFileName().toString().startsWith(COMPACTED);
    }

    /** Number of a compacted file, from 1; 0 of any other. */
    static long number(Path file) {
        String digits = file.getFileName().toString().replaceAll("\\D", "");
        return isCompacted(file) && !digits.isEmpty() ? Long.parseLong(digits) : 0;
    }

    /** A name that no other writer has, beside the file that it will become. */
    static Path temporary(Path folder) {
        return folder.resolve(TEMPORARY + UUID.randomUUID());
    }

    static boolean isTemporary(Path file) {
        return file.getFileName().toString().startsWith(TEMPORARY);
    }

    /** Every month of every machine that has a file, in the order of their names. */
    public List<Partition> partitions(StoreTable table) {
        return machines(table).stream()
                .flatMap(machine -> months(table, machine).stream())
                .toList();
    }

    /** Ids of the machines, in their order. */
    List<String> machines(StoreTable table) {
        return children(folder(table), MACHINE).stream().map(StoreFolder::value).toList();
    }

    /** The months of a machine, the first one first. */
    List<Partition> months(StoreTable table, String machine) {
        return children(folder(table).resolve("machine=" + machine), MONTH).stream()
                .map(month -> new Partition(machine, value(month)))
                .toList();
    }

    /** The machine in whose folder a file lies. */
    static String machineOf(Path file) {
        return value(file.getParent().getParent());
    }

    private static String value(Path folder) {
        return folder.getFileName().toString().replaceFirst("^[a-z]+=", "");
    }

    private static List<Path> children(Path folder, Pattern name) {
        return list(
                folder, child -> name.matcher(child.getFileName().toString()).matches() && Files.isDirectory(child));
    }

    /** The Parquet files of a partition, in the order of their names. */
    public List<Path> files(StoreTable table, Partition partition) {
        return list(
                folder(table, partition),
                file -> NAME.matcher(file.getFileName().toString()).matches());
    }

    static List<Path> list(Path folder, Predicate<Path> taken) {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(taken)
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException | UncheckedIOException e) {
            throw new InputException("folder cannot be read", "check its permissions", Detail.of("path", folder));
        }
    }

    /** Whether a file ends as Parquet files do: one that was cut off does not. A file that is gone is whole: nobody will miss it. */
    static boolean isWhole(Path file) {
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            byte[] end = new byte[2 * MAGIC.length];
            if (open.length() < 3L * MAGIC.length) {
                return false;
            }
            open.seek(open.length() - end.length);
            open.readFully(end);
            int footer = Integer.reverseBytes(ByteBuffer.wrap(end).getInt());
            return Arrays.equals(end, MAGIC.length, end.length, MAGIC, 0, MAGIC.length)
                    && footer > 0
                    && footer <= open.length() - 3L * MAGIC.length;
        } catch (FileNotFoundException e) {
            return !Files.exists(file);
        } catch (IOException e) {
            return false;
        }
    }

    static InputException unwritable(Path path, IOException e) {
        return new InputException(
                "store cannot be written",
                "name another place with --store",
                Detail.of("path", path),
                Detail.reason(e));
    }
}
