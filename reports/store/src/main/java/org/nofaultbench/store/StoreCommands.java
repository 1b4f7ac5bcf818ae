// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.util.List;
import org.nofaultbench.reports.cli.CommandProvider;

/** The commands that {@code store.jar} has beside those of {@code reports.jar}. */
public final class StoreCommands implements CommandProvider {

    @Override
    public List<Object> commands() {
        return List.of(new AddCommand(), new CompactCommand(), new StoreHistoryCommand(), new GenerateCommand());
    }
}
