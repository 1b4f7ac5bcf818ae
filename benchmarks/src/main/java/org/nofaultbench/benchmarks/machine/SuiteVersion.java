// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Suite;

/** Which build this is, as the build wrote it down. */
public final class SuiteVersion {

    private static final String RESOURCE = "/META-INF/nofault-git.properties";

    private SuiteVersion() {}

    public static Suite of(NofaultLibrary library) {
        Properties git = read();
        return new Suite(
                git.getProperty("git.build.version", "unknown"),
                git.getProperty("git.commit.id.abbrev", "unknown"),
                Boolean.parseBoolean(git.getProperty("git.dirty", "false")),
                library.sha256(),
                library.instructionSet());
    }

    private static Properties read() {
        Properties git = new Properties();
        try (InputStream in = SuiteVersion.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                git.load(in);
            }
            return git;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a resource of the suite: resource=" + RESOURCE, e);
        }
    }
}
