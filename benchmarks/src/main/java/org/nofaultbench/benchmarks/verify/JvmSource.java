// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.trial.CaseProcess;
import org.nofaultbench.benchmarks.trial.CaseResult;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/**
 * The experiments that need a JVM, each in a child of its own: every property of every strategy in Java, and of every strategy
 * in C that a JVM crashes of a real bug.
 */
final class JvmSource implements PropertySource {

    /** A JVM that crashes writes its hs_err file for seconds, beside another on the same core. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private static final int RECOVERIES_PER_S = 500;
    private static final int CHILDREN_AT_ONCE = 2;

    private final NofaultLibrary library;
    private final List<String> jvmArguments;
    private final Duration limit;
    private final List<Case> cases = new ArrayList<>();
    private CaseProcess child;

    JvmSource(NofaultLibrary library) {
        this(library, List.of(), LIMIT);
    }

    /**
     * @param jvmArguments of every child, beside those it needs
     * @param limit time that a child may take beside its recoveries
     */
    JvmSource(NofaultLibrary library, List<String> jvmArguments, Duration limit) {
        this.library = library;
        this.jvmArguments = jvmArguments;
        this.limit = limit;
    }

    private record Case(Strategy strategy, Trait property) {

        private CaseResult result(CaseProcess child) {
            StrategyInfo info = strategy.info();
            Observation seen = info.skipReason()
                    .map(reason -> new Observation(info.has(property), Observed.SKIPPED, reason))
                    .orElseGet(() -> child.observe(info, property));
            return new CaseResult(info.id(), property.id(), explained(seen));
        }

        /** The reason for a no is the declared one; what was seen follows it. A contradiction says what was declared. */
        private Observation explained(Observation seen) {
            // A strategy in C says why in its own experiments.
            String denial = strategy instanceof JvmStrategy java ? java.denial(property) : null;
            if (seen.observed() == Observed.SKIPPED || seen.ok() && denial == null) {
                return seen;
            }
            String contradicted =
                    seen.declared() ? "declared yes" : "declared no" + (denial == null ? "" : ": " + denial);
            String detail = Stream.of(seen.ok() ? denial : contradicted, seen.detail())
                    .filter(part -> part != null && !part.isEmpty())
                    .collect(Collectors.joining("; "));
            return new Observation(seen.declared(), seen.observed(), detail);
        }
    }

    /** Those in C too: what becomes of a JVM that uses one is tried here. */
    @Override
    public List<String> strategies() {
        return Strategy.rows(library).stream().map(StrategyInfo::id).toList();
    }

    @Override
    public List<String> properties() {
        return Trait.properties().stream().map(Trait::id).toList();
    }

    @Override
    public int open(Selection wanted) {
        for (Strategy strategy : Strategy.all(library)) {
            Trait.properties().stream()
                    .filter(trait -> strategy instanceof JvmStrategy || trait == Trait.CRASHES_JVM_OF_REAL_BUG)
                    .filter(trait -> wanted.includes(strategy.info().id(), trait.id()))
                    .forEach(trait -> cases.add(new Case(strategy, trait)));
        }
        child = new CaseProcess(
                jvmArguments, wanted.recoveries(), limit.plusSeconds(wanted.recoveries() / RECOVERIES_PER_S));
        return cases.size();
    }

    /** Up to two cases at once; the listener hears of them in order, from the calling thread. */
    @Override
    public void run(Listener listener) throws IOException {
        if (cases.isEmpty()) {
            return;
        }
        for (JvmStrategy strategy : Strategy.inJava(library)) {
            listener.note(strategy.info().id() + ": " + strategy.because());
        }
        ExecutorService children = Executors.newFixedThreadPool(CHILDREN_AT_ONCE);
        try {
            List<Future<CaseResult>> running = new ArrayList<>();
            cases.forEach(one -> running.add(children.submit(() -> one.result(child))));
            for (Future<CaseResult> result : running) {
                listener.finished(result.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted in the middle of the cases in child JVMs; run `verify` again");
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case failed to be carried out", e);
        } finally {
            children.shutdownNow();
        }
    }
}
