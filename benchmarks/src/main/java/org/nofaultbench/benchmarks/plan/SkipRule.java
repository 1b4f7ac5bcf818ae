// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.plan;

import java.util.Optional;
import java.util.Set;
import org.nofaultbench.nativelib.Backing;
import org.nofaultbench.nativelib.Family;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.ReadLoop;
import org.nofaultbench.nativelib.StrategyInfo;
import org.nofaultbench.nativelib.Trait;

/** Why a benchmark skips a strategy, beside what the machine says; follows from the traits that the strategy declares. */
@FunctionalInterface
interface SkipRule {

    Set<String> WITHOUT_MAPPING = Set.of("copy-pread", "copy-uring");

    SkipRule NONE = (strategy, parameters) -> Optional.empty();

    /** A frame has to be seen that was drawn after the attach. */
    SkipRule SEES_LATER_WRITES = (strategy, parameters) -> unless(
            strategy.has(Trait.SEES_LATER_WRITES),
            "its bytes were copied at attach: a frame that is drawn later is not seen");

    /** The client takes memory away: there must be something to lose, and the process must survive it. */
    SkipRule RECOVERS = (strategy, parameters) -> {
        if (!strategy.has(Trait.SEES_LATER_WRITES)) {
            return Optional.of("nothing can be lost: its bytes were copied at attach");
        }
        if (strategy.family() == Family.SEALED) {
            return Optional.of("the client cannot shrink a file that it has sealed: there is nothing to recover from");
        }
        return unless(
                strategy.has(Trait.SURVIVES_TRUNCATION), "the process would die of SIGBUS: nothing protects the read");
    };

    /** What is measured is a loop of the C library. */
    SkipRule LOOPS_IN_C = (strategy, parameters) ->
            unless(strategy.family() != Family.JVM, "its loop is in Java, and this is measured in C");

    /** The peers of the suite's own read loops are there to be compared with them, which one strategy is enough for. */
    SkipRule READ_LOOPS = (strategy, parameters) -> {
        ReadLoop kernel = ReadLoop.ofId(parameters.required("kernel"));
        boolean isPeer = kernel.isExternalLibrary() || kernel == ReadLoop.COPY_STREAM;
        return isPeer && !strategy.id().equals("unguarded-shared")
                ? Optional.of("asked of the control alone, to compare the read kernels")
                : kernel.skipReason(NofaultLibrary.load());
    };

    /** One of the threads recovers, where the parameters say so; the others go on. */
    SkipRule SHARES_PROCESS = (strategy, parameters) -> {
        if (!strategy.has(Trait.WORKS_IN_TWO_THREADS) && strategy.has(Trait.SURVIVES_TRUNCATION)) {
            return Optional.of("it does not declare that it works in two threads");
        }
        boolean recovering =
                parameters.value("recovering").filter("yes"::equals).isPresent();
        return recovering ? RECOVERS.skipReason(strategy, parameters) : Optional.empty();
    };

    /** A file of that kind is there, and can be sealed by a strategy that needs that. */
    SkipRule BACKINGS = (strategy, parameters) -> {
        Backing backing = Backing.ofId(parameters.required("backing"));
        return strategy.has(Trait.NEEDS_CLIENT) && !backing.isMemfd()
                ? Optional.of("only a memfd can be sealed")
                : backing.skipReason(2 * parameters.size().orElseThrow().bytes());
    };

    /** What is written must reach the client. */
    SkipRule WRITES = (strategy, parameters) -> {
        if (strategy.has(Trait.WRITABLE) || WITHOUT_MAPPING.contains(strategy.id())) {
            return Optional.empty();
        }
        return strategy.family() == Family.COPY
                ? Optional.of("it reads a copy; to write, its mapping would be guard-pool's")
                : Optional.of("its mapping is private: what is written never reaches the client");
    };

    /** Pages are brought in where there is a mapping; the flags of libwayland's and udmabuf's are not ours. */
    SkipRule OWN_MAPPINGS = (strategy, parameters) -> {
        String populate = parameters.required("populate");
        boolean foreign = Set.of("guard-libwayland", "udmabuf").contains(strategy.id());
        if (!populate.equals("none") && WITHOUT_MAPPING.contains(strategy.id())) {
            return Optional.of("it maps nothing: there are no pages to bring in");
        }
        return unless(
                !populate.equals("map") || !foreign,
                "its mapping is made by another library or device: MAP_POPULATE is not ours to give");
    };

    private static Optional<String> unless(boolean measured, String reason) {
        return measured ? Optional.empty() : Optional.of(reason);
    }

    /** Empty where the benchmark measures the strategy. */
    Optional<String> skipReason(StrategyInfo strategy, Parameters parameters);

    /** This reason, or else the other rule's. */
    default SkipRule or(SkipRule other) {
        return (strategy, parameters) ->
                skipReason(strategy, parameters).or(() -> other.skipReason(strategy, parameters));
    }
}
