// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.jmh;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.Json;
import org.nofaultbench.reports.model.Limits;
import org.nofaultbench.reports.model.SourceFile;

/**
 * A file that JMH wrote with {@code -rf json}, of any project and of any version from 1.10 on. It comes from strangers as a run
 * folder does, and is refused with one line where it is not whole.
 */
public final class JmhFile {

    private JmhFile() {}

    public static List<JmhEntry> read(Path path) {
        SourceFile file = new SourceFile(path);
        List<JmhEntry> entries = new ArrayList<>();
        Json.elements(file, file.bytes(Limits.JMH_BYTES), document -> {
            if (entries.size() >= Limits.ENTRIES) {
                throw file.refused("too many results", "split the file", Detail.of("limit", Limits.ENTRIES));
            }
            entries.add(new JmhEntryReader(document).entry());
        });
        if (entries.isEmpty()) {
            throw file.refused("file holds no result", "name a file that JMH wrote with -rf json");
        }
        return List.copyOf(entries);
    }
}
