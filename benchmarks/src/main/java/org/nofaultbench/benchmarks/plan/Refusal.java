// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import java.util.Set;
import org.nofaultbench.nativelib.Backing;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.ReadLoop;
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
        ReadLoop kernel = ReadLoop.of(parameters.value("kernel").orElseThrow());
        boolean isPeer = kernel.isExternalLibrary() || kernel == ReadLoop.COPY_STREAM;
        return isPeer && !strategy.id().equals("unguarded-shared")
                ? Optional.of("asked of the control alone, to compare the read kernels")
                : kernel.skipReason(NofaultLibrary.load());
    };

    /** One of the threads recovers, where the parameters say so; the others go on. */
    Refusal OF_WHAT_CANNOT_SHARE = (strategy, parameters) -> {
        if (!strategy.has(Trait.WORKS_IN_TWO_THREADS) && strategy.has(Trait.SURVIVES_TRUNCATION)) {
            return Optional.of("it does not declare that it works in two threads");
        }
        boolean recovering = parameters.value("recovering").filter(value -> value.equals("yes")).isPresent();
        return recovering ? OF_WHAT_CANNOT_RECOVER.of(strategy, parameters) : Optional.empty();
    };

    /** A file of that kind is there, and can be sealed by whoever needs that. */
    Refusal OF_BACKINGS = (strategy, parameters) -> {
        Backing backing = Backing.of(parameters.value("backing").orElseThrow());
        return strategy.has(Trait.NEEDS_CLIENT) && !backing.isMemfd()
                ? Optional.of("only a memfd can be sealed")
                : backing.skipReason();
    };

    /** What is written must reach the client. */
    Refusal OF_WHAT_CANNOT_WRITE = (strategy, parameters) -> {
        if (strategy.has(Trait.WRITABLE) || Set.of("copy-pread", "copy-uring").contains(strategy.id())) {
            return Optional.empty();
        }
        return strategy.family() == Family.COPY
                ? Optional.of("it reads a copy; to write, its mapping would be guard-pool's")
                : Optional.of("its mapping is private: what is written never reaches the client");
    };

    /** Pages are brought in where there is a mapping; of libwayland's and udmabuf's the flags are not ours. */
    Refusal OF_MAPPINGS_NOT_OURS = (strategy, parameters) -> {
        String populate = parameters.value("populate").orElseThrow();
        boolean foreign = Set.of("guard-libwayland", "udmabuf").contains(strategy.id());
        if (!populate.equals("none") && Set.of("copy-pread", "copy-uring").contains(strategy.id())) {
            return Optional.of("it maps nothing: there are no pages to bring in");
        }
        return populate.equals("map") && foreign
                ? Optional.of("its mapping is made by another library or device: MAP_POPULATE is not ours to give")
                : Optional.empty();
    };

    Optional<String> of(StrategyInfo strategy, Parameters parameters);

    /** This reason, or else the other's. */
    default Refusal or(Refusal other) {
        return (strategy, parameters) -> of(strategy, parameters).or(() -> other.of(strategy, parameters));
    }
}
