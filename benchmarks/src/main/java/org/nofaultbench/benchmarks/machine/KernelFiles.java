// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Reads files of {@code /proc} and {@code /sys} below a root; what is not there is empty. */
public record KernelFiles(Path root) {

    private static final Pattern CHOSEN = Pattern.compile("\\[([^\\]]+)\\]");

    public static KernelFiles ofThisMachine() {
        return new KernelFiles(Path.of("/"));
    }

    public boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    public Optional<String> text(String file) {
        try {
            return Optional.of(Files.readString(root.resolve(file)).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public Optional<byte[]> bytes(String file) {
        try {
            return Optional.of(Files.readAllBytes(root.resolve(file)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** A whole number, or empty where the file holds none. */
    public Optional<Long> number(String file) {
        return text(file).filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    public List<String> lines(String file) {
        return text(file).map(text -> text.lines().toList()).orElse(List.of());
    }

    /** The bracketed one of {@code always [madvise] never}. */
    public Optional<String> choice(String file) {
        return text(file).map(CHOSEN::matcher).filter(Matcher::find).map(matcher -> matcher.group(1));
    }

    /** File name to text, of every readable file in a folder. */
    public Map<String, String> folder(String folder) {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            files.forEach(file -> {
                String name = file.getFileName().toString();
                text(folder + "/" + name).ifPresent(text -> texts.put(name, text));
            });
        } catch (IOException e) {
            return Map.of();
        }
        return texts;
    }

    /** The number in one file of each of a folder's folders, where it holds one: {@code folder/<child>/file}. */
    public LongStream numbers(String folder, String child, String file) {
        try (Stream<Path> children = Files.list(root.resolve(folder))) {
            long[] found = children.map(path -> path.getFileName().toString())
                    .filter(name -> name.matches(child))
                    .flatMap(name -> number(folder + "/" + name + "/" + file).stream())
                    .mapToLong(Long::longValue)
                    .toArray();
            return LongStream.of(found);
        } catch (IOException e) {
            return LongStream.empty();
        }
    }

    /** The value behind {@code key} and a colon, of the first line that has it. */
    public Optional<String> value(String file, String key) {
        return lines(file).stream()
                .filter(line -> line.startsWith(key)
                        && line.substring(key.length()).strip().startsWith(":"))
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .findFirst();
    }

    /** A line of {@code /proc/meminfo}, which counts in KiB. */
    public Optional<Long> memoryBytes(String key) {
        return value("proc/meminfo", key).map(value -> Long.parseLong(value.split(" ")[0]) * 1024);
    }
}
