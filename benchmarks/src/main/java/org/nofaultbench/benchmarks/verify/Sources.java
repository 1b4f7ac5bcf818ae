// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.util.List;
import org.nofaultbench.nativelib.NofaultLibrary;

/** Everyone who makes experiments, in the order of the output. A new one is a line here. */
public final class Sources {

    /** System property: true leaves the cases in JVMs out, for tests with a stand-in for {@code nofault-verify}. */
    static final String NATIVE_ONLY_PROPERTY = "nofault.verify.native.only";

    private Sources() {}

    public static List<PropertySource> of(NofaultLibrary library) {
        return Boolean.getBoolean(NATIVE_ONLY_PROPERTY) ? inC(library) : List.of(new NativeSource(library), new JvmSource(library));
    }

    /** Only those that need no JVM a case, which an emulated CPU takes minutes to start. */
    public static List<PropertySource> inC(NofaultLibrary library) {
        return List.of(new NativeSource(library));
    }
}
