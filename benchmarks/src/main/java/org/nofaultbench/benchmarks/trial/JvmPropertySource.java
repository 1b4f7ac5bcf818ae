// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/**
 * The cases that need a JVM: every property of every strategy in Java, and of every strategy in C that a JVM crashes of
 * a real bug.
 */
public final class JvmPropertySource {

    /** System property of a child: how long an attacker attacks, as {@code --recoveries} says. */
    public static final String RECOVERIES_PROPERTY = Attack.RECOVERIES_PROPERTY;

    private static final int AT_ONCE = 2;

    private final List<Case> cases;
    private final CaseProcess child;

    private record Case(Strategy strategy, Trait property) {}

    /**
     * @param wanted strategy and property ids of the cases to carry out
     * @param jvmArguments of every child, beside those it needs
     * @param limit time that a child may take
     */
    public JvmPropertySource(
            NofaultLibrary library, BiPredicate<String, String> wanted, List<String> jvmArguments, Duration limit) {
        cases = all(library).stream()
                .filter(one -> wanted.test(one.strategy().info().id(), one.property().id()))
                .toList();
        child = new CaseProcess(jvmArguments, limit);
    }

    private static List<Case> all(NofaultLibrary library) {
        List<Case> cases = new ArrayList<>();
        for (Strategy strategy : StrategyList.all(library)) {
            Arrays.stream(Trait.values())
                    .filter(Trait::isProperty)
                    .filter(trait -> strategy instanceof JvmStrategy || trait == Trait.CRASHES_JVM_OF_REAL_BUG)
                    .forEach(trait -> cases.add(new Case(strategy, trait)));
        }
        return cases;
    }

    /** Results that {@link #run} will hand over. */
    public int count() {
        return cases.size();
    }

    /** Carries every case out, up to two at once, and hands the results over in order, by the calling thread. */
    public void run(Consumer<CaseResult> results) throws InterruptedException {
        ExecutorService children = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<CaseResult>> running = new ArrayList<>();
            cases.forEach(one -> running.add(children.submit(() -> carryOut(one))));
            for (Future<CaseResult> result : running) {
                results.accept(result.get());
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a case failed to be carried out", e);
        } finally {
            children.shutdownNow();
        }
    }

    private CaseResult carryOut(Case one) {
        Optional<String> skipReason = one.strategy().info().skipReason();
        Answer answer = skipReason
                .map(reason -> new Answer(Observed.SKIPPED, reason))
                .orElseGet(() -> child.observe(one.strategy().info().id(), one.property()));
        boolean declared = one.strategy().info().has(one.property());
        return new CaseResult(
                one.strategy().info().id(),
                one.property().id(),
                declared,
                answer.observed(),
                detail(one, declared, answer));
    }

    /** The reason for a no is the declared one; what was seen follows it. A contradiction says what was declared. */
    private static String detail(Case one, boolean declared, Answer answer) {
        if (answer.observed() == Observed.SKIPPED) {
            return answer.detail();
        }
        String why = one.strategy() instanceof JvmStrategy java ? java.denial(one.property()).orElse("") : "";
        boolean asDeclared = answer.observed() == (declared ? Observed.YES : Observed.NO);
        String declaration = asDeclared ? why : declared ? "declared yes" : "declared no" + (why.isEmpty() ? "" : ": " + why);
        String separator = declaration.isEmpty() || answer.detail().isEmpty() ? "" : "; ";
        return declaration + separator + answer.detail();
    }
}
