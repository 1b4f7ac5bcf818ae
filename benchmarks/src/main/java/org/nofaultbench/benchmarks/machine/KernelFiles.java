// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
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

    private static final int NT_GNU_BUILD_ID = 3;
    private static final byte[] OWNER = "GNU\0".getBytes(StandardCharsets.US_ASCII);
    private static final int HEADER_BYTES = 3 * Integer.BYTES;

    public static KernelFiles ofThisMachine() {
        return new KernelFiles(Path.of("/"));
    }

    public boolean exists(String file) {
        return Files.exists(root.resolve(file));
    }

    public Optional<String> text(String file) {
        return bytes(file).map(bytes -> new String(bytes, StandardCharsets.UTF_8).strip());
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

    /** Whether the file holds a 1; empty where it holds no number. */
    public Optional<Boolean> flag(String file) {
        return number(file).map(number -> number == 1);
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
        names(folder).forEach(name -> text(folder + "/" + name).ifPresent(text -> texts.put(name, text)));
        return texts;
    }

    /** The number in one file of each of a folder's folders, where it holds one: {@code folder/<child>/file}. */
    public LongStream numbers(String folder, String child, String file) {
        return names(folder).stream()
                .filter(name -> name.matches(child))
                .flatMap(name -> number(folder + "/" + name + "/" + file).stream())
                .mapToLong(Long::longValue);
    }

    private List<String> names(String folder) {
        try (Stream<Path> files = Files.list(root.resolve(folder))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            return List.of();
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

    /** Of the kernel that runs, such as {@code 6.18.0}. */
    public Optional<String> kernelRelease() {
        return text("proc/sys/kernel/osrelease");
    }

    /** Of the kernel that runs, in hexadecimal; empty where it does not show one. */
    public Optional<String> kernelBuildId() {
        return bytes("sys/kernel/notes").flatMap(KernelFiles::buildId);
    }

    /** The GNU build id in ELF notes (elf(5), NT_GNU_BUILD_ID) in hexadecimal; empty where they hold none or are cut short. */
    static Optional<String> buildId(byte[] notes) {
        ByteBuffer at = ByteBuffer.wrap(notes).order(ByteOrder.nativeOrder());
        while (at.remaining() >= HEADER_BYTES) {
            int ownerBytes = at.getInt();
            int contentBytes = at.getInt();
            int type = at.getInt();
            if (ownerBytes < 0 || contentBytes < 0 || padded(ownerBytes) + padded(contentBytes) > at.remaining()) {
                return Optional.empty();
            }
            int content = at.position() + (int) padded(ownerBytes);
            if (type == NT_GNU_BUILD_ID
                    && ByteBuffer.wrap(notes, at.position(), ownerBytes).equals(ByteBuffer.wrap(OWNER))) {
                return Optional.of(HexFormat.of().formatHex(notes, content, content + contentBytes));
            }
            at.position(content + (int) padded(contentBytes));
        }
        return Optional.empty();
    }

    private static long padded(int bytes) {
        return (bytes + 3L) & ~3L;
    }
}
