// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The loaded C library: where it lies, what its hot loop was compiled for, and its registry of strategies. */
public final class NofaultLibrary {

    /**
     * System property that names the one strategy that a fork asks for. The others are then not there: to probe them all takes a
     * child process, a ring of io_uring and another library, in each fork.
     */
    public static final String STRATEGY_PROPERTY = "nofault.strategy";

    private static final int ENOENT = 2;

    private final Path directory;
    private static NofaultLibrary loaded;

    private final List<StrategyLibrary> strategyLibraries;
    private final List<StrategyInfo> strategies;

    private NofaultLibrary(Path directory) {
        this.directory = directory;
        try {
            NativeFiles.prepareJna();
            LibNofault.bind(NativeLibrary.getInstance(file().toString()));
        } catch (LinkageError | IllegalCallerException e) {
            throw new UnusableLibraryException(
                    "the native library does not load: file=" + file() + ", reason="
                            + String.valueOf(e.getMessage() == null ? e.getCause() : e.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse("")
                            + "; build the suite on this machine, and on JDK 24 or later allow native access",
                    e);
        }
        this.strategyLibraries = StrategyLibrary.loadNamed();
        this.strategies = withNotes(readRegistry());
    }

    /**
     * Loads the library once for this process, and the strategy libraries that are named; loading it installs no signal
     * handler. What cannot be loaded is an {@link UnusableLibraryException}.
     */
    public static synchronized NofaultLibrary load() {
        if (loaded == null) {
            loaded = new NofaultLibrary(NativeFiles.directory());
        }
        return loaded;
    }

    /** The shared library's file; hand it to a fork with {@link NativeFiles#DIRECTORY_PROPERTY}. */
    public Path file() {
        return directory.resolve(NativeFiles.LIBRARY);
    }

    /** The folder that holds the library and the programs. */
    public Path directory() {
        return directory;
    }

    /** One of the programs. A folder that was given by name may lack all but the client's. */
    public Path program(NativeFiles.Program program) {
        return directory.resolve(program.fileName());
    }

    /**
     * SHA-256 of the library file, in lower-case hexadecimal; with strategy libraries, of these behind it: what was measured
     * or proven with others is another build's.
     */
    public String sha256() {
        List<Path> measured = new ArrayList<>(List.of(file()));
        strategyLibraries.forEach(library -> measured.add(library.file()));
        return NativeFiles.sha256(measured);
    }

    /** Of the {@code sum} loop in use: {@code avx512}, {@code avx2}, {@code neon} or {@code baseline}. */
    public String instructionSet() {
        return LibNofault.nfb_instruction_set().getString(0);
    }

    /** Every strategy in registry order, also those that cannot run here; in a fork with {@link #STRATEGY_PROPERTY} that one. */
    public List<StrategyInfo> strategies() {
        return strategies;
    }

    public Optional<StrategyInfo> strategy(String id) {
        return strategies.stream().filter(s -> s.id().equals(id)).findFirst();
    }

    /** The rows of the strategy libraries are the last, in the order of loading; a fork, which has one row, needs no notes. */
    private List<StrategyInfo> withNotes(List<StrategyInfo> rows) {
        if (System.getProperty(STRATEGY_PROPERTY) != null) {
            return List.copyOf(rows);
        }
        int index = rows.size()
                - strategyLibraries.stream()
                        .mapToInt(StrategyLibrary::strategies)
                        .sum();
        for (StrategyLibrary library : strategyLibraries) {
            for (int last = index + library.strategies(); index < last; index++) {
                rows.set(index, rows.get(index).withNote(library.note()));
            }
        }
        return List.copyOf(rows);
    }

    private static List<StrategyInfo> readRegistry() {
        String only = System.getProperty(STRATEGY_PROPERTY);
        int first = only == null ? 0 : LibNofault.nfb_strategy_index(only);
        List<StrategyInfo> rows = new ArrayList<>();
        if (first == -ENOENT) {
            return rows;
        }
        try (Memory info = new Memory(StrategyLayout.BYTES)) {
            for (int index = first; only == null || index == first; index++) {
                int result = LibNofault.nfb_strategy_at(index, info);
                if (result == -ENOENT) {
                    return rows;
                }
                NativeException.check(result, "read of the strategy registry", "index=" + index, 0);
                rows.add(StrategyLayout.read(index, info));
            }
        }
        return rows;
    }

    /** {@code struct nfb_strategy_info}. */
    private static final class StrategyLayout {
        private static final int ID = 0;
        private static final int NAME = 32;
        private static final int SUMMARY = 96;
        private static final int SKIP_REASON = 288;
        private static final int NOTE = 480;
        private static final int FAMILY = 672;
        private static final int TRAITS = 676;
        private static final int BYTES = 680;

        static StrategyInfo read(int index, Memory info) {
            return new StrategyInfo(
                    index,
                    info.getString(ID),
                    info.getString(NAME, StandardCharsets.UTF_8.name()),
                    Family.values()[info.getInt(FAMILY)],
                    info.getString(SUMMARY, StandardCharsets.UTF_8.name()),
                    Trait.ofBits(info.getInt(TRAITS)),
                    StructBuilder.text(info, SKIP_REASON),
                    StructBuilder.text(info, NOTE));
        }
    }
}
