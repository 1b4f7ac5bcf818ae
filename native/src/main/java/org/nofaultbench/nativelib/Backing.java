// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a client's file is made of; {@code enum nfb_backing}, whose order this is. */
public enum Backing implements NamedConstant {
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

    /** The backing of that id; an unknown one is an {@link IllegalArgumentException}. */
    public static Backing ofId(String id) {
        return NamedConstant.parse(Backing.class, "backing", "backing", id);
    }

    /** Whether its files can be sealed. */
    public boolean isMemfd() {
        return this == MEMFD || this == THP_MEMFD;
    }

    /** Why this machine has no such file of {@code bytes}; empty where it has. */
    public Optional<String> skipReason(long bytes) {
        return switch (this) {
            case MEMFD -> Optional.empty();
            case TMPFS -> in(SHARED_MEMORY, true, bytes);
            case THP_MEMFD -> hugePages();
            case FILE -> in(DISK, false, bytes);
        };
    }

    private static Optional<String> in(Path folder, boolean inMemory, long neededBytes) {
        try {
            if (!Files.isWritable(folder)
                    || IN_MEMORY.contains(Files.getFileStore(folder).type()) != inMemory) {
                return Optional.of((inMemory ? "no tmpfs" : "no filesystem on a disk") + ": folder=" + folder);
            }
            long freeBytes = Files.getFileStore(folder).getUsableSpace();
            return freeBytes >= neededBytes
                    ? Optional.empty()
                    : Optional.of("too little room: folder=" + folder + ", freeBytes=" + freeBytes + ", neededBytes="
                            + neededBytes + "; free space there, or mount it larger");
        } catch (IOException e) {
            return Optional.of("cannot be read: folder=" + folder);
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
