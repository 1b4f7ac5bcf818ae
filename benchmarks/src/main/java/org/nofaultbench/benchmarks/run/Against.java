// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import org.nofaultbench.nativelib.NofaultLibrary;

/**
 * What the build is compared with.
 *
 * @param file another benchmarks.jar, or another native library
 * @param library which of the two
 */
public record Against(Path file, boolean library) {

    OtherBuild open(NofaultLibrary own) {
        return library ? OtherBuild.ofLibrary(file, own) : OtherBuild.ofJar(file);
    }
}
