// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.model.Checks;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;
import org.nofaultbench.reports.stats.BetweenForks;
import org.nofaultbench.reports.stats.BetweenRuns;
import org.nofaultbench.reports.stats.Interval;
import org.nofaultbench.reports.stats.Judgement;
import org.nofaultbench.reports.stats.Margin;
import org.nofaultbench.reports.stats.Verdict;

/**
 * By what two runs are judged.
 *
 * @param margin what counts as the same
 * @param betweenRuns what two runs of one build may differ by where they do not show it
 * @param betweenForks what forks of one build may differ by where there are too few to show it
 * @param failOn which change stops
 * @param strict whether what could not be decided stops as well
 * @param allowMissing whether a row that the base has may be missing from the new run
 * @param machine where JMH files were measured; empty where nobody said so
 * @param acknowledged changes that were accepted and are not to be reported again
 */
public record ComparisonRules(
        Margin margin,
        BetweenRuns betweenRuns,
        BetweenForks betweenForks,
        FailurePolicy failOn,
        boolean strict,
        boolean allowMissing,
        Optional<String> machine,
        List<Acknowledgement> acknowledged) {

    /** The entry that accepts a row's change against one of these bases. */
    Optional<Acknowledgement> acknowledgement(String label, List<String> bases) {
        return acknowledged.stream()
                .filter(entry -> entry.row().equals(label) && (entry.base() == null || bases.contains(entry.base())))
                .findFirst();
    }

    /** Which change stops a comparison. */
    public enum FailurePolicy {
        SLOWER,
        FASTER,
        ANY,
        NONE;

        boolean stops(Verdict verdict) {
            return switch (this) {
                case SLOWER -> verdict == Verdict.SLOWER;
                case FASTER -> verdict == Verdict.FASTER;
                case ANY -> verdict == Verdict.SLOWER || verdict == Verdict.FASTER;
                case NONE -> false;
            };
        }
    }

    /**
     * An accepted change of one row.
     *
     * @param row label of the row, as the comparison prints it in JSON
     * @param ratio how much slower (above 1) or faster (below 1) it may be
     * @param base name of the only base for which it counts; null for every base. A base that moves on has the change in it one
     *     day, and an entry without a name would then excuse the next
     * @param because why it is accepted
     */
    public record Acknowledgement(String row, double ratio, String base, String because) {

        public Acknowledgement {
            Checks.present(row, "/row");
            Checks.present(because, "/because");
            Checks.that(ratio > 0 && ratio != 1, "ratio must be above 0 and not 1", "/ratio", ratio);
        }

        /** Whether a change is no larger than this: its interval does not lie wholly beyond this and the margin. */
        boolean covers(Judgement judgement, Margin margin) {
            Interval most = new Interval(
                    ratio * margin.band().low(), ratio * margin.band().high());
            boolean isBeyond = judgement
                    .ratio()
                    .interval()
                    .filter(ends -> ratio > 1 ? ends.isAbove(most.high()) : ends.isBelow(most.low()))
                    .isPresent();
            return judgement.verdict() == (ratio > 1 ? Verdict.SLOWER : Verdict.FASTER) && !isBeyond;
        }

        /** Reads and checks a file of them. A person writes it, so that a slip names its place as a run's does. */
        static List<Acknowledgement> read(Path path) {
            SourceFile file = new SourceFile(path);
            return Json.bind(Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES)), Document.class)
                    .acknowledged();
        }

        private record Document(int schemaVersion, List<Acknowledgement> acknowledged) {

            Document {
                Checks.that(schemaVersion == 1, "schema version is unknown", "/schemaVersion", schemaVersion);
                Checks.elements(acknowledged, "/acknowledged");
            }
        }
    }
}
