// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** Runs of a store, which another jar reads: found by {@link ServiceLoader}. */
public interface StoredRuns {

    /**
     * The runs that a user describes, the oldest first; at least one.
     *
     * @param store its folder
     * @param base such as {@code last 5 of machine lab3}
     * @param selection which rows are wanted
     */
    List<RunInput> select(Path store, String base, RowSelection selection);

    /** The engine that this program has. */
    static StoredRuns ofThisProgram(Path store) {
        return ServiceLoader.load(StoredRuns.class)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "this program reads no store",
                        "use store.jar, which has an engine",
                        Detail.of("store", store)));
    }
}
