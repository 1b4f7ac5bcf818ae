// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import java.util.Locale;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.benchmarks.strategy.Strategy;
import org.nofaultbench.benchmarks.strategy.StrategyList;
import org.nofaultbench.nativelib.AttachedPool;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NativeException;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Pool;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/**
 * {@code JvmCase STRATEGY PROPERTY}: carries out one case in this JVM, which may die of it, and prints one line: {@code
 * yes}, {@code no - DETAIL} or {@code skip - REASON}.
 */
public final class JvmCase {

    private JvmCase() {}

    public static void main(String[] arguments) {
        NofaultLibrary library = NofaultLibrary.load();
        Strategy strategy = StrategyList.find(library, arguments[0]).orElseThrow();
        Trait property = Trait.valueOf(arguments[1].toUpperCase(Locale.ROOT).replace('-', '_'));
        System.out.println(observe(library, strategy, property).line());
    }

    private static ChildResult observe(NofaultLibrary library, Strategy strategy, Trait property) {
        try {
            if (property == Trait.CRASHES_JVM_OF_REAL_BUG) {
                haveARealBug(library, strategy);
                return new ChildResult(Observed.NO, "the JVM went on");
            }
            PropertyTrials.ofProperty(property).carryOut((JvmStrategy) strategy);
            return new ChildResult(Observed.YES, "");
        } catch (TrialEnded ended) {
            return ended.result();
        } catch (NativeException e) {
            return new ChildResult(e.isRefusal() ? Observed.SKIPPED : Observed.ERROR, e.getMessage());
        } catch (Exception e) {
            return new ChildResult(Observed.ERROR, e.toString());
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
