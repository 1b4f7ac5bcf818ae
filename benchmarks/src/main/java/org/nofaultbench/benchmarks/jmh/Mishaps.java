// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nofaultbench.nativelib.Compositor.Mishap;

/** Mishaps as they are typed. */
final class Mishaps {

    private Mishaps() {}

    static Mishap of(String id) {
        List<String> ids = Arrays.stream(Mishap.values()).map(mishap -> mishap.name().toLowerCase(Locale.ROOT)).toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("unknown mishap: mishap=" + id + "; use one of " + ids);
        }
        return Mishap.values()[ids.indexOf(id)];
    }
}
