// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.Kernel;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;

/** Why a strategy cannot be asked something, beside what the machine says; follows from what it declares. */
@FunctionalInterface
interface Refusal {

    /** Refuses nobody. */
    Refusal NONE = (strategy, parameters) -> Optional.empty();

    /** A frame has to be seen that was drawn after the attach. */
    Refusal OF_STALE_BYTES = (strategy, parameters) -> strategy.has(Trait.SEES_LATER_WRITES)
            ? Optional.empty()
            : Optional.of("its bytes were copied at attach: a frame that is drawn later is not seen");

    /** The client takes memory away: there must be something to lose, and a life to go on with. */
    Refusal OF_WHAT_CANNOT_RECOVER = (strategy, parameters) -> {
        if (!strategy.has(Trait.SEES_LATER_WRITES)) {
            return Optional.of("nothing can be lost: its bytes were copied at attach");
        }
        if (strategy.family() == Family.SEALED) {
            return Optional.of("the client cannot shrink a file that it has sealed: there is nothing to recover from");
        }
        return strategy.has(Trait.SURVIVES_TRUNCATION)
                ? Optional.empty()
                : Optional.of("the process would die of SIGBUS: nothing protects the read");
    };

    /** What is measured is a loop of the C library. */
    Refusal OF_LOOPS_IN_JAVA = (strategy, parameters) -> strategy.family() == Family.JVM
            ? Optional.of("its loop is in Java, and this is measured in C")
            : Optional.empty();

    /** The peers of the suite's own read kernels are there to be compared with them, which one strategy is enough for. */
    Refusal OF_READ_KERNELS = (strategy, parameters) -> {
        Kernel kernel = Kernel.of(parameters.value("kernel").orElseThrow());
        boolean isPeer = kernel.isForeign() || kernel == Kernel.COPY_STREAM;
        return isPeer && !strategy.id().equals("unguarded-shared")
                ? Optional.of("asked of the control alone, to compare the read kernels")
                : kernel.skipReason(NofaultLibrary.load());
    };

    Optional<String> of(StrategyInfo strategy, Parameters parameters);

    /** This reason, or else the other's. */
    default Refusal or(Refusal other) {
        return (strategy, parameters) -> of(strategy, parameters).or(() -> other.of(strategy, parameters));
    }
}
