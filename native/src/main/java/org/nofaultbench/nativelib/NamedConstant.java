// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A constant of an enum with the spelling that parameters and result files have for it, such as {@code thp-memfd}. */
public interface NamedConstant {

    String name();

    default String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> idsOf(Class<? extends NamedConstant> type) {
        return Arrays.stream(type.getEnumConstants()).map(NamedConstant::id).toList();
    }

    /**
     * The constant of that id; an unknown one is an {@link IllegalArgumentException}.
     *
     * @param what such as {@code read loop}
     * @param parameter whose value the id is
     */
    static <E extends NamedConstant> E parse(Class<E> type, String what, String parameter, String id) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown " + what + ": " + parameter + "=" + id + "; use one of " + idsOf(type)));
    }
}
