// SPDX-License-Identifier: MIT
package org.nofaultbench.nativelib;

import java.util.Optional;
import java.util.Set;

/**
 * One row of the native registry.
 *
 * @param index position in the registry, which is also the display order
 * @param id spelling used everywhere, such as {@code guard-pool}
 * @param name what a reader of a report sees
 * @param family kind of answer
 * @param summary one sentence: how it reads
 * @param traits what it declares of itself
 * @param skipReason why it cannot run on this machine; empty where it can
 * @param note what a reader of its figures must know of this machine; usually empty
 */
public record StrategyInfo(
        int index,
        String id,
        String name,
        Family family,
        String summary,
        Set<Trait> traits,
        Optional<String> skipReason,
        Optional<String> note) {

    public StrategyInfo {
        traits = Set.copyOf(traits);
    }

    StrategyInfo withNote(String text) {
        return new StrategyInfo(index, id, name, family, summary, traits, skipReason, Optional.of(text));
    }

    public boolean runsHere() {
        return skipReason.isEmpty();
    }

    /** Whether it is of a shared library that the user named. */
    public boolean isOfStrategyLibrary() {
        return note.filter(text -> text.startsWith(StrategyLibrary.NOTE)).isPresent();
    }

    public boolean has(Trait trait) {
        return traits.contains(trait);
    }
}
