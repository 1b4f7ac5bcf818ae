// SPDX-License-Identifier: MIT
package org.nofaultbench.store;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the JVM enters {@code store.jar}: what follows runs in an {@link EngineLoader}, which starts to load the engine while the
 * command line is read.
 */
public final class StoreMain {

    private StoreMain() {}

    public static void main(String[] args) throws Throwable {
        Path jar = Path.of(StoreMain.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        EngineLoader loader = EngineLoader.of(jar, EngineLoader.userCache());
        Thread.currentThread().setContextClassLoader(loader);
        if (List.of(args).contains("--store")) {
            loader.loadEngine();
        }
        Class<?> program = loader.loadClass("org.nofaultbench.reports.ReportCli");
        MethodHandles.publicLookup()
                .findStatic(program, "main", MethodType.methodType(void.class, String[].class))
                .invoke((Object) args);
    }
}
