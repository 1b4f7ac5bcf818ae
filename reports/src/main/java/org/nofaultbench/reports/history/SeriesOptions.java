// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.history;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options of every command that follows series, of a folder, a store or on a cluster. */
public final class SeriesOptions {

    @Option(
            names = "--commits",
            paramLabel = "PATH",
            description =
                    "Order runs by commit, as a git checkout or a file lists them (git log --reverse --format=%%H, the"
                            + " oldest first); runs of other commits by time. Default: by time.")
    private Path commits;

    @Option(
            names = "--rename",
            paramLabel = "FILE",
            description = "Benchmarks that were renamed: lines of OLD -> NEW, each a name or its beginning.")
    private Path renames;

    public CommitList commits() {
        return commits == null ? CommitList.NONE : CommitList.read(commits);
    }

    public Renames renames() {
        return renames == null ? Renames.NONE : Renames.read(renames);
    }
}
