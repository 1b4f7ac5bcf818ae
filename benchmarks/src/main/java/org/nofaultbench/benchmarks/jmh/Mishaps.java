// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.jmh;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.nofaultbench.nativelib.Compositor.InjectedFault;

/** Mishaps as they are typed. */
final class Mishaps {

    private Mishaps() {}

    static InjectedFault of(String id) {
        List<String> ids = Arrays.stream(InjectedFault.values()).map(mishap -> mishap.name().toLowerCase(Locale.ROOT)).toList();
        if (!ids.contains(id)) {
            throw new IllegalArgumentException("unknown mishap: mishap=" + id + "; use one of " + ids);
        }
        return InjectedFault.values()[ids.indexOf(id)];
    }
}
