// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.reports.model.Environment;
import org.nofaultbench.reports.model.Suite;
import org.nofaultbench.reports.model.SuiteBuilder;

/** Which build this is, as the build wrote it into the jar. */
public final class BuildInfo {

    /** Resource of every jar of the suite. */
    public static final String GIT = "META-INF/nofault-git.properties";

    private BuildInfo() {}

    public static Suite suite(NofaultLibrary library) {
        return suite(read("/" + GIT), library.sha256(), library.instructionSet());
    }

    /** @param git what the build wrote to {@link #GIT} */
    public static Suite suite(Properties git, String librarySha256, String instructionSet) {
        return SuiteBuilder.builder()
                .version(git.getProperty("git.build.version", "unknown"))
                .commit(git.getProperty("git.commit.id.abbrev", "unknown"))
                .modified(Boolean.parseBoolean(git.getProperty("git.dirty", "false")))
                .librarySha256(librarySha256)
                .instructionSet(instructionSet)
                .build();
    }

    static Environment.Toolchain toolchain() {
        Properties build = read("/META-INF/nofault-native-build.properties");
        String compiler = build.getProperty("compiler");
        return new Environment.Toolchain(
                build.getProperty("libc"), compiler == null ? null : compiler + ", " + build.getProperty("cflags"));
    }

    private static Properties read(String resource) {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream(resource)) {
            if (in != null) {
                properties.load(in);
            }
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a resource of the suite: resource=" + resource, e);
        }
    }
}
