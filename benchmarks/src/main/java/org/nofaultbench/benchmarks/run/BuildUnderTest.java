// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.run;

import java.nio.file.Path;
import java.util.List;
import org.nofaultbench.benchmarks.machine.BuildInfo;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Suite;

/**
 * A build that forks are started from.
 *
 * @param classPath of its forks
 * @param nativeFiles folder of its library and its programs
 * @param suite what it says of itself
 */
record BuildUnderTest(String classPath, Path nativeFiles, Suite suite) {

    static BuildUnderTest own(NofaultLibrary library) {
        return new BuildUnderTest(System.getProperty("java.class.path"), library.directory(), BuildInfo.suite(library));
    }

    List<String> jvmArguments() {
        return ForkJvm.filesIn(nativeFiles);
    }
}
