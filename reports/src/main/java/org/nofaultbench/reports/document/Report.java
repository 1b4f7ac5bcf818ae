// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.RunStatus;

/**
 * A whole report, in no particular format.
 *
 * @param run name of the run
 * @param heading what it is about
 * @param lead what a reader must not miss, the most important sentence first; empty where the sections say it
 * @param subtitle preset, machine, kernel and date in one line
 * @param status whether the run may be believed; heads every rendering
 * @param reasons why not
 * @param warnings what else to know; in every rendering
 * @param facts what was tested, where and how, in brief
 * @param tally the verdicts counted, in a sentence
 * @param overview the answer on one screen: a table and notes, for a page also a chart; empty where the sections say it
 * @param contents the sections in order
 */
public record Report(
        String run,
        String heading,
        List<Sentence> lead,
        String subtitle,
        RunStatus status,
        List<String> reasons,
        List<Sentence> warnings,
        List<Fact> facts,
        Sentence tally,
        Optional<Content> overview,
        List<Content> contents) {

    /**
     * One of the facts at the head.
     *
     * @param name in one word
     * @param value in one line
     */
    public record Fact(String name, Sentence value) {

        public Fact(String name, Object... parts) {
            this(name, Sentence.join(parts));
        }
    }

    /** A page about many runs: it has neither the status nor the conditions of one. */
    public static Report ofManyRuns(
            String title,
            String heading,
            List<Sentence> lead,
            String subtitle,
            List<String> warnings,
            List<Content> contents) {
        return new Report(
                title,
                heading,
                lead,
                subtitle,
                RunStatus.OK,
                List.of(),
                warnings.stream().map(Sentence::join).toList(),
                List.of(),
                Sentence.EMPTY,
                Optional.empty(),
                contents);
    }

    /** The overview, where there is one, and the sections. */
    public Stream<Content> all() {
        return Stream.concat(overview.stream(), contents.stream());
    }
}
