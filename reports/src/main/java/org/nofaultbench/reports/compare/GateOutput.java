// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.compare;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.nofaultbench.reports.cli.OutputFile;
import picocli.CommandLine.Option;

/** In which forms a comparison is written, and where to. */
final class GateOutput {

    /** Forms of a comparison. */
    enum Form {
        TEXT,
        MARKDOWN,
        JSON,
        JUNIT;

        String of(ComparisonResult gate) {
            return switch (this) {
                case TEXT -> GateText.of(GateReport.of(gate));
                case MARKDOWN -> GateMarkdown.of(GateReport.of(gate));
                case JSON -> GateJson.of(gate);
                case JUNIT -> GateJunit.of(GateReport.of(gate));
            };
        }
    }

    @Option(names = "--format", paramLabel = "FORM", defaultValue = "text",
            description = "What is printed: text, markdown, json or junit. Default: ${DEFAULT-VALUE}.")
    private Form printed;

    @Option(names = "--write", paramLabel = "FORM=FILE", description = "Also writes that form into a file; may be repeated.")
    private final Map<Form, Path> files = new LinkedHashMap<>();

    void write(ComparisonResult gate, PrintWriter out) {
        files.forEach((form, file) -> OutputFile.write(file, form.of(gate)));
        out.print(printed.of(gate));
        out.flush();
    }
}
