// SPDX-License-Identifier: MIT
package org.nofaultbench.reports.evidence;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.nofaultbench.reports.model.Detail;
import org.nofaultbench.reports.model.InputException;
import org.nofaultbench.reports.model.RunFolder;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What commands take that set two kernels side by side: beside the first run those of the other boots. */
final class KernelBoots {

    @Parameters(
            index = "0+",
            arity = "0..*",
            paramLabel = "BOOT",
            description = "Runs of further boots of the unpatched kernel, beside --patched.")
    private List<Path> unpatched = List.of();

    @Option(
            names = "--patched",
            paramLabel = "RUN",
            description = "A run of the same suite on the patched kernel; RUN is then the unpatched one's. Once for each boot.")
    private List<Path> patched = List.of();

    boolean areOfTwoKernels() {
        if (patched.isEmpty() && !unpatched.isEmpty()) {
            throw new InputException("boots of one kernel alone are compared with nothing",
                    "name those of the patched kernel with --patched", Detail.of("boots", unpatched.size() + 1));
        }
        return !patched.isEmpty();
    }

    /** In the order given. */
    List<RunFolder> unpatched(RunFolder first) {
        return Stream.concat(Stream.of(first), unpatched.stream().map(RunFolder::locate)).toList();
    }

    List<RunFolder> patched() {
        return patched.stream().map(RunFolder::locate).toList();
    }
}
