// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.cli;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** JMH's own output, with a count of the benchmarks that were started. */
final class CountingFormat {

    private final OutputFormat jmhs;
    private int started;

    private CountingFormat(OutputFormat jmhs) {
        this.jmhs = jmhs;
    }

    static CountingFormat on(PrintStream out, VerboseMode verbosity) {
        return new CountingFormat(OutputFormatFactory.createFormatInstance(out, verbosity));
    }

    int started() {
        return started;
    }

    /** A proxy, because the interface has fifteen methods and one of them matters. */
    OutputFormat proxy() {
        return (OutputFormat) Proxy.newProxyInstance(
                OutputFormat.class.getClassLoader(), new Class<?>[] {OutputFormat.class}, this::call);
    }

    private Object call(Object proxy, Method method, Object[] arguments) throws Throwable {
        if (method.getName().equals("startBenchmark")) {
            started++;
        }
        try {
            return method.invoke(jmhs, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
