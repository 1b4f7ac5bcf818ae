// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import org.nofaultbench.nativelib.NofaultLibrary;

/**
 * The build that this one is compared with.
 *
 * @param file another benchmarks.jar, or another native library
 * @param isLibrary which of the two
 */
public record BaselineFile(Path file, boolean isLibrary) {

    BaselineBuild open(NofaultLibrary own) {
        return isLibrary ? BaselineBuild.ofLibrary(file, own) : BaselineBuild.ofJar(file);
    }
}
