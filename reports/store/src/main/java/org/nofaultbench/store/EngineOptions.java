// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** What every command of a store takes: where it lies and what the engine may use. */
final class EngineOptions {

    @Option(names = "--store", paramLabel = "DIR", required = true, description = "Folder of the store.")
    private Path store;

    @Option(
            names = "--engine-memory",
            paramLabel = "SIZE",
            description = "What DuckDB may use before it writes to the temporary folder, such as 2GB. Default: 1GB.")
    private String memory;

    @Option(names = "--engine-threads", paramLabel = "N", description = "Threads of DuckDB. Default: one for each CPU.")
    private Integer threads;

    @Option(
            names = "--engine-temp",
            paramLabel = "DIR",
            description = "Temporary folder of DuckDB. Default: nofault-store in java.io.tmpdir.")
    private Path temporary;

    StoreFolder store() {
        return new StoreFolder(store);
    }

    DuckDb.Limits limits() {
        DuckDb.Limits usual = DuckDb.Limits.usual();
        return new DuckDb.Limits(
                memory == null ? usual.memory() : memory,
                threads == null ? usual.threads() : Math.max(1, threads),
                temporary == null ? usual.temporary() : temporary);
    }

    DuckDb open() {
        return DuckDb.open(limits());
    }
}
