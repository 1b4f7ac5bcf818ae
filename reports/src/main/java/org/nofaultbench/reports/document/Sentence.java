// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Prose with figures in it.
 *
 * @param parts strings and {@link Value}s, in order
 */
public record Sentence(List<Object> parts) {

    public static final Sentence EMPTY = new Sentence(List.of());

    public Sentence {
        parts = List.copyOf(parts);
    }

    /** Words, figures and sentences one after another; what is none of the three is printed as a string. */
    public static Sentence join(Object... parts) {
        List<Object> flat = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof Sentence sentence) {
                flat.addAll(sentence.parts);
            } else if (!part.equals("")) {
                flat.add(part instanceof Value ? part : String.valueOf(part));
            }
        }
        return new Sentence(flat);
    }

    /** A template in which each {@code {}} stands for the next of the parts, which are as for {@link #join}. */
    public static Sentence of(String template, Object... parts) {
        String[] words = template.split("\\{}", -1);
        if (words.length != parts.length + 1) {
            throw new IllegalArgumentException("parts do not fit the template: " + template);
        }
        List<Object> all = new ArrayList<>(List.of(words[0]));
        for (int i = 0; i < parts.length; i++) {
            all.add(parts[i]);
            all.add(words[i + 1]);
        }
        return join(all.toArray());
    }

    /** {@code 1 cell}, {@code 2 cells}. */
    public static Sentence counted(Value count, String one, String many) {
        return join(count, " ", count.value() == 1 ? one : many);
    }

    /** Several, with the same string between any two. */
    public static Sentence list(String separator, Collection<?> parts) {
        List<Object> all = new ArrayList<>();
        parts.forEach(part -> {
            if (!all.isEmpty()) {
                all.add(separator);
            }
            all.add(part);
        });
        return join(all.toArray());
    }

    /** Up to the first place where its words hold this, with the first character of it; all where they do not. */
    public Sentence upTo(String end) {
        List<Object> start = new ArrayList<>();
        for (Object part : parts) {
            int at = part instanceof String words ? words.indexOf(end) : -1;
            start.add(at < 0 ? part : ((String) part).substring(0, at + 1));
            if (at >= 0) {
                break;
            }
        }
        return new Sentence(start);
    }

    public List<Value> values() {
        return parts.stream()
                .filter(Value.class::isInstance)
                .map(Value.class::cast)
                .toList();
    }

    /** As it is printed. */
    public String text() {
        return parts.stream()
                .map(part -> part instanceof Value value ? value.text() : (String) part)
                .collect(Collectors.joining());
    }

    public boolean isEmpty() {
        return parts.isEmpty();
    }

    @Override
    public String toString() {
        return text();
    }
}
