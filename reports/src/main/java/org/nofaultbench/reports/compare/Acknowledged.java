// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.nofaultbench.reports.model.Checks;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * Changes that somebody has seen and accepted, and does not want to be told of again.
 *
 * @param schemaVersion of the file, {@link #SCHEMA_VERSION}
 * @param acknowledged one entry a row
 */
public record Acknowledged(int schemaVersion, List<Entry> acknowledged) {

    public static final int SCHEMA_VERSION = 1;

    /**
     * @param row label of the row, as the comparison prints it in JSON
     * @param ratio how much slower (above 1) or faster (below 1) it may be
     * @param base name of the only base for which it counts; null for every base. A base that moves on has the change in it one
     *     day, and an entry without a name would then excuse the next
     * @param because why it is accepted
     */
    public record Entry(String row, double ratio, String base, String because) {

        public Entry {
            Checks.present(row, "/row");
            Checks.present(because, "/because");
            Checks.that(ratio > 0 && ratio != 1, "ratio must be above 0 and not 1", "/ratio", ratio);
        }

        boolean isFor(String label, List<String> bases) {
            return row.equals(label) && (base == null || bases.contains(base));
        }
    }

    public Acknowledged {
        Checks.that(schemaVersion == SCHEMA_VERSION, "schema version is unknown", "/schemaVersion", schemaVersion);
        Checks.elements(acknowledged, "/acknowledged");
    }

    public static final Acknowledged NOTHING = new Acknowledged(SCHEMA_VERSION, List.of());

    /** The entry that accepts a row's change against one of these bases. */
    public Optional<Entry> of(String label, List<String> bases) {
        return acknowledged.stream().filter(entry -> entry.isFor(label, bases)).findFirst();
    }

    /** Reads and checks a file. A person writes it, so that a slip names its place as a run's does. */
    public static Acknowledged read(Path path) {
        SourceFile file = new SourceFile(path);
        return Json.bind(Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES)), Acknowledged.class);
    }
}
