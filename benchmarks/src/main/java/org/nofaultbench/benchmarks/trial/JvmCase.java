// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NamedConstant;
import org.nofaultbench.nativelib.NativeException;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observation;
import org.nofaultbench.reports.model.Observed;

/** {@code JvmCase STRATEGY PROPERTY}: carries out one case in this JVM, which may die of it, and prints its result line. */
public final class JvmCase {

    private JvmCase() {}

    public static void main(String[] arguments) {
        NofaultLibrary library = NofaultLibrary.load();
        Strategy strategy = StrategyList.find(library, arguments[0]).orElseThrow();
        Trait property = NamedConstant.parse(Trait.class, "property", "property", arguments[1]);
        Observation seen = observe(library, strategy, property);
        System.out.println(new CaseResult(strategy.info().id(), property.id(), seen).ktap(1));
    }

    private static Observation observe(NofaultLibrary library, Strategy strategy, Trait property) {
        boolean declared = strategy.info().has(property);
        try {
            if (property == Trait.CRASHES_JVM_OF_REAL_BUG) {
                haveARealBug(library, strategy);
                return new Observation(declared, Observed.NO, "the JVM went on");
            }
            try (TrialFixture fixture = new TrialFixture((JvmStrategy) strategy)) {
                PropertyTrials.carryOut(property, fixture);
            }
            return new Observation(declared, Observed.YES, null);
        } catch (TrialEnded ended) {
            return new Observation(declared, ended.observed(), ended.getMessage());
        } catch (NativeException e) {
            return new Observation(declared, e.isRefusal() ? Observed.SKIPPED : Observed.ERROR, e.getMessage());
        } catch (Exception e) {
            return new Observation(declared, Observed.ERROR, e.toString());
        }
    }

    /** Native code reads a page that is lost, of a pool that nothing protects, while the strategy is in place. */
    private static void haveARealBug(NofaultLibrary library, Strategy strategy) {
        Region whole = Region.whole(TrialFixture.BYTES);
        try (Client client = Client.startFor(library, strategy.info(), TrialFixture.BYTES);
                AttachedPool pool = strategy.attach(client);
                Client other = Client.start(library, TrialFixture.BYTES, false);
                Pool unguarded =
                        Pool.attach(library.strategy("unguarded-shared").orElseThrow(), other)) {
            pool.read(whole, 1);
            other.resize(0);
            unguarded.read(whole, 1);
        }
    }
}
