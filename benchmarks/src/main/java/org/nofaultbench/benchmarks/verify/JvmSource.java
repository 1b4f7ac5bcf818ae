// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.verify;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.benchmarks.trial.CaseProcess;
import org.nofaultbench.benchmarks.trial.ChildResult;
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
    private List<Case> cases = List.of();
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
        private boolean declared() {
            return strategy.info().has(property);
        }

        /** Why it does not have the property; empty where it has, or is written in C. */
        private String denial() {
            return strategy instanceof JvmStrategy java ? java.denial(property).orElse("") : "";
        }
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
        cases = wanted.partOf(this).map(this::cases).orElse(List.of());
        child = new CaseProcess(
                jvmArguments, wanted.recoveries(), limit.plusSeconds(wanted.recoveries() / RECOVERIES_PER_S));
        return cases.size();
    }

    private List<Case> cases(Selection selection) {
        List<Case> selected = new ArrayList<>();
        for (Strategy strategy : StrategyList.all(library)) {
            Arrays.stream(Trait.values())
                    .filter(Trait::isProperty)
                    .filter(trait -> strategy instanceof JvmStrategy || trait == Trait.CRASHES_JVM_OF_REAL_BUG)
                    .filter(trait -> selection.includes(strategy.info().id(), trait.id()))
                    .forEach(trait -> selected.add(new Case(strategy, trait)));
        }
        return selected;
    }

    /** Up to two cases at once; the listener hears of them in order, from the calling thread. */
    @Override
    public void run(Listener listener) throws IOException {
        if (cases.isEmpty()) {
            return;
        }
        for (JvmStrategy strategy : StrategyList.inJava(library)) {
            listener.note(strategy.info().id() + ": " + strategy.because());
        }
        ExecutorService children = Executors.newFixedThreadPool(CHILDREN_AT_ONCE);
        try {
            List<Future<CaseResult>> running = new ArrayList<>();
            cases.forEach(one -> running.add(children.submit(() -> result(one))));
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

    private CaseResult result(Case one) {
        String strategy = one.strategy().info().id();
        Optional<String> skipReason = one.strategy().info().skipReason();
        ChildResult seen = skipReason
                .map(reason -> new ChildResult(Observed.SKIPPED, reason))
                .orElseGet(() -> child.observe(strategy, one.property()));
        String detail = detail(one, seen);
        return new CaseResult(
                strategy,
                one.property().id(),
                new Observation(one.declared(), seen.observed(), detail.isEmpty() ? null : detail));
    }

    /** The reason for a no is the declared one; what was seen follows it. A contradiction says what was declared. */
    private static String detail(Case one, ChildResult seen) {
        if (seen.observed() == Observed.SKIPPED) {
            return seen.detail();
        }
        String denial = one.denial();
        boolean asDeclared = seen.observed() == (one.declared() ? Observed.YES : Observed.NO);
        String contradicted = one.declared() ? "declared yes" : "declared no" + (denial.isEmpty() ? "" : ": " + denial);
        String declaration = asDeclared ? denial : contradicted;
        String separator = declaration.isEmpty() || seen.detail().isEmpty() ? "" : "; ";
        return declaration + separator + seen.detail();
    }

    @Override
    public void close() {
        // Children end with their cases.
    }
}
