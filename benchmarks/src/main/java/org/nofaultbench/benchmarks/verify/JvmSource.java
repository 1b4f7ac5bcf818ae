// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.benchmarks.trial.JvmPropertySource;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observation;

/** The experiments that need a JVM, each in a child of its own. */
final class JvmSource implements PropertySource {

    /** A JVM that crashes writes its hs_err file for seconds, beside another on the same core. */
    private static final long LIMIT_S = 60;

    private static final int RECOVERIES_PER_S = 500;

    private final NofaultLibrary library;
    private JvmPropertySource cases;

    JvmSource(NofaultLibrary library) {
        this.library = library;
    }

    /** Those in C too: what becomes of a JVM that uses one is tried here. */
    @Override
    public Set<String> strategies() {
        return StrategyList.rows(library).stream()
                .map(StrategyInfo::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public Set<String> properties() {
        return Arrays.stream(Trait.values())
                .filter(Trait::isProperty)
                .map(Trait::id)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    @Override
    public int open(Selection wanted) {
        Optional<Selection> own = wanted.of(this);
        cases = own.map(this::casesOf).orElse(null);
        return cases == null ? 0 : cases.count();
    }

    private JvmPropertySource casesOf(Selection selection) {
        int recoveries = selection.recoveries();
        return new JvmPropertySource(
                library,
                selection::includes,
                List.of("-D" + JvmPropertySource.RECOVERIES_PROPERTY + "=" + recoveries),
                Duration.ofSeconds(LIMIT_S + recoveries / RECOVERIES_PER_S));
    }

    @Override
    public void run(Listener listener) throws IOException {
        if (cases == null) {
            return;
        }
        for (JvmStrategy strategy : StrategyList.inJava(library)) {
            listener.note(strategy.info().id() + ": " + strategy.because());
        }
        try {
            cases.run(result -> listener.finished(new CaseResult(
                    result.strategy(),
                    result.property(),
                    new Observation(result.declared(), result.observed(), result.detail().isEmpty() ? null : result.detail()))));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted in the middle of the cases in child JVMs; run `verify` again");
        }
    }

    @Override
    public void close() {
        // Children end with their cases.
    }
}
