// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client's file is made of; {@code enum nfb_backing}, whose order this is. */
public enum Backing {
    MEMFD,
    /** An unlinked file in {@code /dev/shm}. */
    TMPFS,
    /** A memfd whose mappings ask for huge pages. */
    THP_MEMFD,
    /** An unlinked file in {@code /var/tmp}. */
    FILE;

    private static final Path SHARED_MEMORY = Path.of("/dev/shm");
    private static final Path DISK = Path.of("/var/tmp");
    private static final Path HUGE_PAGES = Path.of("/sys/kernel/mm/transparent_hugepage/shmem_enabled");
    private static final Pattern CHOICE = Pattern.compile("\\[(.*)]");
    private static final Set<String> IN_MEMORY = Set.of("tmpfs", "ramfs");

    /** As it is spelled in parameters, such as {@code thp-memfd}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The backing of that id; an unknown one is an {@link IllegalArgumentException}. */
    public static Backing of(String id) {
        List<String> ids = Arrays.stream(values()).map(Backing::id).toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("unknown backing: backing=" + id + "; use one of " + ids);
        }
        return values()[ids.indexOf(id)];
    }

    /** Whether its files can be sealed. */
    public boolean isMemfd() {
        return this == MEMFD || this == THP_MEMFD;
    }

    /** Why this machine has no such file of {@code bytes}; empty where it has. */
    public Optional<String> skipReason(long bytes) {
        return switch (this) {
            case MEMFD -> Optional.empty();
            case TMPFS ->
                filesystem(SHARED_MEMORY).filter(IN_MEMORY::contains).isPresent()
                        ? tooSmall(SHARED_MEMORY, bytes)
                        : Optional.of("no tmpfs: folder=" + SHARED_MEMORY);
            case THP_MEMFD -> hugePages();
            case FILE ->
                filesystem(DISK).filter(type -> !IN_MEMORY.contains(type)).isPresent()
                        ? tooSmall(DISK, bytes)
                        : Optional.of("no filesystem on a disk: folder=" + DISK);
        };
    }

    private static Optional<String> tooSmall(Path folder, long bytes) {
        try {
            long freeBytes = Files.getFileStore(folder).getUsableSpace();
            return freeBytes >= bytes
                    ? Optional.empty()
                    : Optional.of("too little room: folder=" + folder + ", freeBytes=" + freeBytes + ", neededBytes="
                            + bytes + "; free space there, or mount it larger");
        } catch (IOException e) {
            return Optional.of("cannot be read: folder=" + folder);
        }
    }

    private static Optional<String> filesystem(Path folder) {
        try {
            return Files.isWritable(folder)
                    ? Optional.of(Files.getFileStore(folder).type())
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The kernel's Documentation/admin-guide/mm/transhuge.rst: what it gives on request, and what always. */
    private static Optional<String> hugePages() {
        String choice = chosen();
        return Set.of("always", "within_size", "advise", "force").contains(choice)
                ? Optional.empty()
                : Optional.of("shared memory has no huge pages here: shmem_enabled=" + choice);
    }

    private static String chosen() {
        try {
            Matcher choice = CHOICE.matcher(Files.readString(HUGE_PAGES));
            return choice.find() ? choice.group(1) : "unknown";
        } catch (IOException e) {
            return "unknown";
        }
    }
}
