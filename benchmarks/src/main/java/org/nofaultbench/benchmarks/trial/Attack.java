// SPDX-License-Identifier: MIT
package org.nofaultbench.benchmarks.trial;

import static org.nofaultbench.benchmarks.trial.TrialEnded.expect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import org.nofaultbench.benchmarks.strategy.JvmPool;
import org.nofaultbench.benchmarks.strategy.JvmStrategy;
import org.nofaultbench.nativelib.BatchOutcome;
import org.nofaultbench.nativelib.BatchReader;
import org.nofaultbench.nativelib.Client;
import org.nofaultbench.nativelib.NofaultLibrary;
import org.nofaultbench.nativelib.Region;
import org.nofaultbench.nativelib.Trait;
import org.nofaultbench.reports.model.Observed;

/** A client truncates, regrows and draws at random while two threads read, each through a pool of its own. */
final class Attack {

    private static final int THREADS = 2;
    private static final long BYTES = 16 * TrialFixture.PAGE;
    private static final long RANDOM_SEED = 1;

    /** System property: losses that the attacker must have caused, or truncations where the strategy tells of none. */
    static final String RECOVERIES_PROPERTY = "nofault.recoveries";

    private static final int USUAL_RECOVERIES = 2000;

    private final long recoveries = Long.getLong(RECOVERIES_PROPERTY, USUAL_RECOVERIES);
    private final JvmStrategy strategy;
    private final LongAdder losses = new LongAdder();
    private final AtomicBoolean over = new AtomicBoolean();

    private Attack(JvmStrategy strategy) {
        this.strategy = strategy;
    }

    static void survive(TrialFixture fixture) throws Exception {
        new Attack(fixture.strategy).carryOut();
    }

    private void carryOut() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try (Client client = Client.start(NofaultLibrary.load(), BYTES, false)) {
            client.draw(TrialFixture.SEED);
            List<Future<?>> readers = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                JvmPool pool = strategy.attach(client.file(), BYTES);
                readers.add(threads.submit(() -> readOn(pool)));
            }
            long truncations = attack(client, readers);
            for (Future<?> reader : readers) {
                TrialEnded.await(reader);
            }
            throw new TrialEnded(
                    Observed.YES, truncations + " truncations, " + losses.sum() + " accesses told of a loss");
        } finally {
            over.set(true);
            threads.shutdown();
        }
    }

    private long attack(Client client, List<Future<?>> readers) {
        Random random = new Random(RANDOM_SEED);
        boolean tells = strategy.info().has(Trait.TELLS_LOSS);
        long truncations = 0;
        while ((tells ? losses.sum() : truncations) < recoveries
                && readers.stream().noneMatch(Future::isDone)) {
            client.resize(truncations % 4 == 0 ? 0 : random.nextInt((int) BYTES));
            client.resize(BYTES);
            client.draw(TrialFixture.SEED);
            truncations++;
        }
        over.set(true);
        return truncations;
    }

    private Void readOn(JvmPool pool) {
        try (pool;
                BatchReader reader = pool.reader(Region.whole(BYTES), new TrialFixture.FrameCheck(TrialFixture.SEED))) {
            while (!over.get()) {
                reader.read(1);
                BatchOutcome access = reader.outcome();
                expect(access.checksum() == 0, "read bytes that were never the client's");
                losses.add(access.lostAccesses());
            }
        }
        return null;
    }
}
