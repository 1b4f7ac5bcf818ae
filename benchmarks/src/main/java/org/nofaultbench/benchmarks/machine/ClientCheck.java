// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.util.Optional;
import org.nofaultbench.benchmarks.failure.UserError;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NativeException;
import org.nofaultbench.nativelib.NofaultLibrary;

/** Whether a client starts and draws here. Where it does not, no strategy can be measured or proven. */
public final class ClientCheck {

    private static final long POOL_BYTES = 1 << 16;

    private ClientCheck() {}

    /** One line that says why no client runs and what to try; empty where one does. */
    public static Optional<String> problem(NofaultLibrary library) {
        try (Client client = Client.start(library, POOL_BYTES, false)) {
            client.draw(1);
            return Optional.empty();
        } catch (NativeException e) {
            return Optional.of("no client runs on this machine: reason=" + e.getMessage() + "; it needs memfd_create");
        }
    }

    /** Ends the command where none runs; returns the library. */
    public static NofaultLibrary require(NofaultLibrary library) {
        problem(library).ifPresent(problem -> {
            throw new UserError(problem);
        });
        return library;
    }
}
