// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.machine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.nofaultbench.reports.model.Environment;

/** What the native module's build wrote down about itself. */
public final class NativeBuild {

    private static final String RESOURCE = "/META-INF/nofault-native-build.properties";

    private NativeBuild() {}

    public static Environment.Toolchain toolchain() {
        Properties build = new Properties();
        try (InputStream in = NativeBuild.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                build.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read a resource of the suite: resource=" + RESOURCE, e);
        }
        String compiler = build.getProperty("compiler");
        String flags = build.getProperty("cflags");
        return new Environment.Toolchain(
                build.getProperty("libc"), compiler == null ? null : compiler + ", " + flags);
    }
}
