// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.input;

import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;

/** A store and its engine, which another jar has: found by {@link ServiceLoader}. */
public interface StoreProvider {

    /**
     * New instances of picocli commands. One that has the name of a command of {@code reports.jar} is taken in its place where
     * the command line has {@code --store}.
     */
    List<Object> commands();

    /**
     * The runs that a user describes, the oldest first; at least one.
     *
     * @param store its folder
     * @param base such as {@code last 5 of machine lab3}
     * @param selection which rows are wanted
     */
    List<RunInput> select(Path store, String base, RowSelection selection);

    /** The same by the engine that this program has. */
    static List<RunInput> selectFrom(Path store, String base, RowSelection selection) {
        return ServiceLoader.load(StoreProvider.class)
                .findFirst()
                .orElseThrow(() -> new InputException(
                        "this program reads no store", "use store.jar, which has an engine", Detail.of("store", store)))
                .select(store, base, selection);
    }
}
