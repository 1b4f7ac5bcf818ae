// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.nio.file.Path;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.JsonDocument;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.Required;
import org.nofaultbench.reports.model.SourceFile;

/** Reads and checks a file of acknowledged changes. A person writes it, so that a slip names its place as a run's does. */
public final class AcknowledgedFile {

    private AcknowledgedFile() {}

    public static Acknowledged read(Path path) {
        SourceFile file = new SourceFile(path);
        JsonDocument document = Json.parse(file, 0, file.bytes(Limits.DOCUMENT_BYTES));
        Acknowledged read = Json.bind(document, Acknowledged.class);
        Required required = new Required(document);
        required.present(read, "");
        required.that(read.schemaVersion() == Acknowledged.SCHEMA_VERSION, "schema version is unknown", "/schemaVersion",
                read.schemaVersion());
        required.present(read.acknowledged(), "/acknowledged");
        for (int i = 0; i < read.acknowledged().size(); i++) {
            check(read.acknowledged().get(i), required, "/acknowledged/" + i);
        }
        return read;
    }

    private static void check(Acknowledged.Entry entry, Required required, String at) {
        required.present(entry, at);
        required.present(entry.row(), at + "/row");
        required.present(entry.because(), at + "/because");
        required.that(entry.ratio() > 0 && entry.ratio() != 1, "ratio must be above 0 and not 1", at + "/ratio", entry.ratio());
    }
}
